import { readMail, readOrders, readShops, type PageContext } from './api';
import { moment } from './format';
import { html, type Html } from './html';
import type { Page } from './page';
import { empty, heading } from './parts';
import { letter } from './letter';
import { groups, type Person, peopleOf } from './people';
import type { Message } from './shapes';

const address = (to: string | undefined, id?: string): string => {
  const query = new URLSearchParams({ ...(to ? { to } : {}), ...(id ? { id } : {}) }).toString();
  return query === '' ? '/mail' : `/mail?${query}`;
};

const current = (yes: boolean): Html => (yes ? html`aria-current="true"` : html``);

const personLink = (person: Person, to: string | undefined): Html => html`
  <li>
    <a href="${address(person.address)}" ${current(person.address === to)}>
      <span>${person.name}</span> <span class="soft small">${person.note}</span>
      <span class="count">${person.letters}</span>
    </a>
  </li>
`;

function chooser(people: readonly Person[], to: string | undefined, all: number): Html {
  const sections = groups(people).map(
    ([title, members]) => html`
      <p class="nav-heading">${title}</p>
      <ul>
        ${members.map((person) => personLink(person, to))}
      </ul>
    `,
  );
  return html`
    <details class="people" open>
      <summary>Whose mailbox</summary>
      <nav aria-label="Whose mailbox">
        <ul>
          <li>
            <a href="/mail" ${current(to === undefined)}
              ><span>Everyone</span> <span class="count">${all}</span></a
            >
          </li>
        </ul>
        ${sections}
      </nav>
    </details>
  `;
}

const row = (message: Message, to: string | undefined, open: boolean): Html => html`
  <li>
    <a class="mail-row" href="${address(to, message.id)}" ${current(open)}>
      <span class="mail-from ${message.sender}"
        >${message.sender === 'app' ? 'Holdfast' : 'Shopify'}</span
      >
      ${moment(message.receivedAt)}
      <strong>${message.subject || '(no subject)'}</strong>
      <span class="soft small">to ${message.to}</span>
    </a>
  </li>
`;

/**
 * One person's letters, or everyone's, the newest on top; beside them the one that is open: of one person's, the newest
 * until another is chosen. On a telephone there is room for the list or the letter.
 */
export async function mailbox(
  ctx: PageContext,
  named: string | undefined,
  query: URLSearchParams,
): Promise<Page> {
  const to = query.get('to') || undefined;
  const id = named ?? query.get('id') ?? undefined;
  const [all, shops] = await Promise.all([readMail(ctx, {}), readShops(ctx).catch(() => [])]);
  const orders = (
    await Promise.all(shops.map(({ domain }) => readOrders(ctx, domain).catch(() => [])))
  ).flat();
  const people = peopleOf(all, orders, shops);
  const messages = all.filter((message) => to === undefined || message.to === to).toReversed();
  const chosen = messages.find((message) => message.id === id) ?? all.find((one) => one.id === id);
  const open = chosen ?? (to !== undefined && id === undefined ? messages[0] : undefined);
  const missing = id !== undefined && open === undefined;
  return {
    title: open?.subject || 'Mail',
    path: '/mail',
    section: 'mail',
    status: missing ? 404 : 200,
    body: html`
      ${heading('Mail', 'Every letter as it was received, from Holdfast and from Shopify.')}
      <div class="mailbox ${chosen || missing ? 'reading' : ''}">
        ${chooser(people, to, all.length)}
        <section class="mail-list" aria-label="Letters">
          ${
            messages.length === 0
              ? empty(
                  to ? `No mail to ${to}.` : 'No mail yet. Advance the clock or place an order.',
                )
              : html`<ul>
                  ${messages.map((message) => row(message, to, message === open))}
                </ul>`
          }
        </section>
        <section class="mail-open" aria-label="The open letter">
          ${
            open
              ? letter(open, query.get('show'), address(to))
              : empty(
                  missing
                    ? 'There is no such letter. The mailbox may have been emptied.'
                    : 'Choose a letter to read it.',
                )
          }
        </section>
      </div>
    `,
  };
}
