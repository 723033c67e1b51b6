import { answerCancellation, requestCancellation, takeBack } from '../../shop/give-back';
import { closeIncomplete, markAsOpen, reportProgress } from '../../shop/progress';
import { accept, reject, submit } from '../../shop/service-requests';
import { supportedActions } from '../../shop/supported-actions';
import { Refusal } from '../../world/refusal';
import type { Args, Context } from '../context';
import { target, units, viewOf, type Target } from './fulfillment-order';
import { answer } from './payload';

const messageOf = (args: Args): string | null =>
  typeof args.message === 'string' ? args.message : null;

/** What the merchant asks of a fulfillment service, what the service answers, and what somebody says of the work. */
export const serviceMutations = (ctx: Context): Record<string, (args: Args) => unknown> => {
  const { world, shop } = ctx;
  /** Most of them take an id and a message, and show the fulfillment order afterwards. */
  const simple =
    (name: string, act: (target: Target, message: string | null) => void) => (args: Args) =>
      answer(`${name}Payload`, () => {
        const found = target(ctx, args.id);
        act(found, messageOf(args));
        return { fulfillmentOrder: viewOf(ctx, found.order, found.fo) };
      });
  return {
    fulfillmentOrderSubmitFulfillmentRequest: (args) =>
      answer('FulfillmentOrderSubmitFulfillmentRequestPayload', () => {
        const { order, fo } = target(ctx, args.id);
        if (!supportedActions(order, fo, shop).includes('REQUEST_FULFILLMENT'))
          throw new Refusal('The fulfillment order is not in a submittable state.');
        const rest = submit(world, shop, order, fo, {
          lines: units.parse(args.fulfillmentOrderLineItems),
          message: messageOf(args),
          notify: args.notifyCustomer === true,
          by: 'app',
        });
        return {
          originalFulfillmentOrder: viewOf(ctx, order, fo),
          submittedFulfillmentOrder: viewOf(ctx, order, fo),
          unsubmittedFulfillmentOrder: viewOf(ctx, order, rest),
        };
      }),
    fulfillmentOrderAcceptFulfillmentRequest: simple(
      'FulfillmentOrderAcceptFulfillmentRequest',
      ({ order, fo }, message) => accept(world, shop, order, fo, message),
    ),
    fulfillmentOrderRejectFulfillmentRequest: simple(
      'FulfillmentOrderRejectFulfillmentRequest',
      ({ order, fo }, message) => reject(world, shop, order, fo, message),
    ),
    fulfillmentOrderSubmitCancellationRequest: simple(
      'FulfillmentOrderSubmitCancellationRequest',
      ({ order, fo }, message) => requestCancellation(world, shop, order, fo, message, 'app'),
    ),
    fulfillmentOrderAcceptCancellationRequest: simple(
      'FulfillmentOrderAcceptCancellationRequest',
      ({ order, fo }, message) => answerCancellation(world, shop, order, fo, true, message),
    ),
    fulfillmentOrderRejectCancellationRequest: simple(
      'FulfillmentOrderRejectCancellationRequest',
      ({ order, fo }, message) => answerCancellation(world, shop, order, fo, false, message),
    ),
    fulfillmentOrderReportProgress: simple('FulfillmentOrderReportProgress', ({ order, fo }) =>
      reportProgress(world, shop, order, fo, 'app'),
    ),
    fulfillmentOrderOpen: simple('FulfillmentOrderOpen', ({ order, fo }) =>
      markAsOpen(world, shop, order, fo, 'app'),
    ),
    fulfillmentOrderClose: simple('FulfillmentOrderClose', ({ order, fo }, message) =>
      closeIncomplete(world, shop, order, fo, message),
    ),
    fulfillmentOrderCancel: (args) =>
      answer('FulfillmentOrderCancelPayload', () => {
        const { order, fo } = target(ctx, args.id);
        const replacement = takeBack(world, shop, order, fo, 'app');
        return {
          fulfillmentOrder: viewOf(ctx, order, fo),
          replacementFulfillmentOrder: viewOf(ctx, order, replacement),
        };
      }),
  };
};
