import { z } from 'zod';
import { buildIfStale } from '../../../scripts/build-if-stale';
import { DEMO_SHOP, SEED_START, seedDemo } from '../../../simulator/seed';
import { simulatorClient, type SimulatorClient } from '../../../simulator/stack/client';
import { startStack, type Stack } from '../../../simulator/stack/stack';

const Order = z.object({
  name: z.string(),
  email: z.string().nullable(),
  cancelledAt: z.string().nullable(),
  displayFinancialStatus: z.string(),
  displayFulfillmentStatus: z.string(),
});
const Mail = z.object({ subject: z.string(), to: z.string() });

let stack: Stack;
let sim: SimulatorClient;
const said: string[] = [];

beforeAll(async () => {
  await buildIfStale(() => undefined);
  stack = await startStack({ simulatorPort: 0, start: SEED_START, rate: 0 });
  sim = simulatorClient(stack.simulatorUrl);
  await seedDemo(sim, stack.appUrl, (line) => said.push(line));
}, 300_000);

afterAll(() => stack?.stop());

const subjects = async (): Promise<string[]> =>
  z
    .array(Mail)
    .parse(await sim.get(`/_sim/mail?shop=${DEMO_SHOP}`))
    .map(({ subject }) => subject);

test('the demo opens with an order in each state that a merchant meets', async () => {
  const orders = z.array(Order).parse(await sim.get(`/_sim/orders?shop=${DEMO_SHOP}`));
  const seen = Object.fromEntries(
    orders.map((order) => [
      order.name,
      order.cancelledAt
        ? 'cancelled'
        : `${order.displayFinancialStatus} ${order.displayFulfillmentStatus}`,
    ]),
  );
  expect(seen).toEqual({
    '#1001': 'PAID FULFILLED',
    '#1002': 'PAID FULFILLED',
    '#1003': expect.stringContaining('ON_HOLD'),
    '#1004': 'cancelled',
    '#1005': 'PAID FULFILLED',
    '#1006': 'PAID UNFULFILLED',
    '#1007': 'VOIDED ON_HOLD',
    '#1008': 'PARTIALLY_PAID PARTIALLY_FULFILLED',
    '#1009': 'AUTHORIZED ON_HOLD',
    '#1010': 'AUTHORIZED ON_HOLD',
    '#1011': 'PAID UNFULFILLED',
    '#1012': 'AUTHORIZED ON_HOLD',
  });
  expect(orders.filter(({ email }) => email === null)).toHaveLength(1);
});

test('the mailbox holds what was told, and the demo said what it was doing', async () => {
  const all = (await subjects()).join('\n');
  for (const subject of [
    'Your order #1003 is delayed',
    'A new date for your order #1003',
    'Your order #1004 is cancelled',
    'Your order #1006 is here',
    'Your order #1012 is delayed',
  ])
    expect(all).toContain(subject);
  expect(said.length).toBeGreaterThan(4);
});
