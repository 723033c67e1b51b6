import { z } from 'zod';
import { DEMO_SHOP, SEED_START, seedDemo } from '../../simulator/seed';
import { simulatorClient } from '../../simulator/stack/client';
import { startStack } from '../../simulator/stack/stack';
import { buildIfStale } from '../build-if-stale';

const Orders = z.array(z.object({ id: z.string(), name: z.string() }));
const Mails = z.array(
  z.object({
    id: z.string(),
    kind: z.string().optional(),
    to: z.string(),
    links: z.array(z.string()),
  }),
);

/** A few minutes after the demo's nine days; nothing is due in between. */
const PICTURED_AT = '2026-03-25T14:05:00Z';

/** The demo's shop, where time stands still: the same for each picture, on each machine. */
export interface DemoShop {
  readonly url: string;
  readonly storePath: string;
  /** The number in an order's address, found by the name that people call it by. */
  orderNumber(name: string): Promise<string>;
  letter(kind: string, to: string): Promise<{ id: string; choiceLink: string }>;
  close(): Promise<void>;
}

export async function openDemoShop(say: (line: string) => void): Promise<DemoShop> {
  await buildIfStale(say);
  const stack = await startStack({ simulatorPort: 0, start: SEED_START, rate: 0, progress: say });
  const sim = simulatorClient(stack.simulatorUrl);
  try {
    await seedDemo(sim, stack.appUrl, say);
    await sim.post('/_sim/clock', { rate: 0 });
    await sim.post('/_sim/clock', { now: PICTURED_AT });
  } catch (error) {
    await stack.stop();
    throw error;
  }
  return {
    url: stack.simulatorUrl,
    storePath: `/store/${DEMO_SHOP}`,
    async orderNumber(name) {
      const orders = Orders.parse(await sim.get(`/_sim/orders?shop=${DEMO_SHOP}`));
      const number = orders
        .find((order) => order.name === name)
        ?.id.split('/')
        .at(-1);
      if (number === undefined) throw new Error(`The demo's shop has no order ${name}`);
      return number;
    },
    async letter(kind, to) {
      const mails = Mails.parse(await sim.get(`/_sim/mail?to=${encodeURIComponent(to)}`));
      const mail = mails.find((one) => one.kind === kind);
      const choiceLink = mail?.links.find((link) => link.includes('/choice/'));
      if (!mail || choiceLink === undefined)
        throw new Error(`${to} has had no ${kind} with a link`);
      return { id: mail.id, choiceLink };
    },
    close: () => stack.stop(),
  };
}
