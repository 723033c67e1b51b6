import { readMail, type PageContext } from './api';
import { moment, words } from './format';
import { html, type Html } from './html';
import { empty, heading, table, type Page } from './layout';
import type { Message } from './shapes';

export const sentBy = (message: Message): Html =>
  message.sender === 'app'
    ? html`<span class="badge good">Holdfast</span>`
    : html`<span class="badge">Shopify</span>`;

const row = (message: Message): Html => html`
  <tr>
    <td>${moment(message.receivedAt)}</td>
    <td>${sentBy(message)}</td>
    <td><a href="/mail?to=${encodeURIComponent(message.to)}">${message.to}</a></td>
    <td>
      <a href="/mail/${encodeURIComponent(message.id)}">${message.subject || '(no subject)'}</a>
      ${message.kind && html`<br /><span class="soft small">${words(message.kind)}</span>`}
    </td>
    <td class="soft">${message.shop ?? ''}</td>
  </tr>
`;

export async function mailbox(ctx: PageContext, to: string | undefined): Promise<Page> {
  const [messages, all] = await Promise.all([
    readMail(ctx, { to }),
    to ? readMail(ctx, {}) : undefined,
  ]);
  const recipients = [...new Set((all ?? messages).map((message) => message.to))].sort();
  return {
    title: 'Mail',
    path: '/mail',
    body: html`
      ${heading('Mailbox', "Every letter to every customer, as it was received: Holdfast's own and Shopify's. The newest is on top.")}
      <section class="card">
        <form class="inline" method="get" action="/mail">
          <input
            name="to"
            type="search"
            list="recipients"
            value="${to ?? ''}"
            placeholder="any recipient"
            aria-label="Recipient"
          />
          <datalist id="recipients">
            ${recipients.map((address) => html`<option value="${address}"></option>`)}
          </datalist>
          <button>Filter</button>
          ${to && html`<a href="/mail">Show all</a>`}
        </form>
        ${
          messages.length > 0
            ? table(
                ['Received', 'From', 'To', 'Subject', 'Store'],
                [...messages].reverse().map(row),
              )
            : empty(to ? `No mail to ${to}.` : 'No mail yet. Advance the clock or place an order.')
        }
      </section>
    `,
  };
}
