import { BlockStack, Button, Divider, InlineStack, Text } from '@shopify/polaris';
import { Fragment } from 'react';
import type { PanelLine } from '../domain/panel-view';
import { UNIT_STATES } from '../domain/transitions';
import { ActForm } from './act-form';
import { Disclosure } from './disclosure';
import { Instant } from './instant';
import { LABELS, StatusBadge } from './status-badge';
import { Nothing, TitledCard } from './titled-card';

interface Listed {
  readonly lines: readonly PanelLine[];
  readonly timezone: string;
  /** The lines can't be cancelled one by one. */
  readonly cancelsWhole?: boolean | undefined;
}

/** Each line with a count of units per state, its promised date, and what the customer chose. */
export function LineList({ lines, timezone, cancelsWhole = false }: Listed) {
  return (
    <TitledCard title="Items">
      {lines.length === 0 && <Nothing>Nothing is left on this order.</Nothing>}
      {lines.map((line, place) => (
        <Fragment key={line.id}>
          {place > 0 && <Divider />}
          <Line line={line} timezone={timezone} alone={lines.length === 1 || cancelsWhole} />
        </Fragment>
      ))}
    </TitledCard>
  );
}

function Line({ line, timezone, alone }: { line: PanelLine; timezone: string; alone: boolean }) {
  return (
    <BlockStack gap="200">
      <BlockStack gap="050">
        <Text as="h3" variant="headingSm">
          {line.title}
        </Text>
        {line.sku && (
          <Text as="p" tone="subdued" variant="bodySm">
            {line.sku}
          </Text>
        )}
      </BlockStack>
      <InlineStack gap="200">
        {UNIT_STATES.filter((state) => line.units[state] > 0).map((state) => (
          <StatusBadge key={state} label={LABELS.unit[state]} count={line.units[state]} />
        ))}
        {line.choice !== 'cancelled' && (line.choice !== 'none' || line.units.short > 0) && (
          <StatusBadge label={LABELS.choice[line.choice]} />
        )}
      </InlineStack>
      {line.units.short > 0 && (
        <Text as="p" tone="subdued">
          <Dates line={line} timezone={timezone} />
        </Text>
      )}
      {line.undoUntil && <TakeBack line={line} until={line.undoUntil} timezone={timezone} />}
      {line.canCancel && !alone && (
        <Disclosure label="Cancel this line…">
          <CancelForm lines={[line]} what={line.title} />
        </Disclosure>
      )}
    </BlockStack>
  );
}

function Dates({ line, timezone }: { line: PanelLine; timezone: string }) {
  const { date, toldDate } = line;
  if (date === null) return <>No date given yet</>;
  return (
    <>
      Promised for <Instant at={date} zone={timezone} day />
      {toldDate !== date && ' (the customer has not heard this date yet)'}
    </>
  );
}

function TakeBack({ line, until, timezone }: { line: PanelLine; until: string; timezone: string }) {
  return (
    <InlineStack gap="200" blockAlign="center">
      <ActForm act="undo-cancel" fields={{ lineIds: line.id }}>
        <Button submit accessibilityLabel={`Take it back: ${line.title}`}>
          Take it back
        </Button>
      </ActForm>
      <Text as="span" tone="subdued">
        It is cancelled at <Instant at={until} zone={timezone} />
      </Text>
    </InlineStack>
  );
}

/** For a customer who called or wrote: what happens then stands above the button. */
export function CancelForm({ lines, what }: { lines: readonly PanelLine[]; what: string }) {
  return (
    <ActForm act="cancel">
      {lines.map((line) => (
        <input key={line.id} type="hidden" name="lineIds" value={line.id} />
      ))}
      <BlockStack gap="200" inlineAlign="start">
        <Text as="p">
          For a customer who asked for it. It can be taken back for a while; then what isn’t charged
          is let go, what is charged is given back, and the customer gets a confirmation.
        </Text>
        <Button submit tone="critical" accessibilityLabel={`Cancel for the customer: ${what}`}>
          Cancel for the customer
        </Button>
      </BlockStack>
    </ActForm>
  );
}
