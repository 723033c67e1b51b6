import { Card, InlineGrid, Text } from '@shopify/polaris';
import type { PanelHome } from '../domain/panel-view';

export function HomeCounts({ counts }: { counts: PanelHome['counts'] }) {
  return (
    <InlineGrid columns={{ xs: 1, sm: 3 }} gap="400">
      <Count words="Needs you" count={counts.needsYou} />
      <Count words="Waits for your yes" count={counts.approvals} />
      <Count words="Customers waiting" count={counts.waiting} />
    </InlineGrid>
  );
}

function Count({ words, count }: { words: string; count: number }) {
  return (
    <Card>
      <Text as="h2" variant="bodyMd" tone="subdued">
        {words}
      </Text>
      <Text as="p" variant="heading2xl">
        {count}
      </Text>
    </Card>
  );
}
