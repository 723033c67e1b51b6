import { CallFailed, readMail, type PageContext } from './api';
import { moment } from './format';
import { html, type Html } from './html';
import { callForm, empty, heading, hidden, type Page } from './layout';
import { sentBy } from './mail';
import type { Message } from './shapes';

const VIEWS = ['html', 'text', 'headers'] as const;

export async function letter(ctx: PageContext, id: string, show: string | null): Promise<Page> {
  const message = (await readMail(ctx, {})).find((candidate) => candidate.id === id);
  if (!message)
    throw new CallFailed('There is no such letter. The mailbox may have been emptied.', 404);
  const view = VIEWS.find((known) => known === show) ?? (message.html ? 'html' : 'text');
  const links = message.links.filter((href) => /^https?:/i.test(href));
  const tab = (name: string, label: string) =>
    html`<a class="button" href="?show=${name}" ${name === view ? html`aria-current="page"` : ''}
      >${label}</a
    >`;
  return {
    title: message.subject || 'Letter',
    path: '/mail',
    body: html`
      <p><a href="/mail">← Mailbox</a></p>
      ${heading(message.subject || '(no subject)')}
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
          ${tab('html', 'Letter')} ${tab('text', 'Text')} ${tab('headers', 'Headers')}
        </nav>
        ${content(message, view)}
      </section>
      ${
        links.length > 0 &&
        html`<section class="card">
          <h2>Links</h2>
          ${links.map((href) => html`<p><a href="${href}" target="_blank" rel="noreferrer">${href}</a></p>`)}
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
    case 'html':
      return message.html
        ? html`<iframe
            title="The letter"
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            srcdoc="${`<base target="_blank">${message.html}`}"
          ></iframe>`
        : empty('This letter has no HTML part.');
    case 'text':
      return message.text
        ? html`<pre>${message.text}</pre>`
        : empty('This letter has no text part.');
    case 'headers':
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
    '/_sim/mail/reply',
    html`
      ${hidden('messageId', message.id)}
      <textarea
        name="text"
        rows="3"
        required
        aria-label="Answer"
        placeholder="When will it come?"
      ></textarea>
      <button>Send the answer</button>
    `,
    { busy: 'Sending…' },
  );
