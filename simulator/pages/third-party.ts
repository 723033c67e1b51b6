import { numberOf } from './format';
import { html, type Html } from './html';
import { callForm, hidden } from './parts';
import type { FulfillmentOrder } from './shapes';

/** Who ships for the merchant: takes the goods on, and says yes or no when the app asks for them back. */
export function thirdParty({ id, status, requestStatus }: FulfillmentOrder): Html {
  const call = (what: string): string => `/_sim/fulfillment-orders/${numberOf(id)}/${what}`;
  const answer = (accept: boolean, button: string): Html =>
    callForm(
      call('answer-cancellation'),
      html`${hidden('accept', String(accept), 'boolean')}<button>${button}</button>`,
      { inline: true, busy: 'Answering…' },
    );
  if (requestStatus === 'CANCELLATION_REQUESTED')
    return html`<p class="soft">Holdfast asks the third party for them.</p>
      <div class="row">${answer(true, 'Give them back')} ${answer(false, 'Keep them')}</div>`;
  if (status !== 'OPEN') return html``;
  return callForm(call('accept'), html`<button>A third party takes them on</button>`, {
    inline: true,
    busy: 'Accepting…',
  });
}
