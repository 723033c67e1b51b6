import { assertUnreachable } from '../domain/assert-unreachable';
import { addMs, HOUR, MINUTE } from '../domain/calendar';
import { raiseAttention } from '../domain/decide/attention';
import { OrderId } from '../domain/ids';
import { NoAccess } from '../errors';
import type { AfterNoAccess, Claim, Work } from '../ports';
import type { Deps } from './deps';
import { refreshShop, takeInOrders, uninstallShop } from './install';
import { keepDecision } from './keep-decision';
import { lookAtOrder } from './look-at-order';
import { createOrderReads } from './order-reads';
import { performEffect } from './perform-effect';
import { pickUp } from './pick-up';
import { probeShop } from './probe-shop';
import { isDuty, putOffDuty } from './put-off-duty';
import { planReconcile, reconcile } from './reconcile';
import { redactCustomer } from './redact-customer';
import { redactShop } from './redact-shop';
import { reportCustomerData } from './report-customer-data';
import { shareItem } from './share-item';
import { settingsChanged } from './settings-changed';
import { onShutOut, planProbe, shutOutBy } from './suspend';
import { takeStep } from './take-step';
import { yesToAll } from './yes-to-all';

/** A hint that names a fulfillment order: its order is looked at. One that we may not see leads nowhere. */
async function findOrder(deps: Deps, work: Work, fulfillmentOrderId: string): Promise<void> {
  const { shop } = work.claim;
  const orderId = await deps.shopify.findOrderOf(shop, fulfillmentOrderId);
  if (orderId === null) return;
  await work.finish({}, (tx) =>
    tx.addTasks([{ shop, body: { kind: 'look-at-order', orderId }, dueAt: work.now }]),
  );
}

/** Every kind of task and who performs it: a new kind doesn't compile until it is here. */
export function createPerform(deps: Deps): (work: Work) => Promise<void> {
  const reads = createOrderReads(deps);
  return (work) => {
    const { body } = work.claim;
    switch (body.kind) {
      case 'look-at-order':
      case 'cancel-due':
      case 'money-due':
        return lookAtOrder(deps, reads, work, body.orderId);
      case 'find-order':
        return findOrder(deps, work, body.fulfillmentOrderId);
      case 'share-item':
        return shareItem(deps, work, body.itemId, body.round ?? 0);
      case 'take-step':
        return takeStep(work, body.orderId, body.step);
      case 'perform-effect':
        return performEffect(deps, reads, work, body.orderId, body.intent);
      case 'take-in-orders':
        return takeInOrders(deps, work, body.cursor ?? null);
      case 'settings-changed':
        return settingsChanged(deps, work, body.watched);
      case 'reconcile':
        return reconcile(deps, work, body);
      case 'probe-shop':
        return probeShop(deps, work);
      case 'pick-up':
        return pickUp(work, body);
      case 'yes-to-all':
        return yesToAll(deps, work, body);
      case 'uninstall':
        return uninstallShop(deps, work);
      case 'refresh-shop':
        return refreshShop(deps, work);
      case 'redact-customer':
        return redactCustomer(deps, work, body.webhookId);
      case 'report-customer-data':
        return reportCustomerData(deps, work, body);
      case 'redact-shop':
        return redactShop(deps, work, body);
      default:
        return assertUnreachable(body);
    }
  };
}

/** A task that won't be tried again puts its case before a person. */
export function createOnDead(deps: Deps): (claim: Claim, error: Error) => Promise<void> {
  return async (claim, error) => {
    const { body, shop } = claim;
    const orderId = 'orderId' in body ? OrderId.safeParse(body.orderId) : null;
    deps.log.error(
      { shop, task: claim.taskId, kind: body.kind, error: error.message },
      'A task was given up',
    );
    if (isDuty(body))
      await deps.store.transact(shop, {}, (tx) => putOffDuty(tx, body, deps.clock.now()));
    await goOnLater(deps, claim);
    if (!orderId?.success) return;
    await deps.store.transact(shop, { orders: [orderId.data] }, async (tx) => {
      const value = await tx.loadCase(orderId.data);
      if (value === null) return;
      const reason =
        error instanceof NoAccess
          ? 'Shopify did not allow what this order needs: open the app and agree to its permissions, then resolve this.'
          : `Holdfast tried again and again and gave up (${body.kind}). Look at the order in Shopify, then resolve this to let it try anew.`;
      await keepDecision(tx, raiseAttention(value, deps.clock.now(), reason));
    });
  };
}

/** What nobody else would begin again must not end with a task that failed: it goes on where it was. */
async function goOnLater({ store, clock }: Deps, { shop, body }: Claim): Promise<void> {
  const dueAt = addMs(clock.now(), HOUR);
  await store.transact(shop, {}, async (tx) => {
    if (body.kind === 'reconcile') await planReconcile(tx, dueAt);
    if (body.kind === 'probe-shop') await planProbe(tx, dueAt);
    if (body.kind === 'take-in-orders' || body.kind === 'pick-up')
      await tx.addTasks([{ shop, body, dueAt }]);
  });
}

/** Looked for again after so long, until orders can be read. */
const LOOK_AGAIN = 15 * MINUTE;

/**
 * Shopify keeps every order from us until the app's access to protected customer data is declared. That is said once, for
 * the shop. The round that reads orders again sees to what stood still; the orders at install are taken in again.
 */
async function ordersAreWithheld(deps: Deps, { shop, body }: Claim): Promise<void> {
  const now = deps.clock.now();
  const later = addMs(now, LOOK_AGAIN);
  await deps.store.transact(shop, {}, async (tx) => {
    await tx.raiseNotice('no-order-access', now);
    await planReconcile(tx, later);
    if (body.kind === 'take-in-orders') await tx.addTasks([{ shop, body, dueAt: later }]);
  });
}

/**
 * What becomes of a task that Shopify didn't let in: one permission is missing, which is a person's to grant; or all are, and
 * it waits while its shop is suspended.
 */
export function createOnNoAccess(
  deps: Deps,
): (claim: Claim, error: NoAccess) => Promise<AfterNoAccess> {
  const onDead = createOnDead(deps);
  return async (claim, error) => {
    if (shutOutBy(error) !== null) return onShutOut(deps, claim.shop);
    if (error.withheld === 'customer-data') await ordersAreWithheld(deps, claim);
    else await onDead(claim, new NoAccess('A permission is missing', 'scope'));
    return 'ends';
  };
}
