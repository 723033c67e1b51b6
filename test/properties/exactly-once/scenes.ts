import type { Fact } from '../../../app/domain/history';
import { aShop } from '../../support/builders';
import { HOUSE, locationId } from '../../support/shop';
import type { Harness } from '../../support/harness';
import { FAIR } from '../../support/harness/hints';
import { DAYS, HOURS } from '../../support/story';
import { cancelAll, open, placeAll, type Scene, whileWaiting } from './scene';

const byUs =
  (kind: Fact['kind']) =>
  (fact: Fact): boolean =>
    fact.kind === kind && (!('by' in fact) || fact.by === 'holdfast');
const SOME = 50;

const HOLD = { effect: 'hold', call: 'hold', isMark: byUs('held') } as const;
const CAPTURE = { effect: 'capture', call: 'capture', isMark: byUs('captured') } as const;
const REFUND = { effect: 'refund', call: 'refund', isMark: byUs('refunded') } as const;

const mugsArrive = ({ shopify }: Harness): void => shopify.arrive('MUG', SOME);
const sendingPartsFirst = () => aShop().onPlus().with({ partOrders: 'ready-first' });

const goods: readonly Scene[] = [
  {
    name: 'hold',
    ...HOLD,
    async lead(v, between) {
      const { shop } = await open(v, between);
      return { shop, next: () => void placeAll(shop, v) };
    },
  },
  {
    name: 'hold of some lines',
    ...HOLD,
    async lead(v, between) {
      const paid = aShop().chargingAtCheckout().with({ partOrders: 'ready-first' });
      // Where news of the two goods come minutes apart, the whole is held first, and then let go to hold a part.
      const { shop } = await open({ ...v, weather: FAIR }, between, paid);
      shop.shopify.onHand('TEA', SOME);
      return { shop, next: () => void placeAll(shop, v, 'mugs and tea') };
    },
  },
  {
    name: 'release',
    effect: 'release',
    call: 'release',
    isMark: byUs('released'),
    lead: whileWaiting({
      shopOf: () => aShop().chargingAtCheckout(),
      since: DAYS(1),
      then: mugsArrive,
    }),
  },
  {
    name: 'request for cancellation',
    effect: 'request-cancellation',
    call: 'requestCancellation',
    isMark: byUs('cancellation-requested'),
    async lead(v, between) {
      const { shop } = await open(v, between);
      shop.shopify.onHand('MUG', SOME);
      for (const order of placeAll(shop, v)) {
        await shop.advance(HOURS(1));
        shop.shopify.thirdPartyAccepts(order.id);
      }
      return { shop, next: () => shop.shopify.onHand('MUG', 0) };
    },
  },
  {
    name: 'request taken back',
    effect: 'take-back-request',
    call: 'takeBackRequest',
    isMark: byUs('request-taken-back'),
    async lead(v, between) {
      const takingBack = aShop().with({ takeBackAtLocations: [locationId(HOUSE)] });
      const { shop } = await open(v, between, takingBack);
      shop.shopify.onHand('MUG', SOME);
      for (const order of placeAll(shop, v)) {
        await shop.advance(HOURS(1));
        shop.shopify.submitToThirdParty(order.id);
      }
      return { shop, next: () => shop.shopify.onHand('MUG', 0) };
    },
  },
];

const charges: readonly Scene[] = [
  {
    name: 'capture',
    ...CAPTURE,
    async lead(v, between) {
      const { shop } = await open(v, between);
      placeAll(shop, v, 'mugs and tea');
      shop.shopify.onHand('TEA', SOME);
      await shop.advance(DAYS(1));
      return { shop, next: () => mugsArrive(shop) };
    },
  },
  {
    name: 'capture of the first part',
    ...CAPTURE,
    async lead(v, between) {
      const { shop } = await open(v, between, sendingPartsFirst());
      shop.shopify.onHand('TEA', SOME);
      return { shop, next: () => void placeAll(shop, v, 'mugs and tea') };
    },
  },
  {
    name: 'capture of the last part',
    ...CAPTURE,
    async lead(v, between) {
      const { shop } = await open(v, between, sendingPartsFirst());
      shop.shopify.onHand('TEA', SOME);
      placeAll(shop, v, 'mugs and tea');
      await shop.advance(DAYS(1));
      return { shop, next: () => mugsArrive(shop) };
    },
  },
  {
    name: 'payment terms',
    effect: 'ask-for-payment',
    call: 'askForPayment',
    isMark: () => false,
    shows: (order) => order.hasTerms,
    lead: whileWaiting({
      shopOf: () => aShop().payableBy('terms').with({ usePaymentTerms: true }),
      since: DAYS(8),
      then: mugsArrive,
    }),
  },
];

const givesBack: readonly Scene[] = [
  {
    name: 'void',
    effect: 'void',
    call: 'void',
    isMark: byUs('voided'),
    lead: whileWaiting({ since: DAYS(5) - HOURS(1), then: () => undefined }),
  },
  {
    name: 'cancellation of an order',
    effect: 'cancel-order',
    call: 'cancelOrder',
    isMark: byUs('order-cancelled'),
    lead: whileWaiting({
      as: 'mugs and tea',
      since: DAYS(1),
      then: (shop) => cancelAll(shop, 'everything'),
    }),
  },
  {
    name: 'removal of units',
    effect: 'remove-units',
    call: 'removeUnits',
    isMark: byUs('line-changed'),
    lead: whileWaiting({
      as: 'mugs and tea',
      since: DAYS(1),
      then: (shop) => cancelAll(shop, 'the mugs'),
    }),
  },
  {
    name: 'refund of a line',
    ...REFUND,
    lead: whileWaiting({
      shopOf: () => aShop().chargingAtCheckout(),
      as: 'mugs and tea',
      since: DAYS(1),
      then: (shop) => cancelAll(shop, 'the mugs'),
    }),
  },
  {
    name: 'refund beyond the price',
    ...REFUND,
    async lead(v, between) {
      const { shop } = await open(v, between);
      const orders = placeAll(shop, v, 'mugs and tea');
      await shop.advance(DAYS(1));
      await cancelAll(shop, 'the mugs');
      await shop.advance(HOURS(3));
      // The units are off, and somebody takes all that was authorized.
      const next = (): void => {
        for (const { id, transactions } of orders)
          for (const { kind, amount } of [...transactions])
            if (kind === 'authorization') shop.shopify.captureByMerchant(id, amount);
      };
      return { shop, next };
    },
  },
];

export const SCENES: readonly Scene[] = [...goods, ...charges, ...givesBack];
