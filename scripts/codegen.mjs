/* `npm run codegen`: Shopify's schema, then the types of our operations, in the house's format. `--check` only compares. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchSchema } from './fetch-schema.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const output = join(root, 'app/adapters/shopify/generated/admin.ts');
const check = process.argv.includes('--check');

function run(command, args) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules/.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
    },
  });
  if (status !== 0) process.exit(status ?? 1);
}

try {
  await fetchSchema();
} catch (error) {
  process.stderr.write(
    `Shopify's schema could not be fetched: ${error?.message ?? error}\nTry again with: node scripts/fetch-schema.mjs\n`,
  );
  process.exit(1);
}

const before = existsSync(output) ? readFileSync(output, 'utf8') : '';
run('graphql-codegen', ['--config', 'codegen.ts', '--silent']);
run('prettier', ['--write', '--log-level', 'warn', output]);

if (check && readFileSync(output, 'utf8') !== before) {
  process.stderr.write(
    'The generated types were out of date; they are written now: commit them.\n',
  );
  process.exitCode = 1;
}
