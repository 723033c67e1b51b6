import { BlockStack, Box, Button, InlineStack, Text } from '@shopify/polaris';
import type { PanelCase } from '../domain/panel-view';
import { ActForm, useBusy } from './act-form';
import { Amount } from './amount';
import { Instant } from './instant';
import { TitledCard } from './titled-card';

/** Where the money stands: one true sentence, the figures behind it, and the capture that the rules allow. */
export function MoneyCard({ view }: { view: Pick<PanelCase, 'money' | 'timezone' | 'closedAt'> }) {
  const { money, timezone } = view;
  const busy = useBusy('capture');
  return (
    <TitledCard title="Money">
      <Text as="p">{money.sentence ?? 'Shopify could not be asked just now.'}</Text>
      <BlockStack gap="100">
        {money.figures.map(({ label, amount, until }, place) => (
          <InlineStack key={place} align="space-between" gap="200">
            <Text as="span" tone="subdued">
              {label}
              {until && (
                <>
                  {' '}
                  until <Instant at={until} zone={timezone} />
                </>
              )}
            </Text>
            <Text as="span" numeric>
              <Amount of={amount} />
            </Text>
          </InlineStack>
        ))}
      </BlockStack>
      {view.closedAt === null && (
        <Box>
          <ActForm act="capture">
            <Button submit loading={busy} disabled={money.whyNoCapture !== null}>
              Capture now
            </Button>
          </ActForm>
          {money.whyNoCapture && (
            <Box paddingBlockStart="200">
              <Text as="p" tone="subdued" variant="bodySm">
                {money.whyNoCapture}
              </Text>
            </Box>
          )}
        </Box>
      )}
    </TitledCard>
  );
}
