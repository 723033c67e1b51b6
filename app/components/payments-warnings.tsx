import { Banner } from '@shopify/polaris';
import type { PanelPayments } from '../domain/panel-view';
import { METHOD_WORDS } from './method-words';

/** What somebody must know before they read the rest: customers are charged early, or two sources disagree. */
export function PaymentsWarnings({ found, said, gateways }: PanelPayments) {
  const early = gateways.filter(({ evidence }) => evidence[0]?.method === 'checkout');
  const method = said ?? found;
  if (method === 'checkout')
    return (
      <Banner tone="warning" title="Your shop charges at checkout">
        Customers pay at once, also for goods that aren’t here. Holdfast can’t undo that: it says so
        in every message, and refunds what is cancelled.
      </Banner>
    );
  if (said !== null && found !== null && said !== found)
    return (
      <Banner tone="warning" title="Your orders show something else">
        You say “{METHOD_WORDS[said].label}”, and they show “{METHOD_WORDS[found].label}”. Holdfast
        goes by your word. If it is wrong, goods can leave before their money is taken, or it is
        taken another way than you think.
      </Banner>
    );
  if (early.length > 0)
    return (
      <Banner
        tone="warning"
        title={`Orders by ${early.map(({ name }) => name).join(' and ')} are charged at checkout`}
      >
        Those customers pay at once, also for goods that aren’t here. Their messages say so.
      </Banner>
    );
  return null;
}
