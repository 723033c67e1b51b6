import { BlockStack, Button, InlineStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import type { PanelPart } from '../domain/panel-view';
import { ActForm, useBusy } from './act-form';
import { amountInWords } from './amount';
import { Disclosure } from './disclosure';

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
  const [why, setWhy] = useState('');
  const busy = useBusy('part-first');
  const isFree = Number(amount.amount) === 0;
  return (
    <Disclosure label="Send the ready part first…">
      <ActForm act="part-first">
        <BlockStack gap="200">
          <Text as="p">
            {isFree
              ? 'What is here is released, and the rest waits on. Nothing more is charged for it now.'
              : `What is here is charged (${amountInWords(amount)}, with the shipping) and released. The rest waits on, and is charged when it comes.`}
          </Text>
          <TextField
            label="Why it goes first"
            name="why"
            autoComplete="off"
            requiredIndicator
            maxLength={500}
            value={why}
            onChange={setWhy}
            helpText="Goes on record with your name, such as: the customer called."
          />
          <InlineStack>
            <Button submit loading={busy} variant="primary" disabled={why.trim() === ''}>
              Send it first
            </Button>
          </InlineStack>
        </BlockStack>
      </ActForm>
    </Disclosure>
  );
}
