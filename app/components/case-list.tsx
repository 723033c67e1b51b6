import { Link } from '@remix-run/react';
import { Badge, BlockStack, Card, InlineStack, Text } from '@shopify/polaris';
import type { PanelRow } from '../domain/panel-view';
import { Instant } from './instant';
import { casePath } from './case-path';

export function CaseList({ cases, timezone }: { cases: readonly PanelRow[]; timezone: string }) {
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          Open backorders
        </Text>
        {cases.length === 0 && (
          <Text as="p" tone="subdued">
            Nobody is waiting. When an order comes in that you can’t ship at once, it appears here.
          </Text>
        )}
        {cases.map((row) => (
          <Row key={row.orderId} row={row} timezone={timezone} />
        ))}
      </BlockStack>
    </Card>
  );
}

function Row({ row, timezone }: { row: PanelRow; timezone: string }) {
  const units = `${row.waitingUnits} ${row.waitingUnits === 1 ? 'unit' : 'units'} waiting`;
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Link to={casePath(row.orderId)}>{row.orderName}</Link>
        {row.attention && <Badge tone="critical">Needs you</Badge>}
      </InlineStack>
      <Text as="p" tone="subdued">
        {units} ·{' '}
        {row.date ? (
          <>
            promised for <Instant at={row.date} zone={timezone} day />
          </>
        ) : (
          'no date yet'
        )}{' '}
        · since <Instant at={row.openedAt} zone={timezone} day />
      </Text>
      {row.attention && <Text as="p">{row.attention}</Text>}
    </BlockStack>
  );
}
