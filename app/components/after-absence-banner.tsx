import { Form } from '@remix-run/react';
import { Banner, BlockStack, Button, InlineStack, List } from '@shopify/polaris';
import { ASKED_KINDS, type AskedKind } from '../domain/after-absence';
import type { PanelAfterAbsence } from '../domain/panel-view';
import { Amount } from './amount';

const orders = (n: number): string => (n === 1 ? '1 order' : `${n} orders`);

const LINES: Readonly<Record<AskedKind, { say: (n: number) => string; button: string }>> = {
  tell: {
    say: (n) => `${orders(n)}: the customer hears for the first time that something is missing`,
    button: 'Tell them all',
  },
  charge: {
    say: (n) => `${orders(n)}: the goods are here, and the money is taken or asked for`,
    button: 'Charge them all',
  },
  end: {
    say: (n) => `${orders(n)}: the last day is over, and the order is cancelled`,
    button: 'Cancel them all',
  },
};

function Kind({ kind, after }: { kind: AskedKind; after: PanelAfterAbsence }) {
  return (
    <List.Item>
      <InlineStack gap="300" blockAlign="center">
        <span>{LINES[kind].say(after[kind])}</span>
        {kind === 'charge' &&
          after.totals.map((total) => <Amount key={total.currencyCode} of={total} />)}
        <Form method="post" action="/app?index">
          <input type="hidden" name="do" value="yes-to-all" />
          <input type="hidden" name="of" value={kind} />
          <input type="hidden" name="asOf" value={after.asOf} />
          <Button submit>{LINES[kind].button}</Button>
        </Form>
      </InlineStack>
    </List.Item>
  );
}

/** After more than a day in which Shopify kept the app out: what became due then is a person's to allow. */
export function AfterAbsenceBanner({ after }: { after: PanelAfterAbsence }) {
  return (
    <Banner
      tone="warning"
      title="Holdfast is back after more than a day, and waits for your yes"
      action={{ content: 'See each order', url: '/app/cases?filter=needs-you' }}
    >
      <BlockStack gap="200">
        <p>
          Holds, cancellations that were asked for and their refunds went on. If you have written to
          customers yourself meanwhile, go through the orders one by one.
        </p>
        <List>
          {ASKED_KINDS.filter((kind) => after[kind] > 0).map((kind) => (
            <Kind key={kind} kind={kind} after={after} />
          ))}
        </List>
      </BlockStack>
    </Banner>
  );
}
