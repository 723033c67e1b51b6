import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** What the browser runs, each made of one entry in browser/. */
export type BrowserScript = 'app-bridge' | 'frame' | 'page';

const made = new Map<BrowserScript, string>();

/** Turned from TypeScript when it is first asked for: a few milliseconds, and no build to forget. */
export function browserScript(name: BrowserScript): string {
  const known = made.get(name);
  if (known !== undefined) return known;
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL(`./browser/${name}.ts`, import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
  });
  const script = outputFiles[0]?.text ?? '';
  made.set(name, script);
  return script;
}
