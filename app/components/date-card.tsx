import { BlockStack, Button, ChoiceList, InlineStack, TextField } from '@shopify/polaris';
import { useState } from 'react';
import type { PanelLine } from '../domain/panel-view';
import { ActForm, useBusy } from './act-form';
import { TitledCard } from './titled-card';

/** A new date for lines that wait. The customer is told, with a new offer to cancel. */
export function DateCard({ lines }: { lines: readonly PanelLine[] }) {
  const waiting = lines.filter((line) => line.units.short + line.units.doubtful > 0);
  if (waiting.length === 0) return null;
  // What was typed goes when it was saved, and stays when anything else of the order changes.
  const known = waiting.map((line) => `${line.id} ${line.date ?? ''}`).join();
  return <DateForm key={known} waiting={waiting} />;
}

function DateForm({ waiting }: { waiting: readonly PanelLine[] }) {
  const [chosen, choose] = useState<string[]>(waiting.map((line) => line.id));
  const [date, setDate] = useState('');
  const busy = useBusy('set-date');
  return (
    <TitledCard title="When will it be here?">
      <ActForm act="set-date">
        {chosen.map((id) => (
          <input key={id} type="hidden" name="lineIds" value={id} />
        ))}
        <BlockStack gap="300">
          {waiting.length > 1 && (
            <ChoiceList
              allowMultiple
              title="Lines"
              choices={waiting.map((line) => ({ label: line.title, value: line.id }))}
              selected={chosen}
              onChange={choose}
            />
          )}
          <TextField
            label="Date"
            name="date"
            type="date"
            autoComplete="off"
            value={date}
            onChange={setDate}
            helpText="Leave it empty if no date can be given. The customer is told, and asked again."
          />
          <InlineStack>
            <Button
              submit
              loading={busy}
              variant={date ? 'primary' : 'secondary'}
              disabled={chosen.length === 0}
            >
              {date ? 'Promise this date' : 'Say that there is no date'}
            </Button>
          </InlineStack>
        </BlockStack>
      </ActForm>
    </TitledCard>
  );
}
