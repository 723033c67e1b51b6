import { BlockStack, Button, InlineStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import type { PanelCase } from '../domain/panel-view';
import { ActForm, useBusy } from './act-form';
import { Disclosure } from './disclosure';
import { CancelForm } from './line-list';
import { Nothing, TitledCard } from './titled-card';

/** What is rarely right, and must be possible: to let it go early, and to cancel it all. */
export function ByHandCard({ view }: { view: Pick<PanelCase, 'held' | 'lines' | 'orderName'> }) {
  const open = view.lines.filter((line) => line.canCancel);
  return (
    <TitledCard title="By hand">
      {!view.held && open.length === 0 && (
        <Nothing>Nothing is held, and nothing can be cancelled.</Nothing>
      )}
      {view.held && <Release />}
      {open.length > 0 && (
        <Disclosure label="Cancel the order…" critical>
          <CancelForm lines={open} what={view.orderName} />
        </Disclosure>
      )}
    </TitledCard>
  );
}

function Release() {
  const [why, setWhy] = useState('');
  const busy = useBusy('release');
  return (
    <Disclosure label="Release the hold…">
      <ActForm act="release">
        <BlockStack gap="200">
          <Text as="p">
            The order can ship before its goods are here. Holdfast doesn’t hold it again, and still
            captures nothing for what isn’t there.
          </Text>
          <TextField
            label="Why"
            name="why"
            autoComplete="off"
            requiredIndicator
            maxLength={500}
            value={why}
            onChange={setWhy}
            helpText="Goes on record with your name: others may wait longer for the same goods."
          />
          <InlineStack>
            <Button submit loading={busy} tone="critical" disabled={why.trim() === ''}>
              Release it
            </Button>
          </InlineStack>
        </BlockStack>
      </ActForm>
    </Disclosure>
  );
}
