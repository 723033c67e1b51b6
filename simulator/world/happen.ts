import { bare } from '../webhooks/numbers';
import { autoFulfil } from '../shop/auto-fulfil';
import { endCancel } from '../shop/cancel';
import { settle } from '../shop/capture';
import { lapse } from '../shop/end-authorization';
import { route } from '../shop/routing';
import type { Happening } from './schedule';
import type { World } from './world';

/** Lets everything happen that is due by now, in the order of its time. */
export function happenDue(world: World): void {
  for (
    let what = world.schedule.takeDue(world.clock.now().getTime());
    what;
    what = world.schedule.takeDue(world.clock.now().getTime())
  ) {
    happen(world, what);
    world.onChange();
  }
}

function happen(world: World, what: Happening): void {
  if (what.kind === 'webhook-retry') {
    const shop = world.state.shops[what.delivery.shop];
    if (
      shop?.installed ||
      what.delivery.topic === 'app/uninstalled' ||
      what.delivery.topic.endsWith('redact')
    )
      world.courier.dispatch(what.delivery);
    return;
  }
  const shop = world.state.shops[what.shop];
  if (!shop) return;
  if (what.kind === 'shop-redact') {
    if (shop.uninstalledAt === what.uninstalledAt)
      world.emit(shop, 'shop/redact', { shop_id: bare(shop.id), shop_domain: shop.domain });
    return;
  }
  if (what.kind === 'job-ends') {
    const job = shop.jobs.find((candidate) => candidate.id === what.jobId);
    if (job) endCancel(world, shop, job);
    return;
  }
  const order = world.order(shop, what.orderId);
  if (!order) return;
  switch (what.kind) {
    case 'order-routed':
      return route(world, shop, order);
    case 'auto-fulfil':
      return autoFulfil(world, shop, order);
    case 'authorization-ends':
      return lapse(world, shop, order, what.transactionId);
    case 'transaction-settles': {
      const t = order.transactions.find((candidate) => candidate.id === what.transactionId);
      if (t) settle(world, shop, order, t, what.status, what.errorCode);
      return;
    }
  }
}
