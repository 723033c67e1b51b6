import { addMs, DAY } from '../../app/domain/calendar';
import type { Doer, Fact, Tried } from '../../app/domain/history';
import type { FulfillmentOrderId, LineId, OrderId } from '../../app/domain/ids';
import type { EffectKind } from '../../app/domain/intent';
import type { Money } from '../../app/domain/money';
import type { StockLevel } from '../../app/domain/order';
import type { TaskBody } from '../../app/domain/task';
import { NoAccess, OutcomeUnclear } from '../../app/errors';
import type { EffectResult, Shopify } from '../../app/ports';
import {
  addUnits,
  type Checkout,
  type FakeStore,
  HOUSE,
  itemId,
  locationId,
  place,
  takeOff,
} from './fake-shopify/checkout';
import { createFaults, type Fault, type Method } from './fake-shopify/faults';
import {
  cancelOrder,
  capture,
  expiryOf,
  refund,
  takenOf,
  voidAuthorization,
} from './fake-shopify/payment';
import {
  fulfill,
  handOver,
  putOnHold,
  statusOf,
  takeOffHold,
  unpack,
} from './fake-shopify/shipping';
import { snapshotOf } from './fake-shopify/snapshot';
import {
  availableOf,
  levelOf,
  setAside,
  setAvailable,
  setOnHand,
  stockLevels,
} from './fake-shopify/stock';
import {
  type FakeFulfillmentOrder,
  type FakeOrder,
  orderOf,
  type World,
} from './fake-shopify/state';

export type { Checkout, FakeStore } from './fake-shopify/checkout';
export type { Fault, Method } from './fake-shopify/faults';
export { HOUSE, itemId, locationId } from './fake-shopify/checkout';

/** How long a job of Shopify's takes. */
const JOB_MS = 30_000;
const SIGHT = 60 * DAY;

/**
 * A Shopify in memory, for thousands of days in a second: the port that the app calls, and what people do in a shop.
 * Everything that happens is written to its truth log with the time and who did it.
 */
