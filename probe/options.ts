import { parseArgs } from 'node:util';
import { z } from 'zod';

const Environment = z
  .object({
    PROBE_SHOP: z
      .string({ error: 'PROBE_SHOP is missing: the store, as name.myshopify.com.' })
      .regex(
        /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/,
        'PROBE_SHOP must look like name.myshopify.com.',
      ),
    PROBE_TOKEN: z.string().optional(),
    PROBE_CLIENT_ID: z.string().optional(),
    PROBE_CLIENT_SECRET: z.string().optional(),
    PROBE_EMAIL: z.string().default('holdfast-probe@example.com'),
    PROBE_WEBHOOK_URL: z.url('PROBE_WEBHOOK_URL must be an address.').optional(),
    PROBE_WEBHOOK_PORT: z.coerce.number().int().default(4400),
    PROBE_FOLDER: z.string().default('.holdfast/probe'),
  })
  .refine(
    (env) =>
      env.PROBE_TOKEN !== undefined ||
      (env.PROBE_CLIENT_ID !== undefined && env.PROBE_CLIENT_SECRET !== undefined),
    'PROBE_TOKEN is missing, or PROBE_CLIENT_ID and PROBE_CLIENT_SECRET in its place.',
  );

export type Access =
  { readonly token: string } | { readonly clientId: string; readonly clientSecret: string };

export interface Options {
  readonly store: string;
  readonly access: Access;
  readonly email: string;
  readonly webhooks: { readonly url: string; readonly port: number } | null;
  readonly folder: string;
  readonly yes: boolean;
  readonly clean: boolean;
  readonly byHand: string | null;
  /** The numbers of the questions to ask; null asks all. */
  readonly only: readonly number[] | null;
}

export class BadOptions extends Error {}

/** In: the environment and the arguments. Out: the options; a `BadOptions` names everything that is wrong. */
export function optionsFrom(
  environment: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      yes: { type: 'boolean', default: false },
      clean: { type: 'boolean', default: false },
      'by-hand': { type: 'string' },
      only: { type: 'string' },
    },
  });
  const given = Object.fromEntries(
    Object.entries(environment).filter(
      ([name, value]) => name.startsWith('PROBE_') && value !== '',
    ),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success)
    throw new BadOptions(parsed.error.issues.map(({ message }) => message).join('\n'));
  const env = parsed.data;
  return {
    store: env.PROBE_SHOP,
    access:
      env.PROBE_TOKEN === undefined
        ? { clientId: env.PROBE_CLIENT_ID ?? '', clientSecret: env.PROBE_CLIENT_SECRET ?? '' }
        : { token: env.PROBE_TOKEN },
    email: env.PROBE_EMAIL,
    webhooks:
      env.PROBE_WEBHOOK_URL === undefined
        ? null
        : { url: env.PROBE_WEBHOOK_URL.replace(/\/+$/, ''), port: env.PROBE_WEBHOOK_PORT },
    folder: env.PROBE_FOLDER,
    yes: values.yes,
    clean: values.clean,
    byHand: values['by-hand'] ?? null,
    only: values.only === undefined ? null : numbersOf(values.only),
  };
}

function numbersOf(text: string): number[] {
  const numbers = text.split(',').map(Number);
  if (numbers.every((number) => Number.isInteger(number) && number >= 1 && number <= 10))
    return numbers;
  throw new BadOptions('--only takes numbers of questions, 1 to 10, such as --only 1,2,7.');
}
