import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from 'graphql';

export interface Access {
  readonly scopes: readonly string[];
  readonly required: string;
}

export interface AdminSchema {
  readonly schema: GraphQLSchema;
  /** Scopes by type name and by "Type.field"; any one of them suffices. */
  readonly access: ReadonlyMap<string, Access>;
}

interface SchemaFile {
  data: IntrospectionQuery;
  offline_scopes: {
    items: {
      type: 'type' | 'field';
      typeName: string;
      fieldName?: string;
      requiredAccess: string;
      offlineScopes: string[];
    }[];
  };
}

let loaded: AdminSchema | undefined;

/** Shopify's own schema and its map of access scopes, from the cache folder; fetched when they are not there yet. */
export function loadAdminSchema(
  folder = process.env.SIMULATOR_SCHEMA_DIR ?? join(process.cwd(), '.cache', 'shopify-schema'),
): AdminSchema {
  if (loaded) return loaded;
  const file = join(folder, 'admin-2026-10.json.gz');
  if (!existsSync(file)) {
    const run = spawnSync(process.execPath, [join(process.cwd(), 'scripts', 'fetch-schema.mjs')], {
      encoding: 'utf8',
    });
    if (run.status !== 0)
      throw new Error(
        run.stderr.trim() || "Shopify's schema is missing. Run: node scripts/fetch-schema.mjs",
      );
  }
  const { data, offline_scopes } = JSON.parse(
    gunzipSync(readFileSync(file)).toString('utf8'),
  ) as SchemaFile;
  const access = new Map<string, Access>();
  for (const item of offline_scopes.items) {
    if (item.offlineScopes.length === 0) continue;
    access.set(item.type === 'type' ? item.typeName : `${item.typeName}.${item.fieldName}`, {
      scopes: item.offlineScopes,
      required: item.requiredAccess,
    });
  }
  loaded = { schema: buildClientSchema(data, { assumeValid: true }), access };
  return loaded;
}
