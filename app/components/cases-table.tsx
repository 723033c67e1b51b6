import { useNavigation } from '@remix-run/react';
import { Badge, IndexTable, InlineStack, LegacyCard, Link, Text } from '@shopify/polaris';
import type { PanelCases, PanelRow } from '../domain/panel-view';
import { amountInWords } from './amount';
import { casePath } from './case-path';
import { CasesEmpty } from './cases-empty';
import { CasesFilters } from './cases-filters';
import { Instant } from './instant';
import { rowItems } from './row-items';
import { LABELS, StatusBadge } from './status-badge';

interface Props {
  readonly list: PanelCases;
  readonly go: (change: Partial<PanelCases['query']>) => void;
}

/** The list of cases, a page at a time. */
export function CasesTable({ list, go }: Props) {
  const { rows, query } = list;
  const busy = useNavigation().state === 'loading';
  return (
    <LegacyCard>
      <CasesFilters list={list} go={go} loading={busy} />
      <IndexTable
        resourceName={{ singular: 'backorder', plural: 'backorders' }}
        itemCount={rows.length}
        selectable={false}
        headings={[
          { title: 'Order' },
          { title: 'Item' },
          { title: 'Promised for' },
          { title: 'Status' },
          { title: 'Since' },
          { title: 'Money held', alignment: 'end' },
        ]}
        emptyState={<CasesEmpty query={query} />}
        pagination={pagesOf(list, go)}
      >
        {rows.map((row, place) => (
          <Row key={row.orderId} row={row} place={place} zone={list.timezone} />
        ))}
      </IndexTable>
    </LegacyCard>
  );
}

/** One page needs no arrows. */
function pagesOf({ previous, next }: PanelCases, go: Props['go']) {
  if (previous === null && next === null) return undefined;
  return {
    hasPrevious: previous !== null,
    hasNext: next !== null,
    onPrevious: () => go({ before: previous, after: null }),
    onNext: () => go({ after: next, before: null }),
    accessibilityLabels: { previous: 'The page before', next: 'The page after' },
  };
}

function Row({ row, place, zone }: { row: PanelRow; place: number; zone: string }) {
  return (
    <IndexTable.Row id={row.orderId} position={place}>
      <IndexTable.Cell>
        <Text as="span" fontWeight="semibold">
          <Link removeUnderline url={casePath(row.orderId)}>
            {row.orderName}
          </Link>
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>{rowItems(row)}</IndexTable.Cell>
      <IndexTable.Cell>
        {row.date ? (
          <Instant at={row.date} zone={zone} day />
        ) : row.stage === 'waiting' ? (
          'no date yet'
        ) : (
          '–'
        )}
      </IndexTable.Cell>
      <IndexTable.Cell>
        <InlineStack gap="100" wrap={false}>
          <StatusBadge label={LABELS.stage[row.stage]} />
          {row.attention && <Badge tone="critical">Needs you</Badge>}
        </InlineStack>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Instant at={row.openedAt} zone={zone} day />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          {row.held ? amountInWords(row.held) : '–'}
        </Text>
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}
