import { z } from 'zod';
import type { Answer, Operation, Refused } from './operation';

const Cost = z.object({
  requestedQueryCost: z.number(),
  actualQueryCost: z.number().nullable(),
  throttleStatus: z.object({ currentlyAvailable: z.number(), restoreRate: z.number() }),
});

export const Reply = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .union([
      z.string(),
      z.array(
        z.object({
          message: z.string(),
          extensions: z.object({ code: z.string().optional() }).optional(),
          path: z.array(z.union([z.string(), z.number()])).optional(),
        }),
      ),
    ])
    .optional(),
  extensions: z.object({ cost: Cost.optional() }).optional(),
});
export type Reply = z.infer<typeof Reply>;

const UserErrors = z.array(
  z.object({
    message: z.string(),
    field: z.array(z.string()).nullish(),
    code: z.string().nullish(),
  }),
);
const Payload = z.record(z.string(), z.unknown());

/** The errors of the request itself: nothing was done, or nobody knows. */
function refusedRequest({ errors }: Reply): Refused[] {
  if (errors === undefined) return [];
  if (typeof errors === 'string')
    return [{ level: 'request', message: errors, code: null, field: null }];
  return errors.map(({ message, extensions, path }) => ({
    level: 'request',
    message,
    code: extensions?.code ?? null,
    field: path?.join('.') ?? null,
  }));
}

/** Most mutations name their list `userErrors`; a few put their own name before it. */
function refusedMutation(payload: unknown): Refused[] {
  const fields = Payload.safeParse(payload);
  if (!fields.success) return [];
  return Object.entries(fields.data)
    .filter(([name]) => /userErrors$/i.test(name))
    .flatMap(([, list]) => UserErrors.parse(list))
    .map(({ message, field, code }) => ({
      level: 'mutation',
      message,
      code: code ?? null,
      field: field?.join('.') ?? null,
    }));
}

/** In: a parsed reply. Out: the value that the operation asked for, or why there is none: refused, or not there. */
export function answerOf<T>(operation: Operation<T>, reply: Reply): Answer<T> {
  const payload = reply.data?.[operation.root];
  const refused = [...refusedRequest(reply), ...refusedMutation(payload)];
  if (refused.length > 0) return { value: null, refused };
  if (payload === null || payload === undefined) return { value: null, refused };
  const value = operation.result.safeParse(payload);
  if (value.success) return { value: value.data, refused };
  throw new Error(`${operation.name}: the reply has another shape: ${value.error.message}`);
}
