import { BlockStack, Button, InlineStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { ActForm, useBusy } from './act-form';
import { Disclosure } from './disclosure';

interface Props {
  readonly act: 'part-first' | 'release';
  readonly opens: string;
  /** What happens then. */
  readonly words: string;
  readonly label: string;
  readonly helpText: string;
  readonly button: string;
  readonly critical?: boolean;
}

/** An act that nobody takes back: it needs a reason, and the reason goes on record. */
export function WhyForm({ act, opens, words, label, helpText, button, critical = false }: Props) {
  const [why, setWhy] = useState('');
  const busy = useBusy(act);
  return (
    <Disclosure label={opens}>
      <ActForm act={act}>
        <BlockStack gap="200">
          <Text as="p">{words}</Text>
          <TextField
            label={label}
            name="why"
            autoComplete="off"
            requiredIndicator
            maxLength={500}
            value={why}
            onChange={setWhy}
            helpText={helpText}
          />
          <InlineStack>
            <Button
              submit
              loading={busy}
              {...(critical ? { tone: 'critical' } : { variant: 'primary' })}
              disabled={why.trim() === ''}
            >
              {button}
            </Button>
          </InlineStack>
        </BlockStack>
      </ActForm>
    </Disclosure>
  );
}
