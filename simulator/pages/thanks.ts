import { readOrder, type PageContext } from './api';
import { html } from './html';
import { heading, storePath, type Page } from './layout';

/** After the checkout: where to see what becomes of the order. */
export async function thanks(ctx: PageContext, shop: string, id: string): Promise<Page> {
  const order = await readOrder(ctx, shop, id);
  const mail = order.email ? `/mail?to=${encodeURIComponent(order.email)}` : '/mail';
  return {
    title: 'Thank you',
    shop,
    section: 'store',
    body: html`
      ${heading('Thank you for your order', `${order.name} is placed. The mailbox has the confirmation, and what else there is to say.`)}
      <section class="card row">
        <a class="button primary" href="${mail}">Read your mail</a>
        <a class="button" href="/orders/${encodeURIComponent(order.token)}">Your order's page</a>
        <a class="button" href="${storePath(shop, `/orders/${encodeURIComponent(id)}`)}"
          >As staff sees it</a
        >
        <a class="button" href="${storePath(shop)}">Buy something else</a>
      </section>
    `,
  };
}
