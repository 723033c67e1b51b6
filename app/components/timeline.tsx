import { BlockStack, Card, Text } from '@shopify/polaris';
import type { PanelEntry } from '../domain/panel-view';
import { Instant } from './instant';

/** What happened, as it was written down then. */
export function Timeline({
  entries,
  timezone,
}: {
  entries: readonly PanelEntry[];
  timezone: string;
}) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Timeline
        </Text>
        {entries.length === 0 && (
          <Text as="p" tone="subdued">
            Nothing yet.
          </Text>
        )}
        {entries.map((entry, place) => (
          <BlockStack key={place}>
            <Text as="span">{entry.what}</Text>
            <Text as="span" tone="subdued">
              <Instant at={entry.at} zone={timezone} /> · {entry.by}
            </Text>
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}
