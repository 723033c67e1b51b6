import fc from 'fast-check';
import { addMs } from '../../../app/domain/calendar';
import type { Method } from '../../support/shop';
import type { PlacedOrder } from '../../support/shop';
import type { Harness } from '../../support/harness';
import { DAYS, HOURS, MINUTES } from '../../support/story';
import { command, type Model } from './command';
import { merchantCommands } from './merchant';
import { anyCheckout, checkoutOf, type Real } from './shop';

type Act = (shop: Harness, order: PlacedOrder) => Promise<unknown> | void;

/** What people do with an order. What can't be done any more is refused by Shopify or by the page. */
const ACTS: Readonly<Record<string, Act>> = {
  keeps: (shop, { id }) => shop.choose(id, 'keep'),
  'cancels a line': (shop, { id, lines: [line] }) =>
    line && shop.choose(id, 'cancel', [line.id]).then(() => undefined),
  'cancels all': (shop, { id }) => shop.choose(id, 'cancel'),
  undoes: (shop, { id }) => shop.choose(id, 'undo'),
  'agrees to a part first': (shop, { id }) => shop.agree(id, 'part-first'),
  'agrees to be charged early': (shop, { id }) => shop.agree(id, 'charge-early'),
  'pays by link': ({ shopify }, { id }) => void shopify.payByLink(id),
  'pays by link, pending': ({ shopify }, { id }) => void shopify.payByLink(id, 'pending'),
  disputes: ({ shopify }, { id }) => shopify.dispute(id),
  'dispute ends': ({ shopify }, { id }) => shopify.endDispute(id),
  'merchant captures': ({ shopify }, { id, transactions }) => {
    const open = transactions.find(({ kind }) => kind === 'authorization');
    if (open) shopify.captureByMerchant(id, open.amount);
  },
  'merchant voids': ({ shopify }, { id }) => shopify.voidByMerchant(id),
  'merchant cancels': ({ shopify }, { id }) => void shopify.cancelByMerchant(id),
  'merchant refunds a unit': ({ shopify }, { id, lines: [line] }) =>
    void (line && shopify.refundUnitsByMerchant(id, line.id, 1)),
  'merchant adds a unit': ({ shopify }, { id, lines: [line] }) =>
    void (line && shopify.addUnits(id, line.id, 1)),
  'merchant takes a unit off': ({ shopify }, { id, lines: [line] }) =>
    void (line && shopify.takeOff(id, line.id, 1)),
  'merchant releases': ({ shopify }, { id }) => shopify.releaseByMerchant(id),
  'marked as paid': ({ shopify }, { id }) => void shopify.markAsPaid(id),
  'ships what is open': ({ shopify }, { id }) => void shopify.fulfill(id),
  unpacks: ({ shopify }, { id }) => shopify.unpack(id),
  'third party accepts': ({ shopify }, { id }) => shopify.thirdPartyAccepts(id),
  'third party gives back': ({ shopify }, { id }) => shopify.thirdPartyAnswers(id, 'accepted'),
  'card is declined': ({ shopify }, { id }) => shopify.decline(id),
  'payments settle': ({ shopify }, { id }) => shopify.settlePayments(id, 'success'),
  'payments fail': ({ shopify }, { id }) => shopify.settlePayments(id, 'failure'),
};

/** The news of it come in any case: what nobody has heard of can't be shared, and nobody can be served before it. */
function heard(shop: Harness, act: () => unknown): void {
  const wasDeaf = shop.isDeaf();
  shop.loseWebhooks(false);
  act();
  shop.loseWebhooks(wasDeaf);
}

const checkout = anyCheckout.map((of) =>
  command(`checkout ${JSON.stringify(of)}`, ({ shop, digits }) => {
    const n = shop.shopify.orders().length;
    if (n >= 3) return;
    heard(shop, () => shop.place(checkoutOf(of, digits, `customer-${n}@example.com`)));
    return shop.advance(MINUTES(5));
  }),
);

const acts = fc
  .tuple(fc.constantFrom(...Object.entries(ACTS)), fc.nat(2), fc.boolean())
  .map(([[name, act], n, isMeanwhile]) =>
    command(`${isMeanwhile ? 'meanwhile ' : ''}${name} (${n})`, ({ shop, races }) => {
      const order = shop.shopify.orders()[n];
      if (order === undefined) return;
      if (isMeanwhile) races.meanwhile(() => act(shop, order));
      else return act(shop, order);
    }),
  );

const stock = fc
  .tuple(fc.constantFrom('MUG', 'TEA'), fc.integer({ min: 0, max: 5 }))
  .map(([sku, n]) =>
    command(`${sku} ${n}`, ({ shop }) => heard(shop, () => shop.shopify.onHand(sku, n))),
  );

const time = fc
  .constantFrom(MINUTES(1), MINUTES(16), HOURS(1), HOURS(12), DAYS(1), DAYS(3))
  .map((ms) => command(`${ms / MINUTES(1)} minutes`, ({ shop }) => shop.advance(ms)));

/** To the moments that matter for an authorization: 48 hours before its end, and its end. */
const lapse = fc.constantFrom(HOURS(48), 0).map((before) =>
  command(`until the end of an authorization, less ${before / HOURS(1)} hours`, ({ shop }) => {
    const ends = shop.shopify
      .orders()
      .flatMap(({ transactions }) => transactions)
      .filter(({ kind }) => kind === 'authorization')
      .map((authorization) => addMs(shop.shopify.expiryOf(authorization), -before));
    const next = ends.filter((at) => at > shop.now()).toSorted((a, b) => a.getTime() - b.getTime());
    return next[0] && shop.advanceTo(next[0]);
  }),
);

const CHANGES: readonly Method[] = [
  'hold',
  'release',
  'capture',
  'capture',
  'void',
  'cancelOrder',
  'removeUnits',
  'refund',
  'askForPayment',
];
const faults = fc
  .tuple(
    fc.constantFrom(...CHANGES),
    fc.constantFrom(
      'lost-answer',
      'lost-call',
      'dies-before',
      'dies-after',
      'pending',
      'unreachable',
      'throttled',
      'refused',
    ),
  )
  .map(([method, fault]) =>
    command(`${method}: ${fault}`, ({ shop }) => shop.shopify.fault(method, fault)),
  );

const deafness = fc
  .boolean()
  .map((lost) => command(`webhooks lost: ${lost}`, ({ shop }) => shop.loseWebhooks(lost)));

export const anyCommands = fc.commands<Model, Real, false>(
  [
    ...[checkout, checkout, acts, acts, acts, stock, stock, time, time, lapse, faults, faults],
    ...[deafness, ...merchantCommands],
  ],
  { maxCommands: 30, size: 'max' },
);
