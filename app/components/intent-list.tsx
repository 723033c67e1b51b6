import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import type { PanelIntent } from '../domain/panel-view';
import { ActForm } from './act-form';
import { Instant } from './instant';
import { LABELS, StatusBadge } from './status-badge';
import { Nothing, TitledCard } from './titled-card';

/** Everything that Holdfast did, or would do, outside: each once, each with its end. */
export function IntentList({
  intents,
  timezone,
}: {
  intents: readonly PanelIntent[];
  timezone: string;
}) {
  return (
    <TitledCard title="Holds, mails and money">
      {intents.length === 0 && <Nothing>Nothing has been done for this order yet.</Nothing>}
      {intents.map((intent) => (
        <InlineStack key={intent.key} align="space-between" blockAlign="center" gap="200">
          <BlockStack>
            <InlineStack gap="200">
              <Text as="span">{intent.what}</Text>
              <StatusBadge label={LABELS.intent[intent.status]} />
            </InlineStack>
            <Text as="span" tone="subdued" variant="bodySm">
              <Instant at={intent.plannedAt} zone={timezone} />
              {intent.error && `: ${intent.error}`}
            </Text>
          </BlockStack>
          {intent.status === 'awaiting-approval' && <Approve intent={intent} />}
        </InlineStack>
      ))}
    </TitledCard>
  );
}

function Approve({ intent }: { intent: PanelIntent }) {
  return (
    <ActForm act="approve" fields={{ intent: intent.key }}>
      <Button submit variant="primary" accessibilityLabel={`Yes, do it: ${intent.what}`}>
        Yes, do it
      </Button>
    </ActForm>
  );
}
