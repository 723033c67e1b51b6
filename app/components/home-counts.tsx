import { BlockStack, Card, InlineGrid, Link, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import type { PanelHome } from '../domain/panel-view';
import { amountInWords } from './amount';
import { casePath } from './case-path';
import { Instant } from './instant';

/** The four figures that a merchant wants first. */
export function HomeCounts({ home }: { home: PanelHome }) {
  const { counts, held, lapsesFirst, timezone } = home;
  return (
    <InlineGrid columns={{ xs: 1, sm: 2, lg: 4 }} gap="400">
      <Tile title="Needs you" big={counts.needsYou}>
        <Link removeUnderline url="/app/cases?filter=needs-you">
          {counts.needsYou === 0 ? 'Nothing to settle' : 'See what to settle'}
        </Link>
      </Tile>
      <Tile title="Customers waiting" big={counts.waiting}>
        <Link removeUnderline url="/app/cases?filter=waiting">
          {counts.waiting === 0 ? 'Nobody waits' : 'See who waits'}
        </Link>
      </Tile>
      <Tile title="Goods have arrived" big={counts.ready}>
        <Link removeUnderline url="/app/cases?filter=ready">
          {counts.ready === 0 ? 'Nothing to send' : 'See what can go'}
        </Link>
      </Tile>
      <Tile
        title="Money held"
        big={held.length === 0 ? '–' : held.map((sum) => amountInWords(sum)).join(' + ')}
      >
        {lapsesFirst?.held ? (
          <>
            <Link url={casePath(lapsesFirst.orderId)}>{lapsesFirst.orderName}</Link> lapses first:{' '}
            <Instant at={lapsesFirst.held.lapsesAt} zone={timezone} />
          </>
        ) : (
          'No open authorization'
        )}
      </Tile>
    </InlineGrid>
  );
}

function Tile({ title, big, children }: { title: string; big: ReactNode; children: ReactNode }) {
  return (
    <Card>
      <BlockStack gap="100">
        <Text as="h2" variant="bodyMd" tone="subdued">
          {title}
        </Text>
        <Text as="p" variant="headingXl">
          {big}
        </Text>
        <Text as="p" variant="bodySm" tone="subdued">
          {children}
        </Text>
      </BlockStack>
    </Card>
  );
}
