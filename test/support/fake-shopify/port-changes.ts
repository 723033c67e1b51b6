import { addMs } from '../../../app/domain/calendar';
import type { Tried } from '../../../app/domain/history';
import type { OrderId } from '../../../app/domain/ids';
import type { EffectKind } from '../../../app/domain/intent';
import { OutcomeUnclear } from '../../../app/errors';
import type { EffectResult, Shopify, UnitsOfLine } from '../../../app/ports';
import { cancelOrder } from './cancel';
import { capture, voidAuthorization } from './capture';
import { takeOff } from './edits';
import { type Faults, type Method, WorkerDied } from './faults';
import { hold, takeOffHold } from './holds';
import { askForPayment } from './pay-later';
import { withFulfillmentOrder } from './port-reads';
import { refundUnits } from './refund-units';
import { type FakeFulfillmentOrder, type FakeOrder, orderOf, refused, type World } from './state';
import { requestCancellation, takeBackRequest } from './third-party';

/** How long a job of Shopify's takes. */
const JOB_MS = 30_000;

export const UNKNOWN: EffectResult = refused('Shopify knows no such thing', 'NOT_FOUND');

interface Wanted {
  readonly order: OrderId;
  readonly effect: EffectKind;
  readonly target: string;
}

/** Runs one change under its faults, and writes down that it was tried. */
function createTry(world: World, faults: Faults, letIn: () => void) {
  return async (
    method: Method,
    wanted: Wanted,
    act: (order: FakeOrder) => EffectResult,
  ): Promise<EffectResult> => {
    letIn();
    const tried = (outcome: Tried['outcome']): void =>
      world.log({ kind: 'tried', at: world.now(), ...wanted, outcome });
    const later = (run: () => void): void =>
      void world.agenda.push({ at: addMs(world.now(), JOB_MS), act: run });
    try {
      const result = faults.around(method, () => act(orderOf(world, wanted.order)), later);
      tried(result.outcome === 'key-spent' ? 'nothing' : result.outcome);
      return result;
    } catch (error) {
      // Whoever takes over from a worker that died can't know either whether it happened.
      const isUnclear = error instanceof OutcomeUnclear || error instanceof WorkerDied;
      tried(isUnclear ? 'unclear' : 'nothing');
      throw error;
    }
  };
}

type Changes = Pick<
  Shopify,
  | 'hold'
  | 'requestCancellation'
  | 'takeBackRequest'
  | 'release'
  | 'capture'
  | 'void'
  | 'cancelOrder'
  | 'removeUnits'
  | 'refund'
  | 'askForPayment'
>;

/** What the app may change. `letIn` throws for an app that isn't installed. */
export function createChanges(world: World, faults: Faults, letIn: () => void): Changes {
  const changes = createTry(world, faults, letIn);
  const onFulfillmentOrder = async (
    method: 'hold' | 'release' | 'requestCancellation' | 'takeBackRequest',
    effect: EffectKind,
    id: string,
    act: (order: FakeOrder, fo: FakeFulfillmentOrder) => EffectResult,
  ): Promise<EffectResult> => {
    const found = withFulfillmentOrder(world, id);
    if (found === null) return UNKNOWN;
    const wanted = { order: found.order.id, effect, target: id };
    return changes(method, wanted, (order) => act(order, found.fo));
  };
  return {
    hold: (_shop, input) =>
      onFulfillmentOrder('hold', 'hold', input.fulfillmentOrderId, (order, fo) =>
        hold(world, order, fo, input),
      ),
    requestCancellation: (_shop, { fulfillmentOrderId: id }) =>
      onFulfillmentOrder('requestCancellation', 'request-cancellation', id, (order, fo) =>
        requestCancellation(world, order, fo),
      ),
    takeBackRequest: (_shop, { fulfillmentOrderId: id }) =>
      onFulfillmentOrder('takeBackRequest', 'take-back-request', id, (order, fo) =>
        takeBackRequest(world, order, fo),
      ),
    release: (_shop, input) =>
      onFulfillmentOrder('release', 'release', input.fulfillmentOrderId, (order, fo) => {
        takeOffHold(world, order, fo, input.holdIds, 'holdfast');
        return { outcome: 'done', reference: null };
      }),
    capture: (_shop, { orderId, authorizationId: authorization, amount, final }) =>
      changes('capture', { order: orderId, effect: 'capture', target: authorization }, (order) =>
        capture(world, order, { authorization, amount, final, by: 'holdfast' }),
      ),
    async void(_shop, { authorizationId: id }) {
      const of = [...world.orders.values()].find((o) => o.transactions.some((t) => t.id === id));
      if (of === undefined) return UNKNOWN;
      return changes('void', { order: of.id, effect: 'void', target: id }, (order) =>
        voidAuthorization(world, order, id, 'holdfast'),
      );
    },
    cancelOrder: (_shop, { orderId, restock }) =>
      changes('cancelOrder', { order: orderId, effect: 'cancel-order', target: orderId }, (order) =>
        cancelOrder(world, order, 'holdfast', restock),
      ),
    removeUnits: (_shop, { orderId, lineId, current, quantity }) =>
      changes('removeUnits', { order: orderId, effect: 'remove-units', target: lineId }, (order) =>
        removeUnits(world, order, { lineId, current, quantity }),
      ),
    refund: (_shop, input) => {
      const target = input.lines[0]?.lineId ?? input.orderId;
      return changes('refund', { order: input.orderId, effect: 'refund', target }, (order) =>
        refundUnits(world, order, input),
      );
    },
    askForPayment: (_shop, { orderId }) =>
      changes(
        'askForPayment',
        { order: orderId, effect: 'ask-for-payment', target: orderId },
        (order) => askForPayment(world, order),
      ),
  };
}

function removeUnits(
  world: World,
  order: FakeOrder,
  { lineId, current, quantity }: UnitsOfLine & { readonly current: number },
): EffectResult {
  if (!order.editable) return refused('The order cannot be edited.');
  const line = order.lines.find((l) => l.id === lineId);
  if (line?.current !== current) return refused('The line has changed');
  return takeOff(world, order, lineId, quantity, 'holdfast')
    ? { outcome: 'done', reference: lineId }
    : refused('So many units are no longer there');
}
