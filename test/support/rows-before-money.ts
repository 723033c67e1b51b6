import type pg from 'pg';
import type { ShopId } from '../../app/domain/ids';
import { Effect, type Intent } from '../../app/domain/intent';
import { aCase, aDemand, aMessage, at, CUSTOMER, NOON, order } from './store-rows';

/* A shop's rows as the release before the money's migration left them, and how that release wrote them. */

export const LATER = at('31T12:00');
/** Without a word of capture methods, part orders, lapses or payments. */
export const SETTINGS = {
  ...{ version: 3, mode: 'automatic', paused: false, cutOff: '16:30', nightFrom: '21:00' },
  ...{ nightTo: '08:00', followUpDays: 5, capHours: 20, undoMinutes: 15, statedShippingDays: 30 },
  ...{ captureClearOrders: true, includeTestOrders: false, shippingToldBy: 'shopify' },
  ...{ feedLocations: [], senderName: '', senderEmail: '', replyTo: '' },
};
export const CASE = aCase(order(1), { version: 4, releasedByHand: [] });
export const DEMAND = { ...aDemand(), allocated: 1 };
export const MESSAGE = aMessage();

const authorization = (n: number): string => `gid://shopify/OrderTransaction/${n}`;
export const CAPTURED = authorization(13);
export const VOIDED = authorization(14);
export const REFUSED = authorization(15);
/** Captured a second time after the order had grown. */
export const TWICE = authorization(17);

/** Every capture was the last of its authorization, and said nothing of what was authorized. */
export const aCapture = (target: string, amount = '39.80'): Effect =>
  Effect.parse({
    kind: 'capture',
    target,
    amount: { amount, currencyCode: 'EUR' },
    final: true,
  });
const aVoid = (target: string): Effect => Effect.parse({ kind: 'void', target });
const aHold = (n: number): Effect =>
  Effect.parse({
    kind: 'hold',
    target: `gid://shopify/FulfillmentOrder/${n}`,
    reason: 'INVENTORY_OUT_OF_STOCK',
    note: 'Waits for goods',
  });

type Row = Omit<Intent, 'shop' | 'awaitingSince'>;
export const planned = (n: number, effect: Effect, changes: Partial<Row> = {}): Row => ({
  orderId: order(n),
  generation: 1,
  effect,
  status: 'planned',
  epoch: 0,
  approved: false,
  attemptedBy: null,
  plannedAt: NOON,
  finishedAt: null,
  reference: null,
  error: null,
  ...changes,
});
const done = { status: 'done', epoch: 2, finishedAt: LATER, reference: 'gid://x' } as const;

export const INTENTS: readonly Row[] = [
  planned(1, aHold(1), done),
  planned(2, aCapture(authorization(10))),
  planned(3, aCapture(authorization(11)), { status: 'awaiting-approval' }),
  planned(4, aCapture(authorization(12)), { status: 'attempting', epoch: 1, attemptedBy: '7' }),
  planned(5, aCapture(CAPTURED), done),
  planned(6, aVoid(VOIDED), done),
  planned(7, aCapture(REFUSED), { ...done, status: 'failed', reference: null, error: 'No' }),
  planned(8, aCapture(authorization(16)), { status: 'unclear', epoch: 4, error: 'No answer' }),
  planned(9, aCapture(TWICE, '20.00'), done),
  planned(9, aCapture(TWICE, '20.00'), { ...done, generation: 2 }),
  planned(10, aHold(2), { status: 'attempting', epoch: 1, attemptedBy: '8' }),
];
export const ORDERS = [...new Set(INTENTS.map((row) => Number(row.orderId.split('/').at(-1))))];

const LOOK = { kind: 'look-at-order', orderId: order(1) };
const PERFORM = {
  kind: 'perform-effect',
  orderId: order(2),
  intent: 'capture-10-1',
};
export const TASKS = [
  { key: 'look-at-order-1', status: 'waiting', payload: LOOK },
  { key: 'perform-effect-2-capture-10-1', status: 'claimed', payload: PERFORM },
];

export async function insertShop(pool: pg.Pool, shop: ShopId, hasLeft: boolean): Promise<void> {
  await pool.query(
    `insert into "Shop" ("shop", "name", "email", "timezone", "currencyCode", "installedAt", "uninstalledAt", "settings")
     values ($1, 'North', 'owner@north.example', 'Europe/Vienna', 'EUR', $2, $3, $4)`,
    [shop, NOON, hasLeft ? LATER : null, SETTINGS],
  );
}

/** The first order: its case and everything around it, and the shop's tasks. */
export async function insertOrder(pool: pg.Pool, shop: ShopId): Promise<void> {
  const of = [shop, CASE.orderId] as const;
  await pool.query(
    `insert into "Case" ("shop", "orderId", "version", "orderName", "openedAt", "customerKey", "state", "stage")
     values ($1, $2, $3, $4, $5, $6, $7, 'waiting')`,
    [...of, CASE.version, CASE.orderName, CASE.openedAt, CUSTOMER, CASE],
  );
  await pool.query(
    `insert into "Timeline" ("shop", "orderId", "at", "kind", "by", "detail")
     values ($1, $2, $3, 'case-opened', 'holdfast', '{"units": 2}')`,
    [...of, NOON],
  );
  const { lineId, locationId, itemId, quantity, orderedAt, allocated } = DEMAND;
  await pool.query(
    `insert into "Demand" ("shop", "orderId", "lineId", "locationId", "itemId", "quantity", "orderedAt", "allocated")
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [...of, lineId, locationId, itemId, quantity, orderedAt, allocated],
  );
  const { key, step, customerKey, to, subject, text, html, messageId, outcome } = MESSAGE;
  await pool.query(
    `insert into "Message" ("shop", "orderId", "key", "step", "customerKey", "to", "subject", "text", "html",
       "messageId", "at", "outcome") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [...of, key, step, customerKey, to, subject, text, html, messageId, MESSAGE.at, outcome],
  );
  await pool.query(
    `insert into "ChoiceLink" ("shop", "id", "orderId", "generation", "expiresAt") values ($1, 'l-1', $2, 1, $3)`,
    [...of, LATER],
  );
  for (const task of TASKS)
    await pool.query(
      `insert into "Task" ("shop", "kind", "key", "payload", "dueAt", "status") values ($1, $2, $3, $4, $5, $6)`,
      [shop, task.payload.kind, task.key, task.payload, NOON, task.status],
    );
}

const asColumns = (shop: ShopId, { effect, ...row }: Row) => ({
  ...row,
  shop,
  kind: effect.kind,
  target: effect.target,
  effect,
  authorizationId: effect.kind === 'capture' || effect.kind === 'void' ? effect.target : null,
  amount: effect.kind === 'capture' ? effect.amount.amount : null,
});

/** In that release's own words, so that it can be tried on the newer database, too. */
export async function insertAsThen(pool: pg.Pool, shop: ShopId, row: Row): Promise<void> {
  await pool.query(
    `insert into "Intent" select * from jsonb_populate_record(null::"Intent", $1::jsonb)
     on conflict ("shop", "orderId", "kind", "target", "generation") do nothing`,
    [JSON.stringify(asColumns(shop, row))],
  );
}
