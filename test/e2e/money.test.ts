import { buildIfStale } from '../../scripts/build-if-stale';
import { simulatorClient } from '../../simulator/stack/client';
import { startStack } from '../../simulator/stack/stack';
import { capturedAtShipment } from './money/at-shipment';
import { doneByStaff } from './money/by-others';
import { otherMoney } from './money/currencies';
import { foundWithoutWebhooks } from './money/lost-webhooks';
import { chargedAndGivenBack } from './money/given-back';
import { agreedOnParts, capturedInParts } from './money/in-parts';
import { playTogether, type Story } from './money/one-clock';
import { neverPays, paysWhenItIsHere } from './money/pays-later';
import { runsOutUnannounced } from './money/runs-out';
import { paymentPending, returnInTheWay } from './money/stands-still';
import { openStore, type Store, type StoreWish } from './money/store';
import { askedBack } from './money/third-party';

/*
 * What becomes of the money, on real parts: web, worker, PostgreSQL, SMTP and Shopify's own schema. Each scenario has a
 * shop of its own, and all share one clock.
 */

jest.setTimeout(300_000);

interface Scenario extends StoreWish {
  readonly title: string;
  readonly story: (shop: Store) => Story;
}

const SCENARIOS: readonly Scenario[] = [
  {
    title: 'released in time, asked for when the goods are there, paid, sent and told',
    name: 'pays-later',
    story: paysWhenItIsHere,
  },
  {
    title: 'asked for, reminded of twice, never paid: cancelled after ten days, as was said',
    name: 'never-pays',
    settings: { authorizationDays: { other_cards: 1 } },
    story: neverPays,
  },
  {
    title: 'an authorization that runs out unannounced is noticed and told',
    name: 'runs-out',
    shop: { updatedAtExpiry: false },
    settings: { mode: 'watch' },
    story: runsOutUnannounced,
  },
  {
    title: 'charged at checkout: a cancelled line goes back with its tax once, an order in full',
    name: 'given-back',
    shop: { captureMode: 'checkout' },
    story: chargedAndGivenBack,
  },
  {
    title: 'captured in parts where the authorization allows it',
    name: 'in-parts',
    shop: { plan: 'plus' },
    settings: { partOrders: 'ready-first' },
    story: capturedInParts,
  },
  {
    title: 'captured once for the part that the customer asked for, the rest paid by link',
    name: 'agreed',
    story: agreedOnParts,
  },
  {
    title: 'captured by Shopify at shipment, as its orders show',
    name: 'at-shipment',
    shop: { captureMode: 'on-fulfillment' },
    story: capturedAtShipment,
  },
  {
    title: 'asked back from a third party: given and held, or refused and put before a person',
    name: 'third-party',
    story: askedBack,
  },
  {
    title: 'captured, voided or refunded by the merchant: accepted and not repeated',
    name: 'by-others',
    story: doneByStaff,
  },
  {
    title: 'not cancelled while a return is open: the merchant hears why',
    name: 'open-return',
    story: returnInTheWay,
  },
  {
    title: 'not moved while the payment is pending',
    name: 'pending',
    story: paymentPending,
  },
  {
    title: 'taken to the last digit in yen, in dinars and beside a gift card',
    name: 'currencies',
    story: otherMoney,
  },
  {
    title: 'held and told within the hour, though no webhook ever arrives',
    name: 'lost-webhooks',
    story: foundWithoutWebhooks,
  },
];

describe('the money of an order', () => {
  let faults: ReadonlyMap<string, unknown> = new Map();

  beforeAll(async () => {
    await buildIfStale(() => undefined);
    const start = new Date('2026-03-02T15:00:00Z');
    const stack = await startStack({ simulatorPort: 0, start, rate: 0 });
    try {
      const sim = simulatorClient(stack.simulatorUrl);
      const stories: Record<string, Story> = {};
      for (const scenario of SCENARIOS)
        stories[scenario.name] = scenario.story(await openStore(sim, stack, scenario));
      // A shop whose story is over costs the clock nothing any more.
      const leaves = (name: string): Promise<void> =>
        sim.post(`/_sim/shops/${name}.myshopify.com/uninstall`);
      faults = await playTogether(sim, stories, leaves);
    } finally {
      await stack.stop();
    }
  });

  it.each(SCENARIOS)('$title', ({ name }) => {
    if (faults.has(name)) throw faults.get(name);
  });
});
