import type { Prisma } from '@prisma/client';

/** As it will be read back: instants become ISO strings, `undefined` goes away. */
export function asJson(value: unknown): Prisma.InputJsonValue {
  const json: Prisma.InputJsonValue = JSON.parse(JSON.stringify(value));
  return json;
}
