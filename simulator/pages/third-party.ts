import { numberOf } from './format';
import { html, type Html } from './html';
import { callForm, hidden } from './parts';
import type { FulfillmentOrder } from './shapes';

/** Who ships for the merchant: takes the goods on, and says yes or no when the app asks for them back. */
export function thirdParty({ id, status, requestStatus, requests }: FulfillmentOrder): Html {
  const call = (what: string): string => `/_sim/fulfillment-orders/${numberOf(id)}/${what}`;
  const answer = (accept: boolean, button: string): Html =>
    callForm(
      call('answer-cancellation'),
      html`${hidden('accept', String(accept), 'boolean')}<button>${button}</button>`,
      { inline: true, busy: 'Answering…' },
    );
  const simple = (what: string, button: string): Html =>
    callForm(call(what), html`<button>${button}</button>`, { inline: true, busy: 'Telling…' });
  if (requests.some(({ kind, open }) => kind === 'CANCELLATION_REQUEST' && open))
    return html`<p class="soft">Holdfast asks the third party for them.</p>
      <div class="row">${answer(true, 'Give them back')} ${answer(false, 'Keep them')}</div>`;
  if (status !== 'OPEN') return html``;
  if (requestStatus === 'SUBMITTED')
    return html`<p class="soft">A third party is asked to ship them.</p>
      <div class="row">${simple('accept', 'Take them on')} ${simple('reject', 'Decline')}</div>`;
  return html`<div class="row">
    ${simple('accept', 'A third party takes them on')}
    ${simple('submit', 'Ask a third party to ship')}
  </div>`;
}
