import { BlockStack, Box, Divider, InlineStack, Link, Text } from '@shopify/polaris';
import { Fragment } from 'react';
import type { PanelRow } from '../domain/panel-view';
import { casePath } from './case-path';
import { Instant } from './instant';
import { rowItems } from './row-items';
import { Nothing, TitledCard } from './titled-card';

interface Props {
  readonly title: string;
  readonly rows: readonly PanelRow[];
  readonly timezone: string;
  /** How many there are in all, and where the others are. */
  readonly total: number;
  readonly all: string;
  readonly empty: string;
  /** What is said of each besides its name. */
  readonly say: 'attention' | 'wait';
}

/** The oldest few of a kind on the home page, each with the link that settles it. */
export function CaseRows({ title, rows, timezone, total, all, empty, say }: Props) {
  const rest = total > rows.length;
  return (
    <TitledCard
      title={title}
      aside={
        rest ? (
          <Link removeUnderline url={all}>
            All {total}
          </Link>
        ) : null
      }
    >
      {rows.length === 0 && <Nothing>{empty}</Nothing>}
      {rows.map((row, place) => (
        <Fragment key={row.orderId}>
          {place > 0 && <Divider />}
          <Box>
            <InlineStack align="space-between" blockAlign="start" gap="300" wrap={false}>
              <BlockStack gap="050">
                <Text as="h3" variant="headingSm">
                  <Link removeUnderline url={casePath(row.orderId)}>
                    {row.orderName}
                  </Link>
                </Text>
                {say === 'attention' ? <Asked row={row} /> : <Waits row={row} zone={timezone} />}
              </BlockStack>
              <Text as="span" tone="subdued" variant="bodySm" breakWord={false}>
                since <Instant at={row.openedAt} zone={timezone} day />
              </Text>
            </InlineStack>
          </Box>
        </Fragment>
      ))}
    </TitledCard>
  );
}

function Asked({ row }: { row: PanelRow }) {
  return (
    <>
      {(row.attention ?? '').split('\n').map((line) => (
        <Text as="p" key={line}>
          {line}
        </Text>
      ))}
    </>
  );
}

function Waits({ row, zone }: { row: PanelRow; zone: string }) {
  return (
    <Text as="p" tone="subdued">
      {rowItems(row)} ·{' '}
      {row.date ? (
        <>
          promised for <Instant at={row.date} zone={zone} day />
        </>
      ) : (
        'no date yet'
      )}
    </Text>
  );
}
