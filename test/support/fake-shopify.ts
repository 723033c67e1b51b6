import type { Fact } from '../../app/domain/history';
import type { TaskBody } from '../../app/domain/task';
import { NoAccess } from '../../app/errors';
import type { Shopify } from '../../app/ports';
import { createFaults, type Fault, type Method } from './fake-shopify/faults';
import { createFulfillmentControls } from './fake-shopify/people-fulfillment';
import { createMoneyControls } from './fake-shopify/people-money';
import { createOrderControls } from './fake-shopify/people-orders';
import { createStockControls } from './fake-shopify/people-stock';
import { createChanges } from './fake-shopify/port-changes';
import { createReads } from './fake-shopify/port-reads';
import type { World } from './fake-shopify/state';
import type { FakeStore } from './fake-shopify/store';

export type { Checkout, FakeStore } from './fake-shopify/store';
export type { Fault, Method } from './fake-shopify/faults';
export { HOUSE, itemId, locationId } from './fake-shopify/store';

/**
 * A Shopify in memory, for thousands of days in a second: the port that the app calls, what people do in a shop, and what
 * Shopify does by itself. Everything that happens is written to its truth log with the time and who did it.
 */
export function createFakeShopify(
  store: FakeStore,
  io: { readonly now: () => Date; readonly hint: (body: TaskBody) => void },
) {
  let lastId = 1000;
  const truth: Fact[] = [];
  const world: World = {
    store,
    orders: new Map(),
    levels: new Map(),
    deactivated: new Set(),
    access: { ordersWithheld: false, allOrdersGranted: false },
    answered: new Map(),
    agenda: [],
    now: io.now,
    log: (fact) => void truth.push(fact),
    hint: io.hint,
    nextId: () => (lastId += 1),
  };
  const faults = createFaults();
  let installed = true;
  const letIn = (): void => {
    if (!installed) throw new NoAccess('The app is not installed');
  };
  const port: Shopify = {
    ...createReads(world, faults, letIn),
    ...createChanges(world, faults, letIn),
  };
  const controls = {
    ...createOrderControls(world),
    ...createMoneyControls(world),
    ...createFulfillmentControls(world),
    ...createStockControls(world),
    fault: (method: Method, fault: Fault, after?: number): void => faults.add(method, fault, after),
    heal: faults.heal,
    uninstall: (): void => {
      installed = false;
      io.hint({ kind: 'uninstall' });
    },
    /** Customer data is not granted to the app, or is again: orders are withheld with it. */
    withholdOrders: (ordersWithheld: boolean): void =>
      void Object.assign(world.access, { ordersWithheld }),
    grantAllOrders: (): void => void Object.assign(world.access, { allOrdersGranted: true }),
    letIn: (): void => {
      installed = true;
    },
  };
  return { port, controls, truth: truth as readonly Fact[], ...createOwnActs(world) };
}
export type FakeShopify = ReturnType<typeof createFakeShopify>;
export type Controls = FakeShopify['controls'];

/** What Shopify does by itself when its time has come: routing, jobs, payments that settle, authorizations that lapse. */
function createOwnActs({ agenda }: World) {
  return {
    nextOwnAct: (): Date | null =>
      agenda.reduce<Date | null>(
        (first, { at }) => (first !== null && first <= at ? first : at),
        null,
      ),
    actUntil(now: Date): void {
      for (const item of agenda.filter(({ at }) => at <= now)) {
        agenda.splice(agenda.indexOf(item), 1);
        item.act();
      }
    },
  };
}
