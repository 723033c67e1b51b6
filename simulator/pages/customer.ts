import { readOrder, readShops, type PageContext } from './api';
import { badge, money, moment, numberOf, words } from './format';
import { html, type Html } from './html';
import type { Page } from './page';
import { callForm, empty, heading, table } from './parts';
import { paymentInWords, statusInWords } from './order-words';
import type { Order } from './shapes';

const items = (order: Order): Html =>
  table(
    ['Product', '>Price', '>Quantity', '>Shipped'],
    order.lines.map((line) => {
      const left = line.quantity - line.removed;
      return html`
        <tr>
          <td>${line.title} ${left === 0 && badge('cancelled')}</td>
          <td class="number nowrap">${money(line.unitPrice, order.presentmentCurrency)}</td>
          <td class="number">${left}</td>
          <td class="number">${line.fulfilled}</td>
        </tr>
      `;
    }),
  );

function shipments(order: Order): Html {
  const sent = order.fulfillments.filter(({ status }) => status !== 'CANCELLED');
  if (sent.length === 0) return empty('Nothing has shipped yet. We write to you when it does.');
  return html`<ul>
    ${sent.map((one) => {
      const numbers = one.tracking.flatMap(({ number }) => number ?? []);
      const last = one.events.at(-1);
      return html`<li>
        Packed
        ${moment(one.createdAt)}${numbers.length > 0 && `, tracking number ${numbers.join(', ')}`}
        ${last && html`<span class="soft">${words(last.status)} ${moment(last.happenedAt)}</span>`}
      </li>`;
    })}
  </ul>`;
}

/** Shopify's own order status page, as the link in its mails shows it. */
export async function orderStatus(ctx: PageContext, token: string): Promise<Page> {
  const [order, shops] = await Promise.all([
    readOrder(ctx, undefined, token),
    readShops(ctx).catch(() => []),
  ]);
  const store = shops.find(({ domain }) => domain === order.shop)?.name || order.shop;
  return {
    title: `Your order ${order.name}`,
    shop: order.shop,
    section: 'store',
    body: html`
      ${heading(statusInWords(order), html`Order ${order.name} at ${store}, placed ${moment(order.createdAt)}.`)}
      <div class="columns">
        <section class="card">
          <h2>What you ordered</h2>
          ${items(order)}
        </section>
        <div>
          <section class="card">
            <h2>Payment</h2>
            <p>${paymentInWords(order)}</p>
            ${order.paymentUrl && html`<p><a class="button primary" href="${order.paymentUrl}">Pay what is owed</a></p>`}
          </section>
          <section class="card">
            <h2>Shipping</h2>
            ${shipments(order)}
          </section>
          <section class="card">
            <h2>Mail about it</h2>
            <p>
              ${order.email ? html`<a href="/mail?to=${encodeURIComponent(order.email)}">Letters to ${order.email}</a>` : 'This order was placed without an e-mail address.'}
            </p>
          </section>
        </div>
      </div>
    `,
  };
}

/** Where a payment link leads. */
export async function payment(ctx: PageContext, token: string): Promise<Page> {
  const order = await readOrder(ctx, undefined, token);
  return {
    title: `Pay for order ${order.name}`,
    shop: order.shop,
    section: 'store',
    body: html`
      ${heading(`Pay for order ${order.name}`, `At ${order.shop}.`)}
      <section class="card narrow">
        ${
          order.paymentUrl
            ? callForm(
                `/_sim/orders/${numberOf(order.id)}/pay`,
                html`<button class="primary">
                  Pay ${money(order.outstanding, order.presentmentCurrency)}
                </button>`,
                {
                  busy: 'Paying, and a few minutes pass…',
                  then: `/orders/${encodeURIComponent(token)}`,
                  settle: 'PT5M',
                },
              )
            : empty('Nothing is to be paid for this order.')
        }
      </section>
    `,
  };
}
