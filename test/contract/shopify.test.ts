import { z } from 'zod';
import { createAdminClient } from '../../app/adapters/shopify/admin-client.server';
import { createShopifyPort } from '../../app/adapters/shopify/shopify-port.server';
import { FulfillmentOrderId, OrderId, ShopId } from '../../app/domain/ids';
import type { OrderSnapshot } from '../../app/domain/order';
import { NoAccess, OutcomeUnclear, Permanent, Throttled, Unreachable } from '../../app/errors';
import type { Log, Shopify } from '../../app/ports';
import { SCOPES, type SimulatedShopify, startSimulatedShopify } from '../support/simulated-shopify';

let shopify: SimulatedShopify;
let port: Shopify;
const tokens = new Map<ShopId, string>();
const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

beforeAll(async () => {
  shopify = await startSimulatedShopify();
  const client = createAdminClient({
    tokenFor: async (shop, refused) => {
      const token = tokens.get(shop);
      if (!token || token === refused) throw new NoAccess('no token');
      return token;
    },
    log: silent,
    timeoutMs: 2_000,
  });
  port = createShopifyPort(client, { pollMs: [10] });
});

afterAll(() => shopify.stop());

async function aShop(wish: object = {}): Promise<ShopId> {
  const shop = await shopify.openShop(wish);
  tokens.set(shop, (await shopify.exchangeToken(shop, false)).access);
  await stock(shop, 'KETTLE', 5);
  return shop;
}

const stock = (shop: ShopId, sku: string, available: number) =>
  shopify.sim('POST', '/products', { shop, sku, price: '20.00', available });

async function anOrder(shop: ShopId, wish: object = {}): Promise<OrderId> {
  const made = await shopify.sim('POST', '/orders', {
    shop,
    email: 'anna@example.com',
    name: 'Anna Meier',
    country: 'AT',
    locale: 'de-AT',
    lines: [{ sku: 'KETTLE', quantity: 3 }],
    routing: 'at-once',
    ...wish,
  });
  return OrderId.parse(z.object({ orderId: z.string() }).parse(made).orderId);
}

async function read(shop: ShopId, id: OrderId): Promise<OrderSnapshot> {
  const order = await port.readOrder(shop, id);
  if (!order) throw new Error('the order is not there');
  return order;
}

/** The only one of a list that has to have one. */
function only<T>(list: readonly T[]): T {
  const [first] = list;
  if (first === undefined || list.length > 1) throw new Error(`${list.length} instead of one`);
  return first;
}

async function ledger(shop: ShopId, kind: string): Promise<unknown[]> {
  return z.array(z.unknown()).parse(await shopify.sim('GET', `/ledger?shop=${shop}&kind=${kind}`));
}

const fault = (shop: ShopId, target: string, mode: string, more: object = {}) =>
  shopify.sim('POST', '/faults', { shop, target, mode, ...more });

const euros = (amount: string) => ({ amount, currencyCode: 'EUR' });

