import { refused } from '../../../app/adapters/shopify/refusals';
import { Permanent } from '../../../app/errors';
import { OrderId } from '../../../app/domain/ids';
import type { EffectKind } from '../../../app/domain/intent';
import type { EffectResult, Shopify } from '../../../app/ports';
import { requestCancellation, takeBack } from '../../../simulator/shop/give-back';
import { placeHold } from '../../../simulator/shop/place-hold';
import { releaseHolds } from '../../../simulator/shop/release-holds';
import { isAskedBack } from '../../../simulator/shop/statuses';
import { Refusal } from '../../../simulator/world/refusal';
import type { FulfillmentOrder, Order } from '../../../simulator/world/types';
import type { Attempt } from './attempt';
import type { Opened } from './open';
import { answered } from './refusals';

type Parts = Pick<Shopify, 'hold' | 'release' | 'requestCancellation' | 'takeBackRequest'>;
type HoldWish = Parameters<Shopify['hold']>[1];

const NOT_TAKEN_BACK = 'Shopify did not take the request to the fulfillment service back';
const NOT_FOUND = { code: 'FULFILLMENT_ORDER_NOT_FOUND', message: 'It does not exist' };

/** What the app may change about fulfillment orders, as its adapter does it. */
export function createPartChanges({ world, shop }: Opened, attempt: Attempt): Parts {
  const find = (id: string): { order: Order; part: FulfillmentOrder } | null => {
    for (const order of shop.orders) {
      const part = order.fulfillmentOrders.find((each) => each.id === id);
      if (part !== undefined && world.visible(shop, order)) return { order, part };
    }
    return null;
  };
  const on = async (
    method: keyof Parts,
    effect: EffectKind,
    id: string,
    what: string,
    act: (order: Order, part: FulfillmentOrder) => EffectResult,
  ): Promise<EffectResult> => {
    const found = find(id);
    if (found === null) return refused(what, [NOT_FOUND]);
    const { order, part } = found;
    const wanted = { order: OrderId.parse(order.id), effect, target: id };
    return attempt(method, wanted, () => answered(what, () => act(order, part)));
  };

  const hold = (order: Order, part: FulfillmentOrder, wish: HoldWish): EffectResult => {
    const ours = part.holds.find(({ by, handle }) => by === 'app' && handle === wish.handle);
    try {
      const { hold: made } = placeHold(world, shop, order, part, {
        reason: wish.reason,
        reasonNotes: wish.note,
        handle: wish.handle,
        externalId: null,
        lines: wish.lines ?? [],
        by: 'app',
      });
      return { outcome: 'done', reference: made.id };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === 'DUPLICATE_FULFILLMENT_HOLD_HANDLE')
        return { outcome: 'done', reference: null };
      if (error.code === 'FULFILLMENT_ORDER_NOT_SPLITTABLE' && ours !== undefined)
        return { outcome: 'done', reference: ours.id };
      throw error;
    }
  };

  return {
    hold: (_shop, wish) =>
      on('hold', 'hold', wish.fulfillmentOrderId, 'Shopify did not place the hold', (order, part) =>
        hold(order, part, wish),
      ),
    async release(_shop, { fulfillmentOrderId: id, holdIds }) {
      if (holdIds.length === 0) throw new Permanent('A release has to name the holds');
      return on('release', 'release', id, 'Shopify did not release the hold', (order, part) => ({
        outcome: 'done',
        reference: releaseHolds(world, shop, order, part, holdIds, 'app').id,
      }));
    },
    requestCancellation: (_shop, { fulfillmentOrderId: id, message }) =>
      on(
        'requestCancellation',
        'request-cancellation',
        id,
        'Shopify did not ask the fulfillment service to give the goods back',
        (order, part) => {
          if (!isAskedBack(part)) requestCancellation(world, shop, order, part, message, 'app');
          return { outcome: 'done', reference: part.id };
        },
      ),
    takeBackRequest: (_shop, { fulfillmentOrderId: id }) =>
      on('takeBackRequest', 'take-back-request', id, NOT_TAKEN_BACK, (order, part) =>
        part.status === 'CLOSED' || part.status === 'CANCELLED'
          ? { outcome: 'done', reference: null }
          : { outcome: 'done', reference: takeBack(world, shop, order, part, 'app').id },
      ),
  };
}
