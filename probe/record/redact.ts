const TOKENS = /\bshp[a-z]{2}_[A-Za-z0-9]+/g;

/** In: any text that is to be kept. Out: the text without access tokens, whichever app they are of. */
export function redact(text: string, secrets: readonly string[] = []): string {
  return secrets
    .filter((secret) => secret.length > 0)
    .reduce((rest, secret) => rest.replaceAll(secret, '[token]'), text)
    .replace(TOKENS, '[token]');
}
