import { readOrder, type PageContext } from './api';
import { badge, money, moment, numberOf } from './format';
import { html } from './html';
import { callForm, empty, heading, table, type Page } from './layout';

/** Shopify's own order status page, as the link in its mails shows it. */
export async function orderStatus(ctx: PageContext, token: string): Promise<Page> {
  const order = await readOrder(ctx, undefined, token);
  const rows = order.lines.map(
    (line) => html`
      <tr>
        <td>${line.title}</td>
        <td class="number">${line.quantity - line.removed}</td>
        <td class="number">${line.fulfilled || ''}</td>
      </tr>
    `,
  );
  return {
    title: `Your order ${order.name}`,
    body: html`
      ${heading(`Your order ${order.name}`, html`Placed ${moment(order.createdAt)} at ${order.shop}.`)}
      <section class="card">
        <p>
          ${order.cancelledAt ? badge('CANCELLED') : html`${badge(order.displayFinancialStatus)} ${badge(order.displayFulfillmentStatus)}`}
        </p>
        ${table(['Product', '>Quantity', '>Shipped'], rows)}
        ${order.paymentUrl ? html`<p><a class="button" href="${order.paymentUrl}">Pay what is owed</a></p>` : ''}
      </section>
    `,
  };
}

/** Where a payment link leads. */
export async function payment(ctx: PageContext, token: string): Promise<Page> {
  const order = await readOrder(ctx, undefined, token);
  return {
    title: `Pay for order ${order.name}`,
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
                { busy: 'Paying…', then: `/orders/${encodeURIComponent(token)}` },
              )
            : empty('Nothing is to be paid for this order.')
        }
      </section>
    `,
  };
}
