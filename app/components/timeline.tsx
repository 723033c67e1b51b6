import { BlockStack, Text } from '@shopify/polaris';
import type { PanelEntry } from '../domain/panel-view';
import { Instant } from './instant';
import { Nothing, TitledCard } from './titled-card';

/** What happened, as it was written down then; the newest first. */
export function Timeline({
  entries,
  timezone,
}: {
  entries: readonly PanelEntry[];
  timezone: string;
}) {
  return (
    <TitledCard title="Timeline">
      {entries.length === 0 && <Nothing>Nothing yet.</Nothing>}
      {entries.toReversed().map((entry, place) => (
        <BlockStack key={place}>
          <Text as="p">{entry.what}</Text>
          {entry.note?.split('\n').map((line) => (
            <Text as="p" tone="subdued" key={line}>
              “{line}”
            </Text>
          ))}
          <Text as="p" tone="subdued" variant="bodySm">
            <Instant at={entry.at} zone={timezone} /> · {entry.by}
          </Text>
        </BlockStack>
      ))}
    </TitledCard>
  );
}
