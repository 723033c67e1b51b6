import { z } from 'zod';
import { createAdminClient } from '../../../app/adapters/shopify/admin-client.server';
import { REQUESTED_PRICES } from '../../../app/adapters/shopify/operations/requested-prices';
import { createPriceMeter } from '../../../app/adapters/shopify/price-meter';
import { createShopifyPort } from '../../../app/adapters/shopify/shopify-port.server';
import { OrderId, type ShopId } from '../../../app/domain/ids';
import type { OrderSnapshot } from '../../../app/domain/order';
import { NoAccess } from '../../../app/errors';
import type { Log } from '../../../app/ports';
import { type SimulatedShopify, startSimulatedShopify } from '../../support/simulated-shopify';

export const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

export const euros = (amount: string) => ({ amount, currencyCode: 'EUR' });

/** The only one of a list that has to have one. */
export function only<T>(list: readonly T[]): T {
  const [first] = list;
  if (first === undefined || list.length > 1) throw new Error(`${list.length} instead of one`);
  return first;
}

/** The real adapter against the simulated Shopify, started once for a file of tests. */
export function onSimulator(log: Log = silent) {
  let running: SimulatedShopify | undefined;
  const tokens = new Map<ShopId, string>();
  const simulated = (): SimulatedShopify => {
    if (!running) throw new Error('the simulated Shopify is not there yet');
    return running;
  };

  beforeAll(async () => {
    running = await startSimulatedShopify();
  });
  afterAll(() => running?.stop());

  const meter = createPriceMeter(REQUESTED_PRICES, log);
  const client = createAdminClient({
    tokenFor: async (shop, refused) => {
      const token = tokens.get(shop);
      if (!token || token === refused) throw new NoAccess('no token');
      return token;
    },
    log,
    meter,
    timeoutMs: 2_000,
  });
  const port = createShopifyPort(client, { pollMs: [10] });
  const sim: SimulatedShopify['sim'] = (...call) => simulated().sim(...call);
  const stock = (shop: ShopId, sku: string, available: number, more: object = {}) =>
    sim('POST', '/products', { shop, sku, price: '20.00', available, ...more });

  return {
    port,
    meter,
    tokens,
    sim,
    stock,
    async aShop(wish: object = {}): Promise<ShopId> {
      const shop = await simulated().openShop(wish);
      tokens.set(shop, (await simulated().exchangeToken(shop, false)).access);
      await stock(shop, 'KETTLE', 5);
      return shop;
    },
    async anOrder(shop: ShopId, wish: object = {}): Promise<OrderId> {
      const made = await sim('POST', '/orders', {
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
    },
    async read(shop: ShopId, id: OrderId): Promise<OrderSnapshot> {
      const order = await port.readOrder(shop, id);
      if (!order) throw new Error('the order is not there');
      return order;
    },
    async ledger(shop: ShopId, kind: string): Promise<unknown[]> {
      return z.array(z.unknown()).parse(await sim('GET', `/ledger?shop=${shop}&kind=${kind}`));
    },
    fault: (shop: ShopId, target: string, mode: string, more: object = {}) =>
      sim('POST', '/faults', { shop, target, mode, ...more }),
  };
}
