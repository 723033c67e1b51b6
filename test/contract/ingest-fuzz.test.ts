import fc from 'fast-check';
import { startWeb, type Web } from '../../app/http/start-web.server';
import { WEBHOOK_TOPICS } from '../../app/domain/webhook-topics';
import { createInbox } from '../../app/adapters/inbox/inbox.server';
import { freshDatabase } from '../support/database';
import { fakeWebDeps, NO_PAGES, NOW, rememberingLog } from '../support/web-deps';
import { rangeOf, SHARD } from '../support/shard';
import { aWebhook, post, SECRET } from '../support/webhooks';

const RUNS = rangeOf(process.env['HOLDFAST_FULL'] === '1' ? 50_000 : 1_500, SHARD);
const SETTINGS = { seed: 20261123, path: String(RUNS.from), numRuns: RUNS.count };
const PATIENCE_MS = 3_600_000;

/** Down to the database, so that nothing of a body can make its statement fail either. */
describe('the door for webhooks, whatever comes', () => {
  let web: Web;
  let end: () => Promise<void>;

  beforeAll(async () => {
    const database = await freshDatabase();
    const inbox = createInbox({
      databaseUrl: database.url,
      clock: { now: () => NOW },
      doorbell: { ring: () => Promise.resolve() },
      log: rememberingLog(),
    });
    web = await startWeb({
      env: { port: 0, apiSecrets: [SECRET] },
      app: fakeWebDeps({ inbox }),
      build: NO_PAGES,
    });
    end = async () => {
      await web.close();
      await inbox.close();
      await database.drop();
    };
  });
  afterAll(() => end());

  const send = async (body: string | Buffer, topic: string, headers: Record<string, string>) =>
    (await post(`http://127.0.0.1:${web.port}/webhooks`, aWebhook(topic, body, headers))).status;

  const topic = fc.constantFrom(...Object.keys(WEBHOOK_TOPICS), 'no/such-topic', '__proto__');
  const bytes = fc.uint8Array({ maxLength: 400 }).map((array) => Buffer.from(array));
  const id = fc.oneof(
    fc.integer(),
    fc.bigInt({ min: 0n, max: 2n ** 70n }).map(String),
    fc.constantFrom(null, '', [], {}, -1, 0, 1e300, 'gid://shopify/Order/5', '\0', '\ud800'),
  );
  const order = fc.record(
    {
      id,
      order_id: id,
      admin_graphql_api_id: fc.oneof(fc.string({ unit: 'binary' }), id),
      inventory_item_id: id,
      order_edit: fc.oneof(fc.record({ order_id: id }), id),
      fulfillment_order: fc.oneof(fc.record({ id }), id),
      customer: fc.oneof(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), id),
      total_price: fc.constantFrom('-0.001', '1e999', '99999999999999999999.99', '<script>'),
    },
    { requiredKeys: [] },
  );
  const body = fc.oneof(
    bytes,
    fc.json().map((text) => Buffer.from(text)),
    order.map((value) => Buffer.from(JSON.stringify(value))),
  );
  const word = fc.stringMatching(/^[\x21-\x7e]{1,40}$/);

  test(
    'nothing is accepted without a valid signature',
    async () => {
      const signature = fc.oneof(
        word,
        bytes.map((b) => b.toString('base64')),
        fc.constant('A'.repeat(43) + '='),
      );
      await fc.assert(
        fc.asyncProperty(body, topic, signature, async (sent, name, hmac) => {
          const status = await send(sent, name, { 'x-shopify-hmac-sha256': hmac });
          expect([400, 401]).toContain(status);
        }),
        SETTINGS,
      );
      process.stdout.write(`intruders: ${RUNS.count} bodies, not signed, 0 accepted\n`);
    },
    PATIENCE_MS,
  );

  test(
    'nothing that is signed makes the server fail',
    async () => {
      await fc.assert(
        fc.asyncProperty(body, topic, word, word, async (sent, name, webhookId, eventId) => {
          const status = await send(sent, name, {
            'x-shopify-webhook-id': webhookId,
            'x-shopify-event-id': eventId,
          });
          expect([200, 400]).toContain(status);
        }),
        SETTINGS,
      );
      process.stdout.write(`intruders: ${RUNS.count} bodies, signed, 0 failures\n`);
    },
    PATIENCE_MS,
  );
});
