import type { Fact } from '../../app/domain/history';
import type { TaskBody } from '../../app/domain/task';
import { NoAccess, type ShutOut } from '../../app/errors';
import type { Shopify } from '../../app/ports';
import { shopPayload } from '../../simulator/webhooks/payloads';
import { happenDue } from '../../simulator/world/happen';
import { createAttempt, type Later } from './shop/attempt';
import { createFaults, type Fault, type Method } from './shop/faults';
import { open } from './shop/open';
import { createFulfillmentControls } from './shop/people-fulfillment';
import { createMoneyControls } from './shop/people-money';
import { createOrderControls } from './shop/people-orders';
import { createStockControls } from './shop/people-stock';
import { createMoneyChanges } from './shop/port-money';
import { createPartChanges } from './shop/port-parts';
import { createReads } from './shop/port-reads';
import { createUnitChanges } from './shop/port-units';
import { createRecords } from './shop/records';
import type { ShopSetup } from './shop/setup';
import { createTruth } from './shop/truth';

export type { Checkout, PendingPayment, ShopSetup } from './shop/setup';
export type { Fault, Method } from './shop/faults';
export { WorkerDied } from './shop/faults';
export type { PlacedOrder, PlacedPayment } from './shop/placed-order';
export { HOUSE, locationId } from './shop/setup';

/**
 * The simulator's own shop within this process, for thousands of days in a second: the port that the app calls, what
 * people do in the shop, and what Shopify does by itself. Everything that happens is told with the time and who did it.
 */
export function createShop(
  setup: ShopSetup,
  io: { readonly now: () => Date; readonly hint: (body: TaskBody) => void },
) {
  const opened = open(setup, io);
  const { world, shop } = opened;
  const truth: Fact[] = [];
  const log = (fact: Fact): void => void truth.push(fact);
  world.ledger.onAppend = createTruth(opened, log);
  const agenda: Later[] = [];
  let asked = 0;
  const faults = createFaults();
  let shutOut: ShutOut | null = null;
  const letIn = (): void => {
    asked += 1;
    if (shutOut !== null) throw new NoAccess(`Shopify refused access (${shutOut})`, shutOut);
    if (!shop.installed) throw new NoAccess('The app is not installed');
  };
  const attempt = createAttempt(faults, {
    ...{ now: io.now, letIn, log },
    later: (item) => void agenda.push(item),
  });
  const port: Shopify = {
    ...createReads(opened, faults, { letIn, log }),
    ...createPartChanges(opened, attempt),
    ...createMoneyChanges(opened, attempt),
    ...createUnitChanges(opened, attempt),
  };
  const records = createRecords(opened);
  const controls = {
    ...createOrderControls(opened, records),
    ...createMoneyControls(opened, records),
    ...createFulfillmentControls(opened, records),
    ...createStockControls(opened),
    fault: (method: Method, fault: Fault, after?: number): void => faults.add(method, fault, after),
    heal: faults.heal,
    uninstall: (): void => {
      shop.installed = false;
      world.emit(shop, 'app/uninstalled', shopPayload(shop));
    },
    letIn: (): void => {
      shop.installed = true;
    },
    /** Shopify lets the app do nothing for the shop, though it is installed; null: it does again. */
    shutOut: (cause: ShutOut | null): void => {
      shutOut = cause;
    },
    /** How many calls the app has made. */
    asked: (): number => asked,
    /** Customer data is not granted to the app, or is again: orders are withheld with it. */
    withholdOrders: (withheld: boolean): void => {
      shop.protectedData = !withheld;
    },
    grantAllOrders: (): void => {
      shop.scopes.push('read_all_orders');
    },
  };
  return {
    port,
    controls,
    truth: truth as readonly Fact[],
    /** When Shopify does something by itself: routing, jobs, payments that settle, authorizations that lapse. */
    nextOwnAct(): Date | null {
      const times = agenda.map(({ at }) => at.getTime());
      const first = Math.min(world.schedule.nextAt() ?? Infinity, ...times);
      return first === Infinity ? null : new Date(first);
    },
    actUntil(now: Date): void {
      happenDue(world);
      for (const item of agenda.filter(({ at }) => at <= now)) {
        agenda.splice(agenda.indexOf(item), 1);
        item.act();
      }
    },
  };
}
export type ShopInProcess = ReturnType<typeof createShop>;
export type Controls = ShopInProcess['controls'];
