import { readOrder, type PageContext } from './api';
import { html } from './html';
import { storePath, type Page } from './page';
import { heading } from './parts';
import type { Order } from './shapes';

/** A few minutes have passed since the click: time enough for Holdfast to look, to hold and to write. */
function whatCame({ displayFulfillmentStatus, email }: Order): string {
  if (displayFulfillmentStatus !== 'ON_HOLD') return 'The mailbox has the confirmation.';
  return email
    ? 'In the minutes since, Holdfast has found that not all of it is there, has put it on hold, and has written to you.'
    : 'In the minutes since, Holdfast has found that not all of it is there and has put it on hold. It cannot write to you, so it asks the shop to call.';
}

/** After the checkout: where to see what becomes of the order. */
export async function thanks(ctx: PageContext, shop: string, id: string): Promise<Page> {
  const order = await readOrder(ctx, shop, id);
  const mail = order.email ? `/mail?to=${encodeURIComponent(order.email)}` : '/mail';
  return {
    title: 'Thank you',
    shop,
    section: 'store',
    body: html`
      ${heading('Thank you for your order', `${order.name} is placed. ${whatCame(order)}`)}
      <section class="card row">
        <a class="button primary" href="${mail}">Read your mail</a>
        <a class="button" href="/orders/${encodeURIComponent(order.token)}">Your order's page</a>
        <a class="button" href="${storePath(shop, `/orders/${encodeURIComponent(id)}`)}"
          >As the shop sees it</a
        >
        <a class="button" href="${storePath(shop)}">Buy something else</a>
      </section>
    `,
  };
}
