import { html, type Html } from './html';
import { storePath } from './page';
import { callForm, hidden } from './parts';
import type { Level, Order, Product } from './shapes';

interface Store {
  readonly domain: string;
  readonly name: string;
  readonly products: readonly Product[];
}

/** The next customer who has not ordered yet. */
export const nextCustomer = (orders: number): string => `customer-${orders + 1}@example.com`;

/** The product that is furthest below nothing, and can be ordered all the same. */
function shortest(
  store: Store,
  levels: readonly Level[],
): (Product & { missing: number }) | undefined {
  return store.products
    .filter(({ tracked, inventoryPolicy }) => tracked && inventoryPolicy === 'CONTINUE')
    .map((product) => {
      const own = levels.filter(({ sku }) => sku === product.sku);
      return { ...product, missing: -own.reduce((sum, { available }) => sum + available, 0) };
    })
    .filter(({ missing }) => missing >= 0)
    .toSorted((a, b) => b.missing - a.missing)[0];
}

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** What a newcomer finds: the shop has a past. */
function soFar(store: Store, orders: readonly Order[]): string {
  const isOnHold = ({ fulfillmentOrders }: Order): boolean =>
    fulfillmentOrders.some(({ holds }) => holds.length > 0);
  const waiting = orders.filter(isOnHold).length;
  const cancelled = orders.filter((order) => order.cancelledAt).length;
  const parts = [
    counted(waiting, 'waits for goods', 'wait for goods'),
    `${cancelled} ${cancelled === 1 ? 'was' : 'were'} cancelled`,
  ];
  return `${store.name || store.domain} has had ${counted(orders.length, 'order', 'orders')} so far: ${parts.join(', ')}.`;
}

/** Five clicks that play a backorder through; empty where the shop has nothing that has run out. */
export function tryThis(store: Store, levels: readonly Level[], orders: readonly Order[]): Html {
  const product = shortest(store, levels);
  if (!product) return html``;
  const title = product.title.toLowerCase();
  const last = orders.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt)).at(-1);
  const mail = last?.email ? `/mail?to=${encodeURIComponent(last.email)}` : '/mail';
  return html`
    <section class="card">
      <h2>Try this</h2>
      ${orders.length > 0 && html`<p class="soft">${soFar(store, orders)} Play one more through:</p>`}
      <ol class="steps">
        <li>
          <a href="${storePath(store.domain)}?sku=${product.sku}"
            >Order the ${title} that has run out</a
          >
          as a customer of ${store.name || store.domain}.
        </li>
        <li>
          <a href="${mail}">Read the mail</a> that Holdfast has sent to the one who ordered last:
          the truth, what it means for their money, and the offer to cancel.
        </li>
        <li>
          Follow the letter’s link and <strong>say that you wait, or cancel</strong>. Nobody needs
          to sign in.
        </li>
        <li>
          <strong>Let stock arrive.</strong> It goes to those who wait, the oldest order first.
          ${arrival(store, product)}
        </li>
        <li>
          See it <a href="/ledger">captured and released</a>, the customer <a href="/mail">told</a>,
          and <a href="${storePath(store.domain, '/app')}">how the merchant sees it all</a>.
        </li>
      </ol>
      <p class="soft foot">
        The clock above is yours: move it by an hour or a day, or to the next event, and Holdfast
        does what is due on the way. Store, customers, mail, money and time are simulated, and
        nothing leaves this machine.
      </p>
    </section>
  `;
}

const arrival = (store: Store, product: Product & { missing: number }): Html => {
  const units = Math.max(1, product.missing);
  return callForm(
    '/_sim/inventory',
    html`
      ${hidden('shop', store.domain)} ${hidden('sku', product.sku)}
      ${hidden('adjust', String(units), 'number')}
      <button>Let ${units} of them arrive</button>
    `,
    { inline: true, busy: 'The goods arrive…' },
  );
};
