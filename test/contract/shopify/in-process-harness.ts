import { DAY } from '../../../app/domain/calendar';
import { type FulfillmentOrderId, type OrderId, ShopId } from '../../../app/domain/ids';
import type { Shopify } from '../../../app/ports';
import { aLoneShop, type LoneShop } from '../../support/lone-shop';
import type { Fault } from '../../support/shop';
import type { OrderWish, ShopifyHarness, ShopWish, Trouble } from './harness';

const FAULTS: Readonly<Record<Trouble, Fault>> = {
  'reply-lost': 'lost-answer',
  // The first call is still under way: it comes true later, with the key under which the second one is made.
  concurrent: 'pending',
};

const ANNA = {
  email: 'anna@example.com',
  phone: null,
  firstName: 'Anna',
  locale: 'de-AT',
  countryCode: 'AT',
  provinceCode: null,
};

/** The simulated shop that stories, money's table and histories run on, without the API. It is one: each that is opened is another. */
export function inProcessHarness(): ShopifyHarness {
  const shops = new Map<ShopId, LoneShop>();
  const of = (shop: ShopId): LoneShop => {
    const world = shops.get(shop);
    if (world === undefined) throw new Error(`${shop} was not opened`);
    return world;
  };
  /** Shops have the same ids: the one that was opened last is meant. */
  const holding = (
    id: FulfillmentOrderId,
  ): { readonly world: LoneShop; readonly order: OrderId } => {
    for (const world of [...shops.values()].toReversed())
      for (const order of world.orders())
        if (order.fulfillmentOrders.some((fo) => fo.id === id)) return { world, order: order.id };
    throw new Error(`Nobody has ${id}`);
  };

  return {
    port: portOf((shop) => of(shop).port),
    async openShop(wish = {}) {
      const shop = ShopId.parse(`lone-${shops.size + 1}.myshopify.com`);
      const world = openWorld(wish);
      shops.set(shop, world);
      for (const sku of ['KETTLE', 'CUP']) world.onHand(sku, 5);
      return shop;
    },
    checkOut: async (shop, wish = {}) => of(shop).placed(checkoutOf(wish)).id,
    read: (shop, id) => of(shop).read(of(shop).order(id)),
    async passDays(days) {
      for (const world of shops.values()) world.advance(days * DAY);
    },
    async edit(shop, id, sku, quantity) {
      const world = of(shop);
      const line = world.order(id).lines.find((l) => l.sku === sku);
      if (line === undefined) throw new Error(`There is no ${sku}`);
      const more = quantity - line.current;
      if (more > 0) world.addUnits(id, line.id, more);
      else world.takeOff(id, line.id, -more);
    },
    async authorizeMore(shop, id) {
      of(shop).payByLink(id, 'authorization');
    },
    async holdByOther(id) {
      const { world, order } = holding(id);
      world.holdByMerchant(order);
    },
    async accept(id) {
      const { world, order } = holding(id);
      world.thirdPartyAccepts(order);
    },
    async answerCancellation(id, accepted) {
      const { world, order } = holding(id);
      world.thirdPartyAnswers(order, accepted ? 'accepted' : 'rejected');
    },
    async trouble(shop, method, what) {
      of(shop).fault(method, FAULTS[what]);
    },
  };
}

function openWorld({ captureMode, plus, paymentTerms, voidedPayable }: ShopWish): LoneShop {
  return aLoneShop({
    currency: 'EUR',
    captureMode: captureMode ?? 'manual',
    plus: plus ?? false,
    allowsTerms: paymentTerms ?? false,
    payablePerLinkAfterLoss: voidedPayable === false ? 'terms' : 'link',
  });
}

function checkoutOf({ lines, tax, discount, ...wish }: OrderWish) {
  const wanted = lines ?? [{ sku: 'KETTLE', quantity: 3 }];
  return {
    ...wish,
    customer: ANNA,
    lines: wanted.map((line, i) => (tax !== undefined && i === 0 ? { ...line, tax } : line)),
    ...(discount !== undefined && { orderDiscount: discount }),
  };
}

/** One port for all shops, as the real one is. */
function portOf(of: (shop: ShopId) => Shopify): Shopify {
  return {
    readOrder: (shop, id) => of(shop).readOrder(shop, id),
    readUpdatedAt: (shop, id) => of(shop).readUpdatedAt(shop, id),
    readStock: (shop, id) => of(shop).readStock(shop, id),
    findOrderOf: (shop, id) => of(shop).findOrderOf(shop, id),
    listOpenOrders: (shop, cursor) => of(shop).listOpenOrders(shop, cursor),
    listChangedOrders: (shop, since, cursor) => of(shop).listChangedOrders(shop, since, cursor),
    suggestRefund: (shop, input) => of(shop).suggestRefund(shop, input),
    readAccess: (shop) => of(shop).readAccess(shop),
    readShop: (shop) => of(shop).readShop(shop),
    hold: (shop, input) => of(shop).hold(shop, input),
    requestCancellation: (shop, input) => of(shop).requestCancellation(shop, input),
    takeBackRequest: (shop, input) => of(shop).takeBackRequest(shop, input),
    release: (shop, input) => of(shop).release(shop, input),
    capture: (shop, input) => of(shop).capture(shop, input),
    void: (shop, input) => of(shop).void(shop, input),
    cancelOrder: (shop, input) => of(shop).cancelOrder(shop, input),
    removeUnits: (shop, input) => of(shop).removeUnits(shop, input),
    refund: (shop, input) => of(shop).refund(shop, input),
    askForPayment: (shop, input) => of(shop).askForPayment(shop, input),
  };
}
