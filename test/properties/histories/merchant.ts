import { DateTime } from 'luxon';
import type { Case } from '../../../app/domain/case';
import { isPositive, minus } from '../../../app/domain/money';
import type { PlacedOrder } from '../../support/shop';
import type { Chance } from '../../support/harness/random';
import { DEPOT, type Setting } from './setting';

const dayAfter = ({ harness }: Setting, days: number): string =>
  DateTime.fromJSDate(harness.now(), { zone: harness.timezone }).plus({ days }).toISODate() ?? '';

const waits = (value: Case): boolean => value.lines.some((line) => line.units.short > 0);

/** Dates are given, slip, and are taken back. */
async function keepsDates(
  setting: Setting,
  random: Chance,
  order: PlacedOrder,
  value: Case,
): Promise<void> {
  if (!waits(value)) return;
  const dated = value.lines.some((line) => line.promise.date !== null);
  if (!dated && random.percent(25))
    await setting.harness.giveDate(order.id, dayAfter(setting, random.between(1, 15)));
  else if (dated && random.percent(7))
    await setting.harness.giveDate(
      order.id,
      random.percent(15) ? null : dayAfter(setting, random.between(1, 12)),
    );
}

/** What is open and really on the shelf is packed; in shops on manual capture a person takes the money first. */
function ships(setting: Setting, random: Chance, order: PlacedOrder): void {
  const { shopify } = setting.harness;
  const open = order.fulfillmentOrders.filter((fo) => !fo.cancelled && fo.holds.length === 0);
  const units = open.flatMap((fo) => [...fo.remaining]).filter(([, n]) => n > 0);
  if (units.length === 0 || order.cancelledAt !== null) return;
  const there = units.every(([lineId, n]) => {
    const line = order.lines.find((l) => l.id === lineId);
    return (
      line !== undefined && shopify.stock(line.sku, line.locationId.split('/').at(-1)).onHand >= n
    );
  });
  if (!there || !random.percent(45)) return;
  const unpaid = minus(order.total, shopify.takenOf(order.id));
  const byHand = setting.store.captureMode === 'manual' && isPositive(unpaid);
  if (byHand) shopify.captureByMerchant(order.id, unpaid);
  const trackingNumber = random.percent(50) ? `TRACK-${order.name}` : null;
  shopify.fulfill(order.id, { trackingNumber, notify: setting.toldBy === 'shopify' });
}

/** What a person does in the admin now and then, not always wisely. */
function meddles(setting: Setting, random: Chance, order: PlacedOrder): boolean {
  const { shopify } = setting.harness;
  const line = random.pick([order.lines[0], ...order.lines]);
  if (line === undefined) return false;
  const act = random.between(1, 100);
  if (act === 1) shopify.addUnits(order.id, line.id, 1);
  if (act === 2) shopify.takeOff(order.id, line.id, 1);
  if (act === 3 && random.percent(50)) shopify.cancelByMerchant(order.id);
  if (act === 4) shopify.releaseByMerchant(order.id);
  if (act === 5) shopify.unpack(order.id);
  if (act === 6 && random.percent(30)) shopify.holdByMerchant(order.id);
  if (act === 7 && random.percent(20)) shopify.voidByMerchant(order.id);
  if (act === 8) shopify.thirdPartyAccepts(order.id);
  return act <= 8;
}

/** Reads the list of what needs a person: gives back at once what is owed, and resolves the rest in time. */
async function seesToIt(
  setting: Setting,
  random: Chance,
  order: PlacedOrder,
  value: Case,
): Promise<void> {
  const { harness } = setting;
  if (value.attention === null) return;
  const refunds = /refund/i.test(value.attention);
  if (!refunds && !random.percent(60)) return;
  const owed = minus(harness.shopify.takenOf(order.id), order.total);
  if (refunds && isPositive(owed)) harness.shopify.refundByMerchant(order.id, owed);
  await harness.settle(order.id);
}

/** One working day of the merchant's, at one moment of it. */
export async function works(setting: Setting, random: Chance): Promise<void> {
  const { harness } = setting;
  for (const order of harness.shopify.orders()) {
    harness.shopify.thirdPartyAnswers(order.id, random.pick(['accepted', 'rejected']));
    const value = await harness.caseOf(order.id);
    harness.shopify.carrierTakes(order.id);
    if (!meddles(setting, random, order)) ships(setting, random, order);
    if (value === null) continue;
    await keepsDates(setting, random, order, value);
    await seesToIt(setting, random, order, value);
  }
}

/** Stock moves: arrivals and corrections in the house, overwriting at the depot. */
export function stocks(setting: Setting, random: Chance): void {
  const { harness } = setting;
  const { sku, location } = random.pick(setting.items);
  if (location === DEPOT) harness.shopify.feed(sku, random.between(-2, 4), location);
  else if (random.percent(80)) harness.shopify.arrive(sku, random.between(1, 3), location);
  else harness.shopify.onHand(sku, random.between(0, 3), location);
}
