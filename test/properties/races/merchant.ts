import fc from 'fast-check';
import type { Settings } from '../../../app/domain/settings';
import type { PostFault } from '../../support/harness/post';
import { DateTime } from 'luxon';
import { command } from './command';

/* What the merchant does with the app itself, and what goes wrong with the mail. */

const CHANGES: readonly Partial<Settings>[] = [
  { mode: 'automatic', paused: false },
  { mode: 'ask' },
  { mode: 'watch' },
  { paused: true },
  { partOrders: 'ready-first' },
  { partOrders: 'hold-all' },
  { beforeLapse: 'charge-if-agreed' },
];

const settings = fc
  .constantFrom(...CHANGES)
  .map((change) =>
    command(`settings ${JSON.stringify(change)}`, ({ shop }) => shop.change(change)),
  );

const approval = fc.nat(2).map((n) =>
  command(`yes to all of (${n})`, ({ shop }) => {
    const order = shop.shopify.orders()[n];
    return order && shop.approveAll(order.id);
  }),
);

const settling = fc.nat(2).map((n) =>
  command(`a person has seen to (${n})`, ({ shop }) => {
    const order = shop.shopify.orders()[n];
    return order && shop.settle(order.id);
  }),
);

const date = fc.tuple(fc.nat(2), fc.constantFrom(null, 1, 4, 10)).map(([n, days]) =>
  command(`date of (${n}): ${days === null ? 'none' : `in ${days} days`}`, ({ shop }) => {
    const order = shop.shopify.orders()[n];
    const day = days && DateTime.fromJSDate(shop.now()).plus({ days }).toISODate();
    return order && shop.giveDate(order.id, day);
  }),
);

const removal = fc.constant(
  command('uninstalled, and installed again an hour later', async ({ shop }) => {
    shop.uninstall();
    await shop.advance(3_600_000);
    await shop.reinstall();
  }),
);

const FAULTS: readonly PostFault[] = [
  'unreachable',
  'lost',
  'kept',
  'refused',
  'dies-before',
  'dies-after',
];
const mail = fc
  .constantFrom(...FAULTS)
  .map((fault) => command(`mail: ${fault}`, ({ shop }) => shop.mailFault(fault)));

export const merchantCommands = [
  fc.oneof(
    { arbitrary: settings, weight: 3 },
    { arbitrary: approval, weight: 3 },
    { arbitrary: settling, weight: 1 },
    { arbitrary: date, weight: 2 },
    { arbitrary: removal, weight: 1 },
  ),
  mail,
];
