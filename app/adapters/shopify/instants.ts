import { z } from 'zod';

const Instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

export const readInstant = (text: string): Date => Instant.parse(text);

export const readInstantOrNull = (text: string | null): Date | null =>
  text === null ? null : readInstant(text);
