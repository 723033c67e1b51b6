import { addMs, HOUR } from '../../app/domain/calendar';
import { startSimulatedShopify } from '../../test/support/simulated-shopify';
import type { Measured } from '../figure';
import type { Row } from '../table';
import { openApp, type Round } from './app';
import { type Spent, watchBudget } from './budget';
import { CHANGED, ORDERS, openBusyShop } from './busy-shop';

/** What the smallest plan's bucket gets back in a second. */
const RESTORED = 100;

interface Taken extends Spent, Round {
  readonly what: string;
}

function rowOf({ what, points, calls, refused, lowest, bucket, seconds }: Taken): Row {
  return {
    orders: what,
    calls,
    points,
    'points/order': Number((points / ORDERS).toFixed(2)),
    'minutes of the smallest bucket': Number((points / RESTORED / 60).toFixed(1)),
    'took minutes': Number((seconds / 60).toFixed(1)),
    'least left %': Math.round((100 * lowest) / bucket),
    'told to wait': refused,
  };
}

/** Three rounds over the same orders: none of them known, all known, and a few that changed unheard. */
async function threeRounds(): Promise<[Taken, Taken, Taken]> {
  const shopify = await startSimulatedShopify();
  const budget = watchBudget();
  try {
    const { shop, token, now, changeSome } = await openBusyShop(shopify);
    const moveTo = (at: Date) => shopify.sim('POST', '/clock', { now: at.toISOString() });
    const app = await openApp({ shop, token, start: now, moveTo });
    const round = async (what: string): Promise<Taken> => {
      budget.take();
      const ended = await app.round(addMs(now, -HOUR));
      return { what, ...ended, ...budget.take() };
    };
    const first = await round('none known');
    const second = await round('all known');
    await changeSome();
    return [first, second, await round(`${CHANGED} changed unheard`)];
  } finally {
    budget.stop();
    await shopify.stop();
  }
}

const once: { rounds?: ReturnType<typeof threeRounds> } = {};
const measured = (): ReturnType<typeof threeRounds> => (once.rounds ??= threeRounds());

/** API points of a round for each order of its list, where the webhooks had told of all of them. */
export async function reconcilePoints(): Promise<Measured> {
  const rounds = await measured();
  return { ratios: [rounds[1].points / ORDERS], rows: rounds.map(rowOf) };
}

/** API points a second of the dearest round, as a share of what the smallest plan gives back. */
export async function reconcilePace(): Promise<Measured> {
  const rounds = await measured();
  const [{ points, seconds }] = rounds;
  return { ratios: [points / seconds / RESTORED], rows: rounds.map(rowOf) };
}
