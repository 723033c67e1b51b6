import { readLedger, readOrder, type PageContext } from './api';
import { badge, money, moment, numberOf, shortId, words } from './format';
import { html, type Fragment, type Html } from './html';
import { storePath, type Page } from './page';
import { callForm, empty, heading, table, type CallOptions } from './parts';
import { ledgerTable } from './ledger';
import type { Order } from './shapes';
import { fulfillmentOrders, fulfillments } from './shipping';
import { thirdParty } from './third-party';

function lines(order: Order): Html {
  if (order.lines.length === 0) return empty('This order has no lines.');
  const rows = order.lines.map(
    (line) => html`
      <tr>
        <td>${line.title}<br /><span class="soft small">${line.sku}</span></td>
        <td class="number">${money(line.unitPrice, order.presentmentCurrency)}</td>
        <td class="number">${line.quantity}</td>
        <td class="number">${line.removed || ''}</td>
        <td class="number">${line.fulfilled || ''}</td>
      </tr>
    `,
  );
  return table(['Product', '>Price', '>Ordered', '>Removed', '>Shipped'], rows);
}

function transactions(order: Order): Html {
  if (order.transactions.length === 0) return empty('No payment yet.');
  const rows = order.transactions.map(
    (one) => html`
      <tr>
        <td>${moment(one.createdAt)}</td>
        <td>
          ${words(one.kind)} <span class="soft small">${shortId(one.id)}</span>
          ${
            one.kind === 'AUTHORIZATION' && one.expiresAt && !one.ended
              ? html`<br /><span class="soft small"
                    >can be captured until ${moment(one.expiresAt)}</span
                  >`
              : ''
          }
        </td>
        <td>${badge(one.ended ?? one.status)}</td>
        <td class="number nowrap">${money(one.amount, order.presentmentCurrency)}</td>
      </tr>
    `,
  );
  return table(['Time', 'What', 'Status', '>Amount'], rows);
}

const stillToPay = (order: Order): Html => html`
  <p class="soft">
    The order comes to ${money(order.currentTotal, order.presentmentCurrency)};
    ${money(order.outstanding, order.presentmentCurrency)} is still owed.
    ${order.paymentUrl ? html`<a href="${order.paymentUrl}">The customer's payment page</a>` : ''}
  </p>
`;

/** The buttons of a person in Shopify's admin. */
function actions(order: Order): Html {
  const act = (verb: string, fields: Fragment, options: CallOptions = {}) =>
    callForm(`/_sim/orders/${numberOf(order.id)}/${verb}`, fields, {
      busy: 'Working…',
      ...options,
    });
  return html`
    ${act('capture', html`<input name="amount" inputmode="decimal" placeholder="all" aria-label="Amount to capture" size="8" /><button>Capture</button>`, { inline: true })}
    ${act('void', html`<button>Void the authorization</button>`, { inline: true, confirm: 'Void the authorization? The money can then no longer be captured.' })}
    ${act('refund', html`<input name="amount" inputmode="decimal" value="all" required aria-label="Amount to refund" size="8" /><button>Refund</button>`, { inline: true })}
    ${
      order.cancelledAt
        ? ''
        : act(
            'cancel',
            html`
              <label class="check"
                ><input type="checkbox" name="restock" checked /> Restock the units</label
              >
              <label class="check"
                ><input type="checkbox" name="refund" checked /> Give the money back</label
              >
              <label class="check"
                ><input type="checkbox" name="notify" checked /> Shopify tells the customer</label
              >
              <button class="danger">Cancel the order</button>
            `,
            { confirm: `Cancel ${order.name}? This cannot be undone.` },
          )
    }
  `;
}

export async function orderPage(ctx: PageContext, shop: string, id: string): Promise<Page> {
  const order = await readOrder(ctx, shop, id);
  const own = await readLedger(ctx, { shop, orderId: order.id });
  const facts = [
    order.gateway && `through ${words(order.gateway)}`,
    order.risk !== 'NONE' && `fraud recommendation: ${words(order.risk)}`,
  ].filter(Boolean);
  return {
    title: `Order ${order.name}`,
    shop,
    path: storePath(shop, '/shipping'),
    section: 'admin',
    look: 'admin',
    body: html`
      <p><a href="${storePath(shop, '/shipping')}">← Orders</a></p>
      ${heading(`Order ${order.name}`, html`Placed ${moment(order.createdAt)} by ${order.email ? html`<a href="/mail?to=${encodeURIComponent(order.email)}">${order.email}</a>` : 'a customer without e-mail'}${facts.map((fact) => html`, ${fact || ''}`)}.`)}
      ${order.cancelledAt && html`<p>${badge('CANCELLED')} ${moment(order.cancelledAt)} ${order.cancelReason && words(order.cancelReason)}</p>`}
      <p>
        ${order.displayFinancialStatus && badge(order.displayFinancialStatus)}
        ${badge(order.displayFulfillmentStatus)}
      </p>
      ${order.test && html`<p>${badge('TEST ORDER')}</p>`}
      ${order.disputes.map((dispute) => html`<p>${badge('DISPUTED')} ${words(dispute.initiatedAs)}: ${words(dispute.status)}</p>`)}
      <div class="columns">
        <div>
          <section class="card">
            <h2>Lines</h2>
            ${lines(order)}
          </section>
          <section class="card">
            <h2>Money</h2>
            ${transactions(order)} ${stillToPay(order)}
          </section>
          <section class="card">
            <h2>Fulfillment</h2>
            ${fulfillmentOrders(order)} ${order.fulfillmentOrders.map(thirdParty)}
            ${fulfillments(order)}
          </section>
        </div>
        <section class="card">
          <h2>As a person in the admin</h2>
          <div class="fields">${actions(order)}</div>
        </section>
      </div>
      <section class="card">
        <h2>In the ledger</h2>
        ${own.length === 0 ? empty('The ledger has no row of this order.') : ledgerTable(own, false)}
      </section>
    `,
  };
}
