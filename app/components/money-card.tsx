import { BlockStack, Box, Button, InlineStack, List, Text } from '@shopify/polaris';
import type { PanelAgreement, PanelCase, PanelMoney } from '../domain/panel-view';
import { ActForm, useBusy } from './act-form';
import { Amount } from './amount';
import { Instant } from './instant';
import { PartFirst } from './part-first';
import { TitledCard } from './titled-card';

/** Where the money stands: one true sentence, the figures behind it, what becomes of it, and what a person can do. */
export function MoneyCard({ view }: { view: Pick<PanelCase, 'money' | 'timezone' | 'closedAt'> }) {
  const { money, timezone } = view;
  return (
    <TitledCard title="Money">
      <Text as="p">{money.sentence ?? 'Shopify could not be asked just now.'}</Text>
      <Figures figures={money.figures} timezone={timezone} />
      {money.next.length > 0 && <Next next={money.next} />}
      {money.agreements.map((agreement) => (
        <Agreed key={agreement.at} agreement={agreement} timezone={timezone} />
      ))}
      {money.part && <PartFirst part={money.part} />}
      {view.closedAt === null && <Capture whyNot={money.whyNoCapture} />}
    </TitledCard>
  );
}

function Figures({ figures, timezone }: Pick<PanelMoney, 'figures'> & { timezone: string }) {
  return (
    <BlockStack gap="100">
      {figures.map(({ label, amount, until }, place) => (
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
  );
}

function Next({ next }: Pick<PanelMoney, 'next'>) {
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        What becomes of it
      </Text>
      {next.length === 1 ? (
        <Text as="p">{next[0]}</Text>
      ) : (
        <List>
          {next.map((words) => (
            <List.Item key={words}>{words}</List.Item>
          ))}
        </List>
      )}
    </BlockStack>
  );
}

/** The customer's yes, with the very words that they read: it is what a charge rests on. */
function Agreed({ agreement, timezone }: { agreement: PanelAgreement; timezone: string }) {
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {agreement.what}
      </Text>
      <Text as="p" tone="subdued" variant="bodySm">
        The customer, <Instant at={agreement.at} zone={timezone} />: “{agreement.words}”
      </Text>
    </BlockStack>
  );
}

function Capture({ whyNot }: { whyNot: string | null }) {
  const busy = useBusy('capture');
  return (
    <Box>
      <ActForm act="capture">
        <Button submit loading={busy} disabled={whyNot !== null}>
          Capture now
        </Button>
      </ActForm>
      {whyNot && (
        <Box paddingBlockStart="200">
          <Text as="p" tone="subdued" variant="bodySm">
            {whyNot}
          </Text>
        </Box>
      )}
    </Box>
  );
}
