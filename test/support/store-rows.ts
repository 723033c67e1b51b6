import type { Case } from '../../app/domain/case';
import { ItemId, LineId, LocationId, OrderId, ShopId } from '../../app/domain/ids';
import { Intent } from '../../app/domain/intent';
import type { Demand, KeptMessage } from '../../app/ports';

/* Rows for the store's batteries: whole, and the same every time. */

export const SHOP = ShopId.parse('north.myshopify.com');
export const OTHER = ShopId.parse('south.myshopify.com');
export const order = (n: number): OrderId => OrderId.parse(`gid://shopify/Order/${n}`);
export const line = (n: number): LineId => LineId.parse(`gid://shopify/LineItem/${n}`);
export const ITEM = ItemId.parse('gid://shopify/InventoryItem/1');
export const PLACE = LocationId.parse('gid://shopify/Location/1');
export const at = (text: string): Date => new Date(`2026-03-${text}:00Z`);
export const NOON = at('01T12:00');
export const CUSTOMER = 'a1b2c3';

export const shopFacts = {
  name: 'North',
  email: 'owner@north.example',
  timezone: 'Europe/Vienna',
  currencyCode: 'EUR',
  installedAt: NOON,
  uninstalledAt: null,
};

export function aCase(orderId: OrderId, changes: Partial<Case> = {}): Case {
  const units = { clear: 0, doubtful: 0, short: 2, ready: 0, packed: 0, shipped: 0, cancelled: 0 };
  const promise = { start: NOON, latest: at('31T12:00'), date: null, dateSetAt: null };
  return {
    shop: SHOP,
    orderId,
    orderName: '#1001',
    version: 0,
    generation: 1,
    test: false,
    openedAt: NOON,
    closedAt: null,
    customerKey: CUSTOMER,
    customerZone: 'Europe/Vienna',
    lines: [
      {
        id: line(1),
        itemId: ITEM,
        title: 'Lamp',
        sku: null,
        unitPrice: { amount: '19.90', currencyCode: 'EUR' },
        units,
        promise: { ...promise, previousDate: null, toldDate: null },
        choice: { kind: 'kept', at: NOON, until: at('20T12:00') },
      },
    ],
    said: [],
    toTell: [],
    attention: null,
    releasedByOthers: [],
    redacted: false,
    ...changes,
  };
}

export function aDemand(changes: Partial<Demand> = {}): Omit<Demand, 'allocated'> {
  const known = { orderId: order(1), lineId: line(1), itemId: ITEM, locationId: PLACE };
  return { ...known, quantity: 2, orderedAt: NOON, priority: 0, ...changes };
}

export function aCapture(changes: Partial<Intent> = {}): Intent {
  return Intent.parse({
    shop: SHOP,
    orderId: order(1),
    generation: 1,
    effect: {
      kind: 'capture',
      target: 'gid://shopify/OrderTransaction/7',
      amount: { amount: '39.80', currencyCode: 'EUR' },
      final: true,
    },
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
}

export function aMessage(changes: Partial<KeptMessage> = {}): KeptMessage {
  return {
    orderId: order(1),
    key: 'first-notice-1',
    step: 'first-notice',
    customerKey: CUSTOMER,
    to: 'ada@example.com',
    subject: 'Your lamp, Ada',
    text: 'Dear Ada',
    html: '<p>Dear Ada</p>',
    messageId: 'm-1@holdfast.example',
    at: NOON,
    outcome: 'attempting',
    ...changes,
  };
}

export const look = (n: number, dueAt: Date, shop = SHOP) =>
  ({ shop, body: { kind: 'look-at-order', orderId: order(n) }, dueAt }) as const;
