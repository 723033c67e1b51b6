/**
 * Fetches Shopify's real Admin schema once and keeps it in .cache/shopify-schema/.
 *
 * The npm package @shopify/dev-mcp carries it (ISC). Only its data is read: the package is packed,
 * never installed and never run, because its server sends telemetry and pulls in heavy dependencies.
 * The archive's hash is pinned, so a changed archive is an error and not a surprise.
 * Two processes may run this at once: each works in a temporary place and renames at the end.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const PACKAGE = '@shopify/dev-mcp@1.16.0';
const INTEGRITY =
  'sha512-tqgRnK7sQhjew+htxtleTH23nXB5fZcsrhWgEkomsorGXvLOB2mh2upwZm8uzuTDNTZnqtLMe64yIwh6s2awtw==';
const MEMBER = 'package/dist/data/admin_2026-10.json.gz';
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = process.env.SIMULATOR_SCHEMA_DIR ?? join(root, '.cache', 'shopify-schema');

export const schemaJson = join(folder, 'admin-2026-10.json.gz');
export const schemaSdl = join(folder, 'admin-2026-10.graphql');

/** One member of a tar archive: 512-byte headers, name at 0, size in octal at 124, ustar prefix at 345. */
function readMember(tar, wanted) {
  const text = (from, length) => tar.toString('utf8', from, from + length).replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= tar.length;) {
    const prefix = text(at + 345, 155);
    const name = (prefix ? `${prefix}/` : '') + text(at, 100);
    const size = Number.parseInt(text(at + 124, 12).trim() || '0', 8);
    if (name === wanted) return tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error(`${wanted} is not in the archive`);
}

function download() {
  const temporary = mkdtempSync(join(tmpdir(), 'holdfast-schema-'));
  try {
    execFileSync('npm', ['pack', PACKAGE, '--ignore-scripts', '--pack-destination', temporary], {
      stdio: ['ignore', 'ignore', 'pipe'],
      cwd: temporary,
      shell: process.platform === 'win32',
    });
    const archive = readdirSync(temporary).find((name) => name.endsWith('.tgz'));
    if (!archive) throw new Error('npm pack left no archive');
    const bytes = readFileSync(join(temporary, archive));
    const found = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
    if (found !== INTEGRITY)
      throw new Error(`the archive's hash is ${found}, expected ${INTEGRITY}`);
    return readMember(gunzipSync(bytes), MEMBER);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function put(path, bytes) {
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, bytes);
  renameSync(temporary, path);
}

export async function fetchSchema() {
  mkdirSync(folder, { recursive: true });
  if (!existsSync(schemaJson)) put(schemaJson, download());
  if (!existsSync(schemaSdl)) {
    const { buildClientSchema, printSchema } = await import('graphql');
    const { data } = JSON.parse(gunzipSync(readFileSync(schemaJson)).toString('utf8'));
    put(schemaSdl, `${printSchema(buildClientSchema(data))}\n`);
  }
  return { schemaJson, schemaSdl };
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  try {
    await fetchSchema();
  } catch (error) {
    const reason = error?.stderr?.toString().trim() || error?.message || String(error);
    process.stderr.write(
      `Shopify's schema could not be fetched: ${reason}\nTry again with: node scripts/fetch-schema.mjs\n`,
    );
    process.exitCode = 1;
  }
}