describe('reading', () => {
  it('gives the order as Holdfast needs it', async () => {
    const shop = await aShop();
    const order = await read(shop, await anOrder(shop));
    expect(order).toMatchObject({
      name: '#1001',
      test: false,
      source: 'web',
      cancelledAt: null,
      customer: {
        email: 'anna@example.com',
        firstName: 'Anna',
        locale: 'de-AT',
        countryCode: 'AT',
      },
      currentTotal: euros('60.00'),
      refunded: euros('0.00'),
      disputed: false,
      risk: 'none',
    });
    const line = only(order.lines);
    expect(line).toMatchObject({
      sku: 'KETTLE',
      tracked: true,
      ordered: 3,
      current: 3,
      unitPrice: euros('20.00'),
    });
    const part = only(order.fulfillmentOrders);
    expect(part).toMatchObject({
      status: 'open',
      canHold: true,
      holds: [],
      lines: [{ lineId: line.id, remaining: 3 }],
    });
    expect(only(order.transactions)).toMatchObject({
      kind: 'authorization',
      status: 'success',
      amount: euros('60.00'),
    });
  });

  it('tells money in the currency that the customer saw', async () => {
    const shop = await aShop();
    const order = await read(
      shop,
      await anOrder(shop, { presentmentCurrency: 'JPY', rate: '160' }),
    );
    expect(order.currentTotal).toEqual({ amount: '9600', currencyCode: 'JPY' });
  });

  it('gives null for an order that is not there', async () => {
    const shop = await aShop();
    expect(await port.readOrder(shop, OrderId.parse('gid://shopify/Order/1'))).toBeNull();
  });

  it('lives without protected customer data', async () => {
    const shop = await aShop({ protectedData: false });
    const order = await read(shop, await anOrder(shop));
    expect(order.customer).toMatchObject({ email: null, firstName: null });
    expect(order.lines).toHaveLength(1);
  });

  it('puts a long order together from its pages', async () => {
    const shop = await aShop();
    const skus = Array.from({ length: 45 }, (_, n) => `CUP-${n}`);
    for (const sku of skus) await stock(shop, sku, 10);
    const id = await anOrder(shop, { lines: skus.map((sku) => ({ sku, quantity: 2 })) });
    for (let parcel = 0; parcel < 6; parcel += 1)
      await shopify.sim('POST', '/fulfillments', {
        shop,
        orderId: id,
        lines: [{ sku: skus[parcel], quantity: 2 }],
        trackingNumber: `1Z-${parcel}`,
      });
    const order = await read(shop, id);
    expect(order.lines.map((line) => line.sku)).toEqual(skus);
    expect(order.fulfillmentOrders.flatMap((part) => part.lines)).toHaveLength(45);
    expect(order.fulfillments.map((parcel) => parcel.trackingNumber).toSorted()).toEqual(
      Array.from({ length: 6 }, (_, n) => `1Z-${n}`),
    );
  });

  it('knows a parcel that the carrier has from one that is only packed', async () => {
    const shop = await aShop();
    const id = await anOrder(shop);
    const { fulfillmentId } = z
      .object({ fulfillmentId: z.string() })
      .parse(
        await shopify.sim('POST', '/fulfillments', { shop, orderId: id, trackingNumber: '1Z' }),
      );
    expect(only((await read(shop, id)).fulfillments).carrierHasIt).toBe(false);
    await shopify.sim('POST', `/fulfillments/${encodeURIComponent(fulfillmentId)}/event`, {
      status: 'in_transit',
    });
    expect(only((await read(shop, id)).fulfillments).carrierHasIt).toBe(true);
  });

  it('gives the stock of an item per location, with what orders have claimed', async () => {
    const shop = await aShop();
    const order = await read(shop, await anOrder(shop));
    const { itemId } = only(order.lines);
    if (!itemId) throw new Error('no item');
    expect(only(await port.readStock(shop, itemId))).toMatchObject({
      available: 2,
      onHand: 5,
      committed: 3,
      setAside: 0,
    });
  });

  it('finds the order of a fulfillment order, and none for an unknown one', async () => {
    const shop = await aShop();
    const id = await anOrder(shop);
    const part = only((await read(shop, id)).fulfillmentOrders);
    expect(await port.findOrderOf(shop, part.id)).toBe(id);
    expect(await port.findOrderOf(shop, 'gid://shopify/FulfillmentOrder/1')).toBeNull();
  });

  it('lists what is not fulfilled, oldest first, also what is on hold or partly sent', async () => {
    const shop = await aShop();
    const [open, held, partly, sent] = [
      await anOrder(shop),
      await anOrder(shop),
      await anOrder(shop),
      await anOrder(shop),
    ];
    const part = only((await read(shop, held)).fulfillmentOrders);
    await shopify.sim('POST', `/fulfillment-orders/${encodeURIComponent(part.id)}/hold`, {});
    await shopify.sim('POST', '/fulfillments', {
      shop,
      orderId: partly,
      lines: [{ sku: 'KETTLE', quantity: 1 }],
    });
    await shopify.sim('POST', '/fulfillments', { shop, orderId: sent });
    expect(await port.listOpenOrders(shop, null)).toEqual({
      ids: [open, held, partly],
      next: null,
    });
  });

  it('knows the shop', async () => {
    const shop = await aShop({ timezone: 'Europe/Vienna', name: 'Tea House' });
    expect(await port.readShop(shop)).toMatchObject({
      name: 'Tea House',
      timezone: 'Europe/Vienna',
      currencyCode: 'EUR',
    });
  });
});

