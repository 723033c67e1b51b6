import { z } from 'zod';

/* What people type into the fields of forms, each with the words for what is wrong with it. */

export const whole = (from: number, to: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,6}$/, `Enter a whole number from ${from} to ${to}.`)
    .transform(Number)
    .refine((n) => n >= from && n <= to, `Enter a whole number from ${from} to ${to}.`);

export const time = z
  .string()
  .trim()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time such as 18:00.');

export const yes = z.string().transform((value) => value === 'yes');

export const address = z
  .string()
  .trim()
  .max(200, 'That is too long for an e-mail address.')
  .refine((text) => text === '' || z.email().safeParse(text).success, {
    error: 'Enter an e-mail address such as shop@example.com, or leave it empty.',
  });

const LOCATION = /^(?:gid:\/\/shopify\/Location\/)?(\d+)$/;
export const locations = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
  .refine((parts) => parts.every((part) => LOCATION.test(part)), {
    error: 'Enter the numbers of locations, one per line, such as 71234567.',
  })
  .transform((parts) =>
    parts.map((part) => `gid://shopify/Location/${LOCATION.exec(part)?.[1] ?? ''}`),
  );

/** Which version of what is changed the page showed. One that doesn't say is not held against it. */
export const seenVersion = z.coerce.number().int().min(0).optional();
