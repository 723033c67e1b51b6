import { BlockStack, InlineStack, Link, Text } from '@shopify/polaris';
import type { PanelHome } from '../domain/panel-view';
import { casePath } from './case-path';
import { TimeOfDay } from './instant';
import { Nothing, TitledCard } from './titled-card';

/** What leaves until the end of the shop's day, or would if the mode allowed it. */
export function TodayCard({
  home,
}: {
  home: Pick<PanelHome, 'today' | 'timezone' | 'mode' | 'paused'>;
}) {
  const quiet = home.mode === 'watch' || home.paused;
  const title = quiet ? 'What would go out today' : 'What goes out today';
  return (
    <TitledCard title={title}>
      {home.today.length === 0 && <Nothing>Nothing more today. Nobody is left in silence.</Nothing>}
      {home.today.map((step) => (
        <InlineStack key={step.orderId} align="space-between" gap="200" wrap={false}>
          <BlockStack>
            <Text as="p">{step.what}</Text>
            <Text as="p" variant="bodySm" tone="subdued">
              <Link removeUnderline url={casePath(step.orderId)}>
                {step.orderName}
              </Link>
            </Text>
          </BlockStack>
          <Text as="span" tone="subdued">
            <TimeOfDay at={step.dueAt} zone={home.timezone} />
          </Text>
        </InlineStack>
      ))}
    </TitledCard>
  );
}
