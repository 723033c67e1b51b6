import { MINUTE } from '../../../app/domain/calendar';
import type { OrderId } from '../../../app/domain/ids';
import type { OrderCustomer } from '../../../app/domain/order';
import type { Chance } from '../../support/harness/random';
import type { Setting } from './setting';

const person = (
  name: string,
  countryCode: string | null,
  provinceCode: string | null,
): OrderCustomer => ({
  email: `${name.toLowerCase()}@example.com`,
  phone: null,
  firstName: name,
  locale: 'en',
  countryCode,
  provinceCode,
});

const PEOPLE = [
  person('Anna', 'US', 'NY'),
  person('Ben', 'US', 'CA'),
  person('Clara', 'DE', null),
  person('Dan', 'AU', 'NSW'),
  person('Eve', null, null),
] as const;

/** Mostly cards; the others keep an authorization for longer, or charge at once. */
const GATEWAYS = [
  'shopify_payments',
  'shopify_payments',
  'shopify_payments',
  'paypal',
  'klarna',
  'bank_redirect',
] as const;

export function orders(setting: Setting, random: Chance): void {
  const { harness, items } = setting;
  const who = random.pick(PEOPLE);
  const wanted = items.filter(() => random.percent(45));
  const lines = (wanted.length > 0 ? wanted : [random.pick(items)]).map((item) => ({
    ...item,
    quantity: random.between(1, 3),
    tax: random.pick(['0', '1.33', '0.07']),
  }));
  harness.place({
    lines,
    customer: random.percent(5) ? { ...who, email: null } : who,
    test: random.percent(2),
    shipping: random.pick(['0', '4.95']),
    gateway: random.pick([...GATEWAYS]),
    taxesIncluded: random.percent(30),
    ...(random.percent(20) ? { orderDiscount: '3.00' } : {}),
    routedAfterMs: random.pick([0, 1_000, 30_000, 300_000, 600_000]),
    risk: random.pick(['accept', 'none', 'none', 'investigate']),
    ...(random.percent(6) ? { giftCard: '5.00' } : {}),
    ...(random.percent(10) ? { captureMode: 'checkout' as const } : {}),
  });
}

/** Somebody who waits follows the link: they keep, or cancel a line or all of it, and perhaps take it back. */
export async function answers(setting: Setting, random: Chance, order: OrderId): Promise<void> {
  const { harness } = setting;
  const lines = harness.shopify.order(order).lines.map((line) => line.id);
  if (random.percent(60)) {
    await harness.choose(order, 'keep');
    return;
  }
  if (random.percent(40)) {
    await harness.agree(order, random.pick(['part-first', 'charge-early']));
    return;
  }
  const chosen = random.percent(50) ? lines : lines.slice(0, 1);
  await harness.choose(order, 'cancel', chosen);
  if (!random.percent(35)) return;
  await harness.advance(random.between(0, 20) * MINUTE);
  await harness.choose(order, 'undo', chosen);
}

/** Whoever was asked to pay does so within days, or not at all. */
export async function pays({ harness }: Setting, random: Chance, order: OrderId): Promise<void> {
  const asked = (await harness.caseOf(order))?.payment != null;
  if (asked && random.percent(70)) harness.shopify.payByLink(order);
}
