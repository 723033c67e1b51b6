import { Form } from '@remix-run/react';
import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import type { PanelIntent } from '../domain/panel-view';
import { Instant } from './instant';
import { INTENT_LABELS, StatusBadge } from './status-badge';

/** Everything that Holdfast did, or would do, outside: each once, each with its end. */
export function IntentList({
  intents,
  timezone,
}: {
  intents: readonly PanelIntent[];
  timezone: string;
}) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Holds, mails and money
        </Text>
        {intents.length === 0 && (
          <Text as="p" tone="subdued">
            Nothing has been done for this order yet.
          </Text>
        )}
        {intents.map((intent) => (
          <InlineStack key={intent.key} align="space-between" blockAlign="center" gap="200">
            <BlockStack>
              <InlineStack gap="200">
                <Text as="span">{intent.what}</Text>
                <StatusBadge label={INTENT_LABELS[intent.status]} />
              </InlineStack>
              <Text as="span" tone="subdued">
                <Instant at={intent.plannedAt} zone={timezone} />
                {intent.error && `: ${intent.error}`}
              </Text>
            </BlockStack>
            {intent.status === 'awaiting-approval' && <Approve intent={intent} />}
          </InlineStack>
        ))}
      </BlockStack>
    </Card>
  );
}

function Approve({ intent }: { intent: PanelIntent }) {
  return (
    <Form method="post">
      <input type="hidden" name="do" value="approve" />
      <input type="hidden" name="intent" value={intent.key} />
      <Button submit accessibilityLabel={`Yes, do it: ${intent.what}`}>
        Yes, do it
      </Button>
    </Form>
  );
}
