import { BlockStack, Text } from '@shopify/polaris';
import type { PanelPart } from '../domain/panel-view';
import { amountInWords } from './amount';
import { WhyForm } from './why-form';

/** A customer who calls may want what is here first: staff can send it where that takes nothing from them. */
export function PartFirst({ part }: { part: PanelPart }) {
  return part.whyNot === null ? (
    <SendPart amount={part.amount} />
  ) : (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        A part is here
      </Text>
      <Text as="p" tone="subdued" variant="bodySm">
        {part.whyNot}
      </Text>
    </BlockStack>
  );
}

function SendPart({ amount }: Pick<PanelPart, 'amount'>) {
  const isFree = Number(amount.amount) === 0;
  return (
    <WhyForm
      act="part-first"
      opens="Send the ready part first…"
      words={
        isFree
          ? 'What is here is released, and the rest waits on. Nothing more is charged for it now.'
          : `What is here is charged (${amountInWords(amount)}, with the shipping) and released. The rest waits on, and is charged when it comes.`
      }
      label="Why it goes first"
      helpText="Goes on record with your name, such as: the customer called."
      button="Send it first"
    />
  );
}
