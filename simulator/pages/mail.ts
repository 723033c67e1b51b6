import { readMail, type PageContext } from "./api";
import { moment, words } from "./format";
import { html, type Html } from "./html";
import { CallFailed } from "./api";
import { callForm, empty, heading, hidden, table, type Page } from "./layout";
import type { Message } from "./shapes";

const VIEWS = ["html", "text", "headers"] as const;

const sentBy = (message: Message): Html =>
  message.sender === "app"
    ? html`<span class="badge good">Holdfast</span>`
    : html`<span class="badge">Shopify</span>`;

const row = (message: Message): Html => html`
  <tr>
    <td>${moment(message.receivedAt)}</td>
    <td>${sentBy(message)}</td>
    <td><a href="/mail?to=${encodeURIComponent(message.to)}">${message.to}</a></td>
    <td>
      <a href="/mail/${encodeURIComponent(message.id)}">${message.subject || "(no subject)"}</a>
      ${message.kind && html`<br /><span class="soft small">${words(message.kind)}</span>`}
    </td>
    <td class="soft">${message.shop ?? ""}</td>
  </tr>
`;

export async function mailbox(ctx: PageContext, to: string | undefined): Promise<Page> {
  const [messages, all] = await Promise.all([
    readMail(ctx, { to }),
    to ? readMail(ctx, {}) : undefined,
  ]);
  const recipients = [...new Set((all ?? messages).map((message) => message.to))].sort();
  return {
    title: "Mail",
    path: "/mail",
    body: html`
      ${heading("Mailbox", "Every letter to every customer, as it was received: Holdfast's own and Shopify's. The newest is on top.")}
      <section class="card">
        <form class="inline" method="get" action="/mail">
          <input
            name="to"
            type="search"
            list="recipients"
            value="${to ?? ""}"
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
                ["Received", "From", "To", "Subject", "Store"],
                [...messages].reverse().map(row),
              )
            : empty(to ? `No mail to ${to}.` : "No mail yet. Advance the clock or place an order.")
        }
      </section>
    `,
  };
}

export async function letter(ctx: PageContext, id: string, show: string | null): Promise<Page> {
  const message = (await readMail(ctx, {})).find((candidate) => candidate.id === id);
  if (!message)
    throw new CallFailed("There is no such letter. The mailbox may have been emptied.", 404);
  const view = VIEWS.find((known) => known === show) ?? (message.html ? "html" : "text");
  const tab = (name: string, label: string) =>
    html`<a class="button" href="?show=${name}" ${name === view ? html`aria-current="page"` : ""}
      >${label}</a
    >`;
  return {
    title: message.subject || "Letter",
    path: "/mail",
    body: html`
      <p><a href="/mail">← Mailbox</a></p>
      ${heading(message.subject || "(no subject)")}
      <section class="card">
        <dl>
          <dt>From</dt>
          <dd>${message.from} ${sentBy(message)}</dd>
          <dt>To</dt>
          <dd><a href="/mail?to=${encodeURIComponent(message.to)}">${message.to}</a></dd>
          <dt>Received</dt>
          <dd>${moment(message.receivedAt)}</dd>
        </dl>
        <nav class="tabs" aria-label="Views">
          ${tab("html", "Letter")} ${tab("text", "Text")} ${tab("headers", "Headers")}
        </nav>
        ${content(message, view)}
      </section>
      ${
        message.links.length > 0 &&
        html`<section class="card">
          <h2>Links</h2>
          ${message.links.map((href) => html`<p><a href="${href}" target="_blank" rel="noreferrer">${href}</a></p>`)}
        </section>`
      }
      <section class="card narrow">
        <h2>Answer as the customer</h2>
        ${reply(message)}
      </section>
    `,
  };
}

function content(message: Message, view: (typeof VIEWS)[number]): Html {
  switch (view) {
    case "html":
      return message.html
        ? html`<iframe
            title="The letter"
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            srcdoc="${`<base target="_blank">${message.html}`}"
          ></iframe>`
        : empty("This letter has no HTML part.");
    case "text":
      return message.text
        ? html`<pre>${message.text}</pre>`
        : empty("This letter has no text part.");
    case "headers":
      return html`<dl class="headers">
        ${Object.entries(message.headers).map(
          ([name, value]) =>
            html`<dt><code>${name}</code></dt>
              <dd><code>${value}</code></dd>`,
        )}
      </dl>`;
  }
}

const reply = (message: Message): Html =>
  callForm(
    "/_sim/mail/reply",
    html`
      ${hidden("messageId", message.id)}
      <textarea
        name="text"
        rows="3"
        required
        aria-label="Answer"
        placeholder="When will it come?"
      ></textarea>
      <button>Send the answer</button>
    `,
    { busy: "Sending…" },
  );
