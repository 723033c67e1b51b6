import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { z } from 'zod';
import { COMPLIANCE_TOPICS, readHint } from '../../app/domain/webhook-topics';

/* shopify.app.toml as Shopify's CLI 4.8 takes it: it refuses what it doesn't know, and a wrong file fails on deploy. */

const Https = z.url({ protocol: /^https$/ });
const Topic = z.string().regex(/^[a-z_]+\/[a-z_]+$/);

const Subscription = z
  .strictObject({
    topics: z.array(Topic).min(1).optional(),
    compliance_topics: z.array(z.enum(COMPLIANCE_TOPICS)).min(1).optional(),
    uri: z.string().startsWith('/'),
    name: z.string().max(50).optional(),
    filter: z.string().optional(),
    include_fields: z.array(z.string()).optional(),
    payload_query: z.string().optional(),
    actions: z.array(z.string()).optional(),
  })
  .refine(({ topics, compliance_topics }) => topics ?? compliance_topics, 'has no topic');

const AppToml = z.strictObject({
  client_id: z.string(),
  name: z.string().min(1).max(30),
  handle: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .max(50),
  application_url: Https,
  embedded: z.literal(true),
  extension_directories: z.array(z.string()).optional(),
  web_directories: z.array(z.string()).optional(),
  build: z.strictObject({
    include_config_on_deploy: z.literal(true),
    automatically_update_urls_on_dev: z.boolean().optional(),
    dev_store_url: z.string().optional(),
  }),
  access_scopes: z.strictObject({
    scopes: z.string(),
    optional_scopes: z.array(z.string()).optional(),
    use_legacy_install_flow: z.boolean().optional(),
  }),
  access: z.record(z.string(), z.unknown()).optional(),
  auth: z.strictObject({ redirect_urls: z.array(Https).min(1) }),
  pos: z.strictObject({ embedded: z.literal(false) }),
  webhooks: z.strictObject({
    api_version: z.string().regex(/^\d{4}-(01|04|07|10)$/),
    subscriptions: z.array(Subscription),
  }),
  // Definitions of our own fields on Shopify's objects.
  order: z.record(z.string(), z.unknown()).optional(),
  product: z.record(z.string(), z.unknown()).optional(),
  variant: z.record(z.string(), z.unknown()).optional(),
});

const text = readFileSync('shopify.app.toml', 'utf8');
const toml = AppToml.parse(parse(text));
const scopes = toml.access_scopes.scopes.split(',');

describe('the app configuration', () => {
  it('reaches the app at one address, and comes back to a page that exists', () => {
    const origins = [toml.application_url, ...toml.auth.redirect_urls].map(
      (u) => new URL(u).origin,
    );
    expect(new Set(origins).size).toBe(1);
    expect(toml.auth.redirect_urls.map((url) => new URL(url).pathname)).toEqual(['/auth/callback']);
    expect(existsSync('app/routes/auth.$.tsx')).toBe(true);
  });

  it('asks for the same access as the example of the environment', () => {
    const [, example] = /^SCOPES=(.*)$/m.exec(readFileSync('.env.example', 'utf8')) ?? [];
    expect(example?.split(',').toSorted()).toEqual(scopes.toSorted());
  });

  it('asks for no access twice, and may read whatever it may write', () => {
    const all = [...scopes, ...(toml.access_scopes.optional_scopes ?? [])];
    expect(new Set(all).size).toBe(all.length);
    const written = scopes.filter(
      (scope) => scope.startsWith('write_') && !scope.endsWith('_edits'),
    );
    for (const scope of written) expect(scopes).toContain(scope.replace('write_', 'read_'));
  });

  it('says in the install guide what each access is for', () => {
    const guide = readFileSync('docs/install.md', 'utf8');
    for (const scope of [...scopes, ...(toml.access_scopes.optional_scopes ?? [])])
      expect([scope, guide.includes(`\`${scope}\``)]).toEqual([scope, true]);
  });

  it('names no topic twice, since each would be told twice', () => {
    const topics = toml.webhooks.subscriptions.flatMap((s) => [
      ...(s.topics ?? []),
      ...(s.compliance_topics ?? []),
    ]);
    expect(topics.toSorted()).toEqual([...new Set(topics)].toSorted());
  });
});

describe('the line above a subscription', () => {
  /** `Handled by: look-at-order in app/use-cases/look-at-order.ts, …`, one per subscription and in their order. */
  const lines = [...text.matchAll(/^# Handled by: (.*)\n\[\[webhooks\.subscriptions\]\]$/gm)].map(
    ([, line = '']) => line,
  );
  const perform = readFileSync('app/use-cases/perform.ts', 'utf8');
  const sample = {
    id: 1,
    order_id: 1,
    order: { id: 1 },
    order_edit: { order_id: 1 },
    inventory_item_id: 1,
    fulfillment_order: { id: 1 },
    moved_fulfillment_order: { id: 1 },
    fulfillment_order_merges: { fulfillment_order: { id: 1 } },
  };

  it('is there for each', () => {
    expect(lines).toHaveLength(toml.webhooks.subscriptions.length);
  });

  it.each(toml.webhooks.subscriptions.map((subscription, at) => [lines[at] ?? '', subscription]))(
    'is true: %s',
    (line, { topics = [], compliance_topics = [] }) => {
      const [, file = ''] = / in (app\/[\w./-]+\.ts)/.exec(line) ?? [];
      expect(existsSync(file)).toBe(true);
      for (const topic of [...topics, ...compliance_topics]) {
        const task = readHint(topic, JSON.stringify(sample), 'w-1')?.task?.kind ?? '(no task)';
        expect([topic, line.split(' in app/')[0]?.split(/, | and /)]).toEqual([
          topic,
          expect.arrayContaining([task]),
        ]);
        expect(perform).toContain(`case '${task}':`);
      }
      const module = file.replace('app/use-cases/', '').replace('.ts', '');
      expect(module === 'perform' || perform.includes(`from './${module}'`)).toBe(true);
    },
  );
});
