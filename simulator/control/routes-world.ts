import { Duration } from 'luxon';
import { z } from 'zod';
import { isMailFaultMode } from '../mail/faults';
import { revoke } from '../oauth/tokens';
import { FAULT_MODES } from '../world/faults';
import { notFound, Refusal } from '../world/refusal';
import * as inputs from './inputs';
import { newsOf } from './news';
import { route, type Route } from './route';

const fault = z.strictObject({
  target: z.string().min(1),
  mode: z.enum(FAULT_MODES),
  count: z.number().int().positive().optional(),
  rate: z.number().min(0).max(1).optional(),
  shop: z.string().optional(),
  ms: z.number().nonnegative().optional(),
  code: z.string().optional(),
  message: z.string().optional(),
  fails: z.boolean().optional(),
  refresh: z.boolean().optional(),
});

export const worldRoutes: readonly Route[] = [
  route('GET', '/_sim/clock', z.unknown(), async ({ world, stepper }) => {
    const { stores, app } = await stepper.upcoming();
    return {
      now: world.clock.iso(),
      rate: world.clock.rate,
      next: iso(stores),
      appNext: iso(app),
      moving: stepper.moving,
    };
  }),
  route('POST', '/_sim/clock', inputs.clock, async ({ world, stepper, input }) => {
    if (input.rate !== undefined) world.clock.setRate(input.rate);
    const wishes = [input.advance, input.now, input.to].filter((wish) => wish !== undefined);
    if (wishes.length > 1) throw new Refusal('Give one of advance, now and to', null, null, 400);
    if (wishes.length === 0) return { now: world.clock.iso(), rate: world.clock.rate };
    if (input.to !== undefined) {
      const reached = await stepper.toNext();
      if (!reached) throw new Refusal('Nothing is due, in the stores or in the app');
      return { ...reached, rate: world.clock.rate };
    }
    return { ...(await stepper.to(targetOf(world.clock.now(), input))), rate: world.clock.rate };
  }),
  route('POST', '/_sim/faults', fault, ({ world, input }) => {
    const { refresh, ...wish } = input;
    if (input.target === 'smtp') {
      if (!isMailFaultMode(input.mode))
        throw new Refusal(`The mailbox has no fault ${input.mode}`, null, null, 400);
      world.mailbox.faults.add({ mode: input.mode, count: input.count, rate: input.rate });
    } else if (input.mode === 'revoke') revoke(world, input.shop, refresh ?? false);
    else world.faults.add(wish);
    world.ledger.append({
      shop: input.shop ?? '*',
      kind: 'fault',
      by: 'shopify',
      target: input.target,
      detail: input,
    });
    return { faults: world.faults.list(), smtp: world.mailbox.faults.list() };
  }),
  route('GET', '/_sim/faults', z.unknown(), ({ world }) => ({
    faults: world.faults.list(),
    smtp: world.mailbox.faults.list(),
  })),
  route('DELETE', '/_sim/faults', z.unknown(), ({ world }) => {
    world.faults.clear();
    world.mailbox.faults.clear();
    return { faults: [], smtp: [] };
  }),
  route('GET', '/_sim/ledger', z.unknown(), ({ world, query }) =>
    world.ledger.list({
      shop: query.get('shop') ?? undefined,
      orderId: query.get('orderId') ?? undefined,
      kind: query.get('kind') ?? undefined,
      after: Number(query.get('after') ?? 0),
    }),
  ),
  route('GET', '/_sim/news', z.unknown(), ({ world, query }) => newsOf(world, query)),
  route('GET', '/_sim/mail', z.unknown(), ({ world, query }) =>
    world.mailbox.list({ to: query.get('to') ?? undefined, shop: query.get('shop') ?? undefined }),
  ),
  route('GET', '/_sim/mail/inbound', z.unknown(), ({ world }) => world.state.inbound),
  route('POST', '/_sim/mail/reply', inputs.mailReply, ({ world, input }) => {
    if (!world.mailbox.get(input.messageId)) throw notFound(`The message ${input.messageId}`);
    world.state.inbound.push({
      kind: 'reply',
      messageId: input.messageId,
      text: input.text,
      at: world.clock.iso(),
    });
    return { recorded: true };
  }),
  route('POST', '/_sim/mail/bounce', inputs.mailBounce, ({ world, input }) => {
    if (!world.mailbox.get(input.messageId)) throw notFound(`The message ${input.messageId}`);
    world.state.inbound.push({
      kind: 'bounce',
      messageId: input.messageId,
      text: null,
      at: world.clock.iso(),
    });
    return { recorded: true };
  }),
];

const iso = (moment: number | undefined): string | null =>
  moment === undefined ? null : new Date(moment).toISOString();

function targetOf(
  now: Date,
  input: { advance?: string | undefined; now?: string | undefined },
): Date {
  const duration = input.advance === undefined ? undefined : Duration.fromISO(input.advance);
  if (duration && !duration.isValid)
    throw new Refusal(
      `advance must be an ISO 8601 duration such as P3D or PT2H, not ${input.advance ?? ''}`,
      null,
      null,
      400,
    );
  const target = duration
    ? new Date(now.getTime() + duration.toMillis())
    : new Date(input.now ?? now);
  if (target.getTime() < now.getTime())
    throw new Refusal('Time does not run backwards', null, null, 400);
  return target;
}
