import { findFulfillmentOrder } from '../shop/fulfillment-orders';
import { answerCancellation, requestCancellation, takeBack } from '../shop/give-back';
import { closeIncomplete, markAsOpen, reportProgress } from '../shop/progress';
import { accept, reject, submit } from '../shop/service-requests';
import * as inputs from './inputs';
import { unitsOf } from './lines';
import { route, type Route } from './route';
import { show } from './routes-fulfillment';
import { search } from './search';

const path = (verb: string): string => `/_sim/fulfillment-orders/:id/${verb}`;

/** What is asked of a fulfillment service, what it answers, and what somebody says of the work. */
export const serviceRoutes: readonly Route[] = [
  route('POST', path('submit'), inputs.foSubmit, ({ world, id, input }) => {
    const { shop, order, fo } = search(world, (s) => findFulfillmentOrder(s, id));
    const rest = submit(world, shop, order, fo, {
      lines: unitsOf(order, fo, input.lines),
      message: input.message,
      notify: false,
      by: input.by,
    });
    return { fulfillmentOrder: show(order, fo), remaining: rest ? show(order, rest) : null };
  }),
  // A service that takes on what nobody submitted was asked a moment before.
  route('POST', path('accept'), inputs.foAccept, ({ world, id, input }) => {
    const { shop, order, fo } = search(world, (s) => findFulfillmentOrder(s, id));
    if (fo.requestStatus !== 'SUBMITTED')
      submit(world, shop, order, fo, { lines: [], message: null, notify: false, by: 'other-app' });
    accept(world, shop, order, fo, input.message);
    return show(order, fo);
  }),
  route('POST', path('reject'), inputs.foReject, ({ world, id, input }) => {
    const { shop, order, fo } = search(world, (s) => findFulfillmentOrder(s, id));
    reject(world, shop, order, fo, input.message);
    return show(order, fo);
  }),
  route('POST', path('take-back'), inputs.foNothing, ({ world, id, input }) => {
    const { shop, order, fo } = search(world, (s) => findFulfillmentOrder(s, id));
    const replacement = takeBack(world, shop, order, fo, input.by);
    return { fulfillmentOrder: show(order, fo), replacement: show(order, replacement) };
  }),
  route('POST', path('ask-back'), inputs.foNothing, ({ world, id, input }) => {
    const { shop, order, fo } = search(world, (s) => findFulfillmentOrder(s, id));
    requestCancellation(world, shop, order, fo, null, input.by);
    return show(order, fo);
  }),
  route(
    'POST',
    path('answer-cancellation'),
    inputs.foAnswerCancellation,
    ({ world, id, input }) => {
      const { shop, order, fo } = search(world, (s) => findFulfillmentOrder(s, id));
      answerCancellation(world, shop, order, fo, input.accept, input.message);
      return show(order, fo);
    },
  ),
  route('POST', path('report-progress'), inputs.foNothing, ({ world, id, input }) => {
    const { shop, order, fo } = search(world, (s) => findFulfillmentOrder(s, id));
    reportProgress(world, shop, order, fo, input.by);
    return show(order, fo);
  }),
  route('POST', path('open'), inputs.foNothing, ({ world, id, input }) => {
    const { shop, order, fo } = search(world, (s) => findFulfillmentOrder(s, id));
    markAsOpen(world, shop, order, fo, input.by);
    return show(order, fo);
  }),
  route('POST', path('close'), inputs.foAccept, ({ world, id, input }) => {
    const { shop, order, fo } = search(world, (s) => findFulfillmentOrder(s, id));
    closeIncomplete(world, shop, order, fo, input.message);
    return show(order, fo);
  }),
];
