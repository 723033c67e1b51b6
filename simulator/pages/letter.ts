import { moment } from './format';
import { html, type Html } from './html';
import { callForm, empty, hidden } from './parts';
import type { Message } from './shapes';

const VIEWS = ['html', 'text', 'headers'] as const;
type View = (typeof VIEWS)[number];

const LABELS: Readonly<Record<View, string>> = { html: 'Letter', text: 'Text', headers: 'Headers' };

/** The reading pane. */
export function letter(message: Message, show: string | null, back: string): Html {
  const view = VIEWS.find((known) => known === show) ?? (message.html ? 'html' : 'text');
  const here = `${back}${back.includes('?') ? '&' : '?'}id=${encodeURIComponent(message.id)}`;
  return html`
    <a class="mail-back" href="${back}">← All letters</a>
    <h2>${message.subject || '(no subject)'}</h2>
    <p class="soft small">
      ${moment(message.receivedAt)}, from ${message.from} to
      <a href="/mail?to=${encodeURIComponent(message.to)}">${message.to}</a>
    </p>
    <nav class="tabs" aria-label="Views">
      ${VIEWS.map((name) => html`<a href="${here}&show=${name}" ${name === view ? html`aria-current="page"` : ''}>${LABELS[name]}</a>`)}
    </nav>
    ${content(message, view)} ${links(message)} ${reply(message)}
  `;
}

/** No script may run in a letter; `allow-same-origin` lets ours measure it (browser/page/fit-letter.ts). */
function content(message: Message, view: View): Html {
  switch (view) {
    case 'html':
      return message.html
        ? html`<iframe
            class="letter"
            title="The letter"
            sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
            srcdoc="${`<base target="_blank">${message.html}`}"
          ></iframe>`
        : empty('This letter has no HTML part.');
    case 'text':
      return message.text
        ? html`<pre tabindex="0">${message.text}</pre>`
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

function links(message: Message): Html {
  const shown = message.links.filter((href) => /^https?:/i.test(href));
  if (shown.length === 0) return html``;
  return html`<details class="foot">
    <summary>Links in the letter</summary>
    <ul>
      ${shown.map((href) => html`<li class="wrap"><a href="${href}" target="_blank" rel="noreferrer">${href}</a></li>`)}
    </ul>
  </details>`;
}

const reply = (message: Message): Html => html`
  <details class="foot">
    <summary>Answer it</summary>
    ${callForm(
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
    )}
  </details>
`;
