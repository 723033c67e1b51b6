import { readOrders, type PageContext } from './api';
import { actor, badge, moment, numberOf, shortId, words } from './format';
import { html, type Html } from './html';
import { storePath, type Page } from './page';
import { callForm, empty, heading, hidden, table } from './parts';
import type { FulfillmentOrder, Order } from './shapes';

const EVENTS = ['IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED', 'ATTEMPTED_DELIVERY', 'FAILURE'];

const waits = (order: Order): boolean =>
  !order.cancelledAt && order.lines.some((line) => line.unfulfilledQuantity > 0);

export const orderLink = (shop: string, order: Order): Html =>
  html`<a href="${storePath(shop, `/orders/${numberOf(order.id)}`)}">${order.name}</a>`;

export function fulfillmentOrders(order: Order): Html {
  if (order.fulfillmentOrders.length === 0) {
    return empty(
      'Not routed yet. Shopify makes the fulfillment order seconds to minutes after the order: advance the clock.',
    );
  }
  const title = (lineId: string): string =>
    order.lines.find(({ id }) => id === lineId)?.title ?? lineId;
  const rows = order.fulfillmentOrders.map(
    (one) => html`
      <tr>
        <td class="nowrap soft">${shortId(one.id)}</td>
        <td>${badge(one.status)}</td>
        <td>
          ${one.lines.map((line) => html`<div>${title(line.lineId)} <span class="soft">${line.remaining} of ${line.total} to ship</span></div>`)}
        </td>
        <td>${holds(one)}</td>
      </tr>
    `,
  );
  return table(['Fulfillment order', 'Status', 'Units', 'Holds'], rows);
}

function holds(one: FulfillmentOrder): Html {
  if (one.holds.length === 0) return html`<span class="soft">none</span>`;
  return html`
    ${one.holds.map((hold) => html`<div>${words(hold.reason)}, by ${actor(hold.by)}${hold.reasonNotes ? html`<br /><span class="soft small">${hold.reasonNotes}</span>` : ''}</div>`)}
    ${callForm(`/_sim/fulfillment-orders/${numberOf(one.id)}/release`, html`<button>Release the holds</button>`, { inline: true, busy: 'Releasing…' })}
  `;
}

/** Nothing of it may leave: a button that only says no is a dead end. */
const allHeld = (order: Order): boolean =>
  order.fulfillmentOrders
    .filter(({ lines }) => lines.some(({ remaining }) => remaining > 0))
    .every(({ holds: placed }) => placed.length > 0);

const anyHeld = (order: Order): boolean =>
  order.fulfillmentOrders.some(({ holds: placed }) => placed.length > 0);

const shipForm = (shop: string, order: Order): Html =>
  callForm(
    '/_sim/fulfillments',
    html`
      ${hidden('shop', shop)} ${hidden('orderId', order.id)}
      <input name="trackingNumber" placeholder="tracking number" aria-label="Tracking number" />
      <label class="check"
        ><input type="checkbox" name="notify" checked /> Shopify tells the customer</label
      >
      <button class="primary">${anyHeld(order) ? 'Ship what is not on hold' : 'Ship it'}</button>
    `,
    { inline: true, busy: 'Shipping…' },
  );

export function fulfillments(order: Order): Html {
  if (order.fulfillments.length === 0) return html``;
  const rows = order.fulfillments.map(
    (one) => html`
      <tr>
        <td class="nowrap soft">${one.name || shortId(one.id)}</td>
        <td>${badge(one.status)}</td>
        <td>
          ${one.tracking.map(({ number }) => number ?? '').join(', ') || html`<span class="soft">no tracking</span>`}
        </td>
        <td>
          ${one.events.map((event) => html`<div>${words(event.status)} <span class="soft small">${moment(event.happenedAt)}</span></div>`)}
          ${one.status === 'CANCELLED' ? '' : carrierForm(one.id)}
        </td>
      </tr>
    `,
  );
  return table(['Shipment', 'Status', 'Tracking', 'Carrier says'], rows);
}

const carrierForm = (id: string): Html =>
  html`<div class="row">
    ${callForm(
      `/_sim/fulfillments/${numberOf(id)}/event`,
      html`<select name="status" aria-label="Carrier event">
          ${EVENTS.map((event) => html`<option value="${event}" ${event === 'DELIVERED' ? html`selected` : ''}>${words(event)}</option>`)}</select
        ><button>Report</button>`,
      { inline: true, busy: '…' },
    )}
    ${callForm(`/_sim/fulfillments/${numberOf(id)}/cancel`, html`<button class="danger">Cancel</button>`, { inline: true, busy: '…', confirm: 'Cancel this shipment? Its units wait again.' })}
  </div>`;

const openOrder = (shop: string, order: Order): Html => html`
  <section class="card">
    <div class="split">
      <h2>${orderLink(shop, order)} <span class="soft">${order.email ?? 'no e-mail'}</span></h2>
      <span class="soft">${moment(order.createdAt)}</span>
    </div>
    ${fulfillmentOrders(order)} ${fulfillments(order)}
    ${order.fulfillmentOrders.length > 0 && !allHeld(order) && html`<div class="foot">${shipForm(shop, order)}</div>`}
  </section>
`;

const closedRow = (shop: string, order: Order): Html => html`
  <tr>
    <td>${orderLink(shop, order)}</td>
    <td>${order.email ?? html`<span class="soft">no e-mail</span>`}</td>
    <td>${moment(order.createdAt)}</td>
    <td>${order.cancelledAt ? badge('CANCELLED') : badge('FULFILLED')}</td>
  </tr>
`;

export async function shipping(ctx: PageContext, shop: string): Promise<Page> {
  const orders = (await readOrders(ctx, shop)).sort(
    (a, b) => b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id),
  );
  const open = orders.filter(waits);
  const closed = orders.filter((order) => !waits(order));
  return {
    title: `Orders of ${shop}`,
    shop,
    path: storePath(shop, '/shipping'),
    section: 'admin',
    look: 'admin',
    body: html`
      ${heading('Orders and shipping', 'You are the warehouse now: pack and ship what is not on hold, and play the carrier.')}
      ${
        orders.length === 0 &&
        html`<section class="card">
          ${empty(html`No order yet. <a href="${storePath(shop)}">Buy something</a>.`)}
        </section>`
      }
      ${orders.length > 0 && open.length === 0 && html`<section class="card">${empty('Nothing is waiting to be shipped.')}</section>`}
      ${open.map((order) => openOrder(shop, order))}
      ${
        closed.length > 0 &&
        html`<section class="card">
          <h2>Shipped and cancelled</h2>
          ${table(
            ['Order', 'Customer', 'Placed', ''],
            closed.map((order) => closedRow(shop, order)),
          )}
        </section>`
      }
    `,
  };
}