describe('holding', () => {
  const hold = (shop: ShopId, id: string, order: OrderSnapshot) =>
    port.hold(shop, {
      fulfillmentOrderId: only(order.fulfillmentOrders).id,
      reason: 'INVENTORY_OUT_OF_STOCK',
      note: 'Waits for stock',
      handle: id,
      lines: null,
    });

  it('is done once, however often it is asked for with the same handle', async () => {
    const shop = await aShop();
    const id = await anOrder(shop);
    const order = await read(shop, id);
    expect(await hold(shop, 'holdfast-1', order)).toMatchObject({ outcome: 'done' });
    expect(await hold(shop, 'holdfast-1', order)).toMatchObject({ outcome: 'done' });
    const held = only((await read(shop, id)).fulfillmentOrders);
    expect(held.status).toBe('on-hold');
    expect(only(held.holds)).toMatchObject({
      handle: 'holdfast-1',
      ours: true,
      reason: 'INVENTORY_OUT_OF_STOCK',
    });
    expect(await ledger(shop, 'hold')).toHaveLength(1);
  });

  it("is released by name, and leaves others' holds where they are", async () => {
    const shop = await aShop();
    const id = await anOrder(shop);
    const order = await read(shop, id);
    const { id: fulfillmentOrderId } = only(order.fulfillmentOrders);
    await shopify.sim(
      'POST',
      `/fulfillment-orders/${encodeURIComponent(fulfillmentOrderId)}/hold`,
      { handle: 'theirs' },
    );
    await hold(shop, 'holdfast-1', order);
    const holds = only((await read(shop, id)).fulfillmentOrders).holds;
    const ours = holds.filter((one) => one.ours).map((one) => one.id);
    expect(ours).toHaveLength(1);
    expect(await port.release(shop, { fulfillmentOrderId, holdIds: ours })).toMatchObject({
      outcome: 'done',
    });
    const left = only((await read(shop, id)).fulfillmentOrders);
    expect(left.status).toBe('on-hold');
    expect(only(left.holds)).toMatchObject({ handle: 'theirs', ours: false });
  });

  it('never lets a release leave that names no hold', async () => {
    const shop = await aShop();
    const order = await read(shop, await anOrder(shop));
    const { id: fulfillmentOrderId } = only(order.fulfillmentOrders);
    await expect(port.release(shop, { fulfillmentOrderId, holdIds: [] })).rejects.toBeInstanceOf(
      Permanent,
    );
    expect(await ledger(shop, 'release')).toHaveLength(0);
  });

  it('is refused in words for a part of the order that is gone', async () => {
    const shop = await aShop();
    const gone = FulfillmentOrderId.parse('gid://shopify/FulfillmentOrder/1');
    const result = await port.hold(shop, {
      fulfillmentOrderId: gone,
      reason: 'INVENTORY_OUT_OF_STOCK',
      note: '',
      handle: 'holdfast-1',
      lines: null,
    });
    expect(result).toEqual({
      outcome: 'refused',
      code: 'FULFILLMENT_ORDER_NOT_FOUND',
      reason:
        'Shopify no longer has this part of the order: it was split, merged, moved or fulfilled.',
    });
  });
});

describe('money', () => {
  async function authorized(wish: object = {}, order: object = {}) {
    const shop = await aShop(wish);
    const orderId = await anOrder(shop, order);
    const authorizationId = only((await read(shop, orderId)).transactions).id;
    return { shop, orderId, authorizationId };
  }

  it('is captured whole, and the order shows it', async () => {
    const { shop, ...input } = await authorized();
    const result = await port.capture(shop, { ...input, amount: euros('60.00'), final: true });
    const order = await read(shop, input.orderId);
    const capture = only(order.transactions.filter((t) => t.kind === 'capture'));
    expect(result).toEqual({ outcome: 'done', reference: capture.id });
    expect(capture).toMatchObject({
      status: 'success',
      amount: euros('60.00'),
      parentId: input.authorizationId,
    });
    expect(await ledger(shop, 'capture')).toHaveLength(1);
  });

  it("is captured in the customer's currency", async () => {
    const { shop, ...input } = await authorized({}, { presentmentCurrency: 'USD', rate: '1.5' });
    const amount = { amount: '90.00', currencyCode: 'USD' };
    expect(await port.capture(shop, { ...input, amount, final: true })).toMatchObject({
      outcome: 'done',
    });
  });

  it('is not captured beyond what was authorized', async () => {
    const { shop, ...input } = await authorized();
    const result = await port.capture(shop, { ...input, amount: euros('60.01'), final: true });
    expect(result).toMatchObject({ outcome: 'refused' });
    expect(await ledger(shop, 'capture')).toHaveLength(0);
  });

  it('is not captured after the authorization has lapsed', async () => {
    const { shop, ...input } = await authorized();
    await shopify.sim('POST', '/clock', { advance: 'P8D' });
    const result = await port.capture(shop, { ...input, amount: euros('60.00'), final: true });
    expect(result).toMatchObject({ outcome: 'refused' });
    expect(
      (await read(shop, input.orderId)).transactions.filter(
        (t) => t.kind === 'capture' && t.status === 'success',
      ),
    ).toEqual([]);
  });

  it('that the provider refuses is told in words', async () => {
    const { shop, ...input } = await authorized();
    await fault(shop, 'orderCapture', 'refuse');
    const result = await port.capture(shop, { ...input, amount: euros('60.00'), final: true });
    expect(result).toMatchObject({ outcome: 'refused', reason: expect.stringMatching(/\w/) });
  });

  it('may be pending', async () => {
    const { shop, ...input } = await authorized();
    await fault(shop, 'orderCapture', 'pending');
    const result = await port.capture(shop, { ...input, amount: euros('60.00'), final: true });
    expect(result).toMatchObject({
      outcome: 'pending',
      reference: expect.stringContaining('OrderTransaction'),
    });
  });

  it('is released by a void, once', async () => {
    const { shop, orderId, authorizationId } = await authorized();
    expect(await port.void(shop, { authorizationId })).toMatchObject({ outcome: 'done' });
    expect(await port.void(shop, { authorizationId })).toMatchObject({
      outcome: 'refused',
      code: 'AUTH_NOT_VOIDABLE',
    });
    expect((await read(shop, orderId)).transactions.map((t) => t.kind)).toEqual([
      'authorization',
      'void',
    ]);
    expect(await ledger(shop, 'void')).toHaveLength(1);
  });
});

