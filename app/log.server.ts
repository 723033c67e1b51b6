import { pino, type DestinationStream } from 'pino';
import type { Env } from './env.server';
import type { Log } from './ports';

const REDACTED = '[redacted]';

/** Fields that are a secret or a person whatever is in them. Compared in lower case, without `-` and `_`. */
const SECRET_FIELDS = new Set([
  'authorization',
  'accesstoken',
  'refreshtoken',
  'sessiontoken',
  'idtoken',
  'token',
  'secret',
  'apisecret',
  'password',
  'cookie',
  'setcookie',
  'xshopifyaccesstoken',
  'email',
  'to',
  'from',
  'replyto',
  'phone',
  'address',
  'customername',
  'firstname',
  'lastname',
]);

/** The same within texts: error messages of other people's code quote addresses, headers and whole URLs. */
const SECRET_TEXTS: readonly (readonly [RegExp, string])[] = [
  [/[^\s@<>"'`,;:()[\]]+@[^\s@<>"'`,;:()[\]]+\.[A-Za-z]{2,}/g, REDACTED],
  [/\b(Bearer|Basic)\s+[^\s"',]+/gi, `$1 ${REDACTED}`],
  [/\b(?:shpat|shpca|shppa|shpss|shprt|shpua)_[A-Za-z0-9_-]+/g, REDACTED],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, REDACTED],
  [/(\/(?:choice|supplier)\/)[^\s/?#"']+/g, `$1${REDACTED}`],
  [/([?&](?:id_token|session|hmac|token|code|access_token)=)[^&\s#"']+/g, `$1${REDACTED}`],
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@:]*:[^\s@]+@/gi, `$1${REDACTED}@`],
];

const DEPTH = 6;

function cleanText(text: string): string {
  // Credentials within an address first: what stands behind the `@` there would pass for an e-mail address.
  const inOrder = [...SECRET_TEXTS].reverse();
  return inOrder.reduce((cleaned, [pattern, instead]) => cleaned.replace(pattern, instead), text);
}

function clean(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth === 0) return '[deep]';
  if (value instanceof Error) return cleanError(value, depth);
  if (Array.isArray(value)) return value.map((one) => clean(one, depth - 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      SECRET_FIELDS.has(name.toLowerCase().replaceAll(/[-_]/g, '')) &&
      one !== null &&
      one !== undefined
        ? REDACTED
        : clean(one, depth - 1),
    ]),
  );
}

/** Name, words, stack and cause; not what else hangs on an error, where clients keep requests with their headers. */
function cleanError(error: Error, depth: number): object {
  return {
    type: error.name === 'Error' ? error.constructor.name : error.name,
    message: cleanText(error.message),
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    stack: cleanText(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { cause: clean(error.cause, depth - 1) }),
  };
}

/** One JSON line per entry. Ids and times may be logged; tokens and people may not, and are taken out here. */
export function createLog(env: Pick<Env, 'logLevel'>, destination?: DestinationStream): Log {
  const options = { level: env.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const log = destination ? pino(options, destination) : pino(options);
  const write =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (fields: object, message: string): void => {
      if (!log.isLevelEnabled(level)) return;
      const cleaned = clean(fields instanceof Error ? { err: fields } : fields, DEPTH);
      log[level](cleaned, cleanText(message));
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}
