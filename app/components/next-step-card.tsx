import { BlockStack, Button, InlineStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import type { PanelCase } from '../domain/panel-view';
import { ActForm, useBusy } from './act-form';
import { Disclosure } from './disclosure';
import { Instant, localTime } from './instant';
import { Nothing, TitledCard } from './titled-card';

type Step = NonNullable<PanelCase['nextStep']>;
interface Props {
  readonly step: Step;
  readonly timezone: string;
}

/** What the customer hears next, and what a person may do about it. */
export function NextStepCard({ view }: { view: Pick<PanelCase, 'nextStep' | 'timezone'> }) {
  const { nextStep: step, timezone } = view;
  return (
    <TitledCard title="What happens next">
      {step === null ? (
        <Nothing>Nothing is planned: there is nothing that the customer has to hear.</Nothing>
      ) : (
        <>
          <BlockStack gap="050">
            <Text as="p" fontWeight="semibold">
              {step.what}
            </Text>
            <Text as="p" tone="subdued">
              goes out <Instant at={step.dueAt} zone={timezone} />
            </Text>
          </BlockStack>
          <Now step={step} />
          <Later step={step} timezone={timezone} key={step.key} />
          <Skip step={step} />
        </>
      )}
    </TitledCard>
  );
}

function Now({ step }: { step: Step }) {
  return (
    <ActForm act="send-now" fields={{ key: step.key }}>
      <Button submit loading={useBusy('send-now')}>
        Send it now
      </Button>
    </ActForm>
  );
}

function Later({ step, timezone }: Props) {
  const [time, setTime] = useState(localTime(step.dueAt, timezone));
  const busy = useBusy('send-later');
  return (
    <Disclosure label="Later…">
      <ActForm act="send-later" fields={{ key: step.key }}>
        <BlockStack gap="200">
          <TextField
            label="Day and time"
            name="time"
            type="datetime-local"
            autoComplete="off"
            value={time}
            onChange={setTime}
            helpText={
              <>
                Until <Instant at={step.latest} zone={timezone} /> at the latest: so it is promised.
              </>
            }
          />
          <InlineStack>
            <Button submit loading={busy}>
              Move it
            </Button>
          </InlineStack>
        </BlockStack>
      </ActForm>
    </Disclosure>
  );
}

function Skip({ step }: { step: Step }) {
  const [told, setTold] = useState('');
  const busy = useBusy('skip');
  return (
    <Disclosure label="Skip…">
      <ActForm act="skip" fields={{ key: step.key }}>
        <BlockStack gap="200">
          <TextField
            label={step.promised ? 'How did you tell the customer?' : 'A note for the record'}
            name="told"
            autoComplete="off"
            multiline={2}
            maxLength={500}
            value={told}
            onChange={setTold}
            helpText={
              step.promised
                ? 'The customer is promised this message. It can be left out if you have told them yourself.'
                : 'It is left out, and the record says so.'
            }
          />
          <InlineStack>
            <Button submit loading={busy}>
              Leave it out
            </Button>
          </InlineStack>
        </BlockStack>
      </ActForm>
    </Disclosure>
  );
}