describe('cancelling', () => {
  const wish = { reason: 'CUSTOMER' as const, note: 'As the customer asked' };

  it('runs as a job: pending at first, and the order shows the end of it', async () => {
    const shop = await aShop();
    const orderId = await anOrder(shop);
    expect(await port.cancelOrder(shop, { orderId, ...wish })).toMatchObject({
      outcome: 'pending',
    });
    await shopify.sim('POST', '/clock', { advance: 'PT10S' });
    const order = await read(shop, orderId);
    expect(order.cancelledAt).not.toBeNull();
    expect(order.transactions.map((t) => t.kind)).toEqual(['authorization', 'void']);
    expect(only(await ledger(shop, 'cancel'))).toMatchObject({
      detail: { reason: 'CUSTOMER', restock: true, refund: true, notify: false },
    });
  });

  it('is done when the job ends while one looks at it', async () => {
    const shop = await aShop();
    const orderId = await anOrder(shop);
    const patient = createShopifyPort(
      createAdminClient({ tokenFor: async () => tokens.get(shop) ?? '', log: silent }),
      { pollMs: [300, 300] },
    );
    const result = patient.cancelOrder(shop, { orderId, ...wish });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await shopify.sim('POST', '/clock', { advance: 'PT10S' });
    expect(await result).toMatchObject({ outcome: 'done' });
  });

  it('is refused for what has left', async () => {
    const shop = await aShop();
    const orderId = await anOrder(shop);
    await shopify.sim('POST', '/fulfillments', {
      shop,
      orderId,
      lines: [{ sku: 'KETTLE', quantity: 1 }],
    });
    expect(await port.cancelOrder(shop, { orderId, ...wish })).toMatchObject({
      outcome: 'refused',
    });
  });
});

