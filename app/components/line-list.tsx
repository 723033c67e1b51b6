import { BlockStack, Card, InlineStack, Text } from '@shopify/polaris';
import type { PanelLine } from '../domain/panel-view';
import { UNIT_STATES } from '../domain/transitions';
import { Instant } from './instant';
import { CHOICE_LABELS, StatusBadge, UNIT_LABELS } from './status-badge';

/** Each line with a count of units per state, its promised date, and what the customer chose. */
export function LineList({ lines, timezone }: { lines: readonly PanelLine[]; timezone: string }) {
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          Items
        </Text>
        {lines.length === 0 && (
          <Text as="p" tone="subdued">
            Nothing is left on this order.
          </Text>
        )}
        {lines.map((line) => (
          <Line key={line.id} line={line} timezone={timezone} />
        ))}
      </BlockStack>
    </Card>
  );
}

function Line({ line, timezone }: { line: PanelLine; timezone: string }) {
  const choice = CHOICE_LABELS[line.choice];
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {line.title}
        {line.sku && ` (${line.sku})`}
      </Text>
      <InlineStack gap="200">
        {UNIT_STATES.filter((state) => line.units[state] > 0).map((state) => (
          <StatusBadge key={state} label={UNIT_LABELS[state]} count={line.units[state]} />
        ))}
        {choice && <StatusBadge label={choice} />}
      </InlineStack>
      {line.units.short > 0 && (
        <Text as="p" tone="subdued">
          {line.date ? (
            <>
              Promised for <Instant at={line.date} zone={timezone} day />
            </>
          ) : (
            'No date given yet'
          )}
        </Text>
      )}
    </BlockStack>
  );
}