export function createFakeShopify(
  store: FakeStore,
  io: { readonly now: () => Date; readonly hint: (body: TaskBody) => void },
) {
  let lastId = 1000;
  const truth: Fact[] = [];
  const world: World = {
    orders: new Map(),
    levels: new Map(),
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
  const isVisible = (order: FakeOrder): boolean =>
    store.readAllOrders || io.now().getTime() - order.placedAt.getTime() < SIGHT;
  const ofFulfillmentOrder = (
    id: string,
  ): { order: FakeOrder; fo: FakeFulfillmentOrder } | null => {
    for (const order of world.orders.values())
      for (const fo of order.fulfillmentOrders) if (fo.id === id) return { order, fo };
    return null;
  };
  const changes = async (
    method: Method,
    what: { readonly order: OrderId; readonly effect: EffectKind; readonly target: string },
    act: () => EffectResult,
  ): Promise<EffectResult> => {
    letIn();
    const tried = (outcome: Tried['outcome']): void =>
      world.log({ kind: 'tried', at: io.now(), ...what, outcome });
    const later = (run: () => void): void =>
      void world.agenda.push({ at: addMs(io.now(), JOB_MS), act: run });
    try {
      const result = faults.around(method, act, later);
      tried(result.outcome);
      return result;
    } catch (error) {
      tried(error instanceof OutcomeUnclear ? 'unclear' : 'nothing');
      throw error;
    }
  };
  const unknown: EffectResult = {
    outcome: 'refused',
    reason: 'Shopify knows no such thing',
    code: 'NOT_FOUND',
  };
  const onFulfillmentOrder = (
    method: 'hold' | 'release',
    id: FulfillmentOrderId,
    act: (order: FakeOrder, fo: FakeFulfillmentOrder) => EffectResult,
  ): Promise<EffectResult> => {
    const found = ofFulfillmentOrder(id);
    if (found === null) return Promise.resolve(unknown);
    const { order, fo } = found;
    return changes(method, { order: order.id, effect: method, target: id }, () => act(order, fo));
  };
  const ofTransaction = (id: string): FakeOrder | undefined =>
    [...world.orders.values()].find((order) => order.transactions.some((t) => t.id === id));

  const port: Shopify = {
    async readOrder(_shop, orderId) {
      letIn();
      faults.beforeRead('readOrder');
      const order = world.orders.get(orderId);
      if (order === undefined || !isVisible(order)) return null;
      world.log({ kind: 'order-read', at: io.now(), order: orderId });
      return snapshotOf(order);
    },
    async readStock(_shop, item): Promise<StockLevel[]> {
      letIn();
      faults.beforeRead('readStock');
      return stockLevels(world, item);
    },
    async findOrderOf(_shop, fulfillmentOrderId) {
      letIn();
      faults.beforeRead('findOrderOf');
      const found = ofFulfillmentOrder(fulfillmentOrderId);
      return found === null || !isVisible(found.order) ? null : found.order.id;
    },
    async listOpenOrders() {
      letIn();
      const open = [...world.orders.values()].filter((o) => o.cancelledAt === null && isVisible(o));
      return { ids: open.map((o) => o.id), next: null };
    },
    async readShop() {
      letIn();
      return {
        name: 'Maple & Tin',
        timezone: store.timezone,
        currencyCode: store.currency,
        email: 'owner@maple.example',
      };
    },
    hold: (_shop, input) =>
      onFulfillmentOrder('hold', input.fulfillmentOrderId, (order, fo) => {
        if (!fo.canHold || !['open', 'on-hold'].includes(statusOf(fo)))
          return { outcome: 'refused', reason: 'It can no longer be held', code: null };
        if (fo.holds.some((hold) => hold.handle === input.handle))
          return {
            outcome: 'refused',
            reason: 'A hold with this handle exists',
            code: 'DUPLICATE_FULFILLMENT_HOLD_HANDLE',
          };
        const { handle, reason } = input;
        return {
          outcome: 'done',
          reference: putOnHold(world, order, fo, { handle, reason, by: 'holdfast' }),
        };
      }),
    release: (_shop, input) =>
      onFulfillmentOrder('release', input.fulfillmentOrderId, (order, fo) => {
        takeOffHold(world, order, fo, input.holdIds, 'holdfast');
        return { outcome: 'done', reference: null };
      }),
    async capture(_shop, { orderId, authorizationId: authorization, amount, final }) {
      const what = { order: orderId, effect: 'capture', target: authorization } as const;
      return changes('capture', what, () =>
        capture(world, orderOf(world, orderId), { authorization, amount, final, by: 'holdfast' }),
      );
    },
    async void(_shop, { authorizationId }) {
      const order = ofTransaction(authorizationId);
      if (order === undefined) return unknown;
      const what = { order: order.id, effect: 'void', target: authorizationId } as const;
      return changes('void', what, () =>
        voidAuthorization(world, order, authorizationId, 'holdfast'),
      );
    },
    async cancelOrder(_shop, { orderId }) {
      const what = { order: orderId, effect: 'cancel-order', target: orderId } as const;
      return changes('cancelOrder', what, () =>
        cancelOrder(world, orderOf(world, orderId), 'holdfast'),
      );
    },
    async removeUnits(_shop, { orderId, lineId, current, quantity }) {
      const what = { order: orderId, effect: 'remove-units', target: lineId } as const;
      return changes('removeUnits', what, () => {
        const order = orderOf(world, orderId);
        const line = order.lines.find((l) => l.id === lineId);
        if (line?.current !== current)
          return { outcome: 'refused', reason: 'The line has changed', code: null };
        return takeOff(world, order, lineId, quantity, 'holdfast')
          ? { outcome: 'done', reference: lineId }
          : { outcome: 'refused', reason: 'So many units are no longer there', code: null };
      });
    },
  };

  const level = (sku: string, location = HOUSE) =>
    levelOf(world, itemId(sku), locationId(location));
  const order = (id: OrderId): FakeOrder => orderOf(world, id);
  const byPerson = { by: 'merchant' as Doer };

  /** What people, carriers and feeds do. */
  const controls = {
    order,
    orders: (): FakeOrder[] => [...world.orders.values()],
    place: (checkout: Checkout): FakeOrder => place(world, store, checkout),
    onHand: (sku: string, units: number, location?: string): void =>
      setOnHand(world, level(sku, location), units),
    arrive: (sku: string, units: number, location?: string): void => {
      const there = level(sku, location);
      setOnHand(world, there, there.onHand + units);
    },
    feed: (sku: string, available: number, location?: string): void =>
      setAvailable(world, level(sku, location), available),
    setAside: (sku: string, units: number, location?: string): void =>
      setAside(world, level(sku, location), units),
    stock: (sku: string, location?: string) => {
      const there = level(sku, location);
      return { ...there, available: availableOf(there) };
    },
    addUnits: (id: OrderId, line: LineId, units: number): boolean =>
      addUnits(world, order(id), line, units),
    takeOff: (id: OrderId, line: LineId, units: number): boolean =>
      takeOff(world, order(id), line, units, 'merchant'),
    cancelByMerchant: (id: OrderId): EffectResult => cancelOrder(world, order(id), 'merchant'),
    fulfill: (id: OrderId, how: Partial<Parameters<typeof fulfill>[2]> = {}) =>
      fulfill(world, order(id), { trackingNumber: null, notify: true, ...how }),
    carrierTakes: (id: OrderId): void => {
      for (const fulfillment of order(id).fulfillments) handOver(world, order(id), fulfillment);
    },
    unpack: (id: OrderId): void => {
      const last = order(id).fulfillments.findLast((f) => !f.cancelled && !f.carrierHasIt);
      if (last !== undefined) unpack(world, order(id), last);
    },
    holdByMerchant: (id: OrderId): void => {
      for (const fo of order(id).fulfillmentOrders)
        if (statusOf(fo) === 'open')
          putOnHold(world, order(id), fo, { handle: null, reason: 'OTHER', ...byPerson });
    },
    /** A person takes every hold off, ours too. */
    releaseByMerchant: (id: OrderId): void => {
      for (const fo of order(id).fulfillmentOrders)
        takeOffHold(
          world,
          order(id),
          fo,
          fo.holds.map((hold) => hold.id),
          'merchant',
        );
    },
    captureByMerchant: (id: OrderId, amount: Money): EffectResult => {
      const authorization = order(id).transactions.find((t) => t.kind === 'authorization');
      if (authorization === undefined) return unknown;
      return capture(world, order(id), {
        authorization: authorization.id,
        amount,
        final: true,
        ...byPerson,
      });
    },
    voidByMerchant: (id: OrderId): void => {
      const authorization = order(id).transactions.find((t) => t.kind === 'authorization');
      if (authorization !== undefined)
        voidAuthorization(world, order(id), authorization.id, 'merchant');
    },
    refundByMerchant: (id: OrderId, amount: Money): void =>
      refund(world, order(id), amount, 'merchant'),
    takenOf: (id: OrderId): Money => takenOf(order(id)),
    expiryOf,
    dispute: (id: OrderId): void => {
      order(id).disputed = true;
      io.hint({ kind: 'look-at-order', orderId: id });
    },
    fault: (method: Method, fault: Fault): void => faults.add(method, fault),
    uninstall: (): void => {
      installed = false;
      io.hint({ kind: 'uninstall' });
    },
    letIn: (): void => {
      installed = true;
    },
    /** Somebody deletes the order in the admin: nothing of it can be read any more. */
    erase: (id: OrderId): void => {
      world.orders.delete(id);
      io.hint({ kind: 'look-at-order', orderId: id });
    },
  };

  return {
    port,
    controls,
    truth: truth as readonly Fact[],
    /** The next thing that Shopify does by itself. */
    nextOwnAct: (): Date | null =>
      world.agenda.reduce<Date | null>(
        (first, { at }) => (first !== null && first <= at ? first : at),
        null,
      ),
    actUntil(now: Date): void {
      const due = world.agenda.filter((item) => item.at <= now);
      for (const item of due) {
        world.agenda.splice(world.agenda.indexOf(item), 1);
        item.act();
      }
    },
  };
}
export type FakeShopify = ReturnType<typeof createFakeShopify>;
export type Controls = FakeShopify['controls'];