describe('taking units off a line', () => {
  it('is done once, however often it is tried', async () => {
    const shop = await aShop();
    const orderId = await anOrder(shop);
    const { id: lineId, itemId } = only((await read(shop, orderId)).lines);
    const wish = { orderId, lineId, current: 3, quantity: 2, note: 'Cancelled by the customer' };
    expect(await port.removeUnits(shop, wish)).toMatchObject({ outcome: 'done' });
    expect(await port.removeUnits(shop, wish)).toMatchObject({ outcome: 'done' });
    const order = await read(shop, orderId);
    expect(only(order.lines)).toMatchObject({ ordered: 3, current: 1 });
    expect(order.currentTotal).toEqual(euros('20.00'));
    if (!itemId) throw new Error('no item');
    expect(only(await port.readStock(shop, itemId))).toMatchObject({ available: 4, committed: 1 });
  });

  it('is refused when somebody edited the line meanwhile', async () => {
    const shop = await aShop();
    const orderId = await anOrder(shop);
    const { id: lineId } = only((await read(shop, orderId)).lines);
    await shopify.sim('POST', `/orders/${encodeURIComponent(orderId)}/edit`, {
      lines: [{ sku: 'KETTLE', quantity: 2 }],
    });
    const wish = { orderId, lineId, current: 3, quantity: 2, note: '' };
    expect(await port.removeUnits(shop, wish)).toMatchObject({
      outcome: 'refused',
      code: 'QUANTITY_CHANGED',
    });
    expect(only((await read(shop, orderId)).lines).current).toBe(2);
  });

  it('may be tried again when it broke off before the commit', async () => {
    const shop = await aShop();
    const orderId = await anOrder(shop);
    const { id: lineId } = only((await read(shop, orderId)).lines);
    await fault(shop, 'orderEditSetQuantity', 'timeoutAfterCommit');
    const wish = { orderId, lineId, current: 3, quantity: 1, note: '' };
    await expect(port.removeUnits(shop, wish)).rejects.toBeInstanceOf(Unreachable);
    expect(await port.removeUnits(shop, wish)).toMatchObject({ outcome: 'done' });
    expect(only((await read(shop, orderId)).lines).current).toBe(2);
  });
});

describe('a bad day', () => {
  async function capturing() {
    const shop = await aShop();
    const orderId = await anOrder(shop);
    const authorizationId = only((await read(shop, orderId)).transactions).id;
    const capture = () =>
      port.capture(shop, { orderId, authorizationId, amount: euros('60.00'), final: true });
    return { shop, orderId, capture };
  }

  it('throttling says how long to wait, and nothing was done', async () => {
    const { shop, orderId, capture } = await capturing();
    await fault(shop, '*', 'throttle', { count: 2 });
    const error: unknown = await port.readOrder(shop, orderId).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Throttled);
    expect(error).toMatchObject({ waitMs: expect.any(Number) });
    await expect(capture()).rejects.toBeInstanceOf(Throttled);
    expect(await ledger(shop, 'capture')).toHaveLength(0);
  });

  it('a change that broke off after it happened is unclear, and the order shows it', async () => {
    const { shop, orderId, capture } = await capturing();
    await fault(shop, 'orderCapture', 'timeoutAfterCommit');
    await expect(capture()).rejects.toBeInstanceOf(OutcomeUnclear);
    expect((await read(shop, orderId)).transactions.map((t) => t.kind)).toContain('capture');
  });

  it.each(['drop', 'http500', 'dataWithErrors'])(
    'a change that met "%s" is unclear',
    async (mode) => {
      const { shop, capture } = await capturing();
      await fault(shop, 'orderCapture', mode);
      await expect(capture()).rejects.toBeInstanceOf(OutcomeUnclear);
    },
  );

  it.each(['drop', 'http500', 'dataWithErrors'])(
    'a read that met "%s" may be tried again',
    async (mode) => {
      const { shop, orderId } = await capturing();
      await fault(shop, 'order', mode);
      await expect(port.readOrder(shop, orderId)).rejects.toBeInstanceOf(Unreachable);
      expect(await port.readOrder(shop, orderId)).not.toBeNull();
    },
  );

  it('a change that takes too long is unclear', async () => {
    const { shop, capture } = await capturing();
    await fault(shop, 'orderCapture', 'slow', { ms: 3_000 });
    await expect(capture()).rejects.toBeInstanceOf(OutcomeUnclear);
  });

  it('an uninstalled app has no access', async () => {
    const { shop, orderId, capture } = await capturing();
    await shopify.sim('POST', `/shops/${shop}/uninstall`);
    await expect(port.readOrder(shop, orderId)).rejects.toBeInstanceOf(NoAccess);
    await expect(capture()).rejects.toBeInstanceOf(NoAccess);
  });

  it('a shop that is not there has no access', async () => {
    const gone = ShopId.parse('gone.myshopify.com');
    tokens.set(gone, 'shpat_x');
    await expect(port.readShop(gone)).rejects.toBeInstanceOf(NoAccess);
  });

  it('a missing scope has no access, and nothing is mistaken for "not there"', async () => {
    const { shop, orderId } = await capturing();
    await shopify.sim('PATCH', `/shops/${shop}`, {
      scopes: SCOPES.filter(
        (scope) => !/_orders$|order_edits/.test(scope) || /fulfillment/.test(scope),
      ),
    });
    await expect(port.readOrder(shop, orderId)).rejects.toBeInstanceOf(NoAccess);
  });
});
