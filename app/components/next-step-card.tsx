import { BlockStack, Button, InlineStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import type { PanelCase } from '../domain/panel-view';
import { ActForm, useBusy } from './act-form';
import { Panel } from './disclosure';
import { Instant, localTime } from './instant';
import { Nothing, TitledCard } from './titled-card';

type Step = NonNullable<PanelCase['nextStep']>;
interface Props {
  readonly step: Step;
  readonly timezone: string;
}

/** What the customer hears next, and what a person may do about it. */
export function NextStepCard({
  view,
}: {
  view: Pick<PanelCase, 'nextStep' | 'timezone' | 'attention'>;
}) {
  const { nextStep: step, timezone, attention } = view;
  return (
    <TitledCard title="What happens next">
      {step === null ? (
        <Nothing>
          {attention === null
            ? 'Nothing is planned: there is nothing that the customer has to hear.'
            : 'No mail is planned: the next step is yours.'}
        </Nothing>
      ) : (
        <Planned key={`${step.key} ${step.dueAt}`} step={step} timezone={timezone} />
      )}
    </TitledCard>
  );
}

function Planned({ step, timezone }: Props) {
  const [open, setOpen] = useState<'later' | 'skip' | null>(null);
  const toggle = (what: 'later' | 'skip') => ({
    onClick: () => setOpen(open === what ? null : what),
    ariaExpanded: open === what,
    ariaControls: `step-${what}`,
    pressed: open === what,
  });
  return (
    <>
      <BlockStack gap="050">
        <Text as="p" fontWeight="semibold">
          {step.what}
        </Text>
        <Text as="p" tone="subdued">
          goes out <Instant at={step.dueAt} zone={timezone} />
        </Text>
      </BlockStack>
      <InlineStack gap="200">
        <ActForm act="send-now" fields={{ key: step.key }}>
          <Button submit loading={useBusy('send-now')}>
            Send it now
          </Button>
        </ActForm>
        <Button {...toggle('later')}>Later…</Button>
        <Button {...toggle('skip')}>Skip…</Button>
      </InlineStack>
      <Panel id="step-later" open={open === 'later'}>
        <Later step={step} timezone={timezone} />
      </Panel>
      <Panel id="step-skip" open={open === 'skip'}>
        <Skip step={step} />
      </Panel>
    </>
  );
}

function Later({ step, timezone }: Props) {
  const [time, setTime] = useState(localTime(step.dueAt, timezone));
  return (
    <ActForm act="send-later" fields={{ key: step.key }}>
      <BlockStack gap="200" inlineAlign="start">
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
        <Button submit loading={useBusy('send-later')}>
          Move it
        </Button>
      </BlockStack>
    </ActForm>
  );
}

function Skip({ step }: { step: Step }) {
  const [told, setTold] = useState('');
  return (
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
          <Button submit loading={useBusy('skip')}>
            Leave it out
          </Button>
        </InlineStack>
      </BlockStack>
    </ActForm>
  );
}
