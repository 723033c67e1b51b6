import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { z } from 'zod';

const Toml = z.object({ access_scopes: z.object({ scopes: z.string() }) });

/** The scopes that the app asks for, as its manifest has them. */
export function subscribedScopes(): string {
  const text = readFileSync(new URL('../../shopify.app.toml', import.meta.url), 'utf8');
  return Toml.parse(parse(text)).access_scopes.scopes;
}
