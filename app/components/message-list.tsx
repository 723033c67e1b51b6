import { BlockStack, Box, InlineStack, Text } from '@shopify/polaris';
import type { PanelMessage } from '../domain/panel-view';
import { Disclosure } from './disclosure';
import { Instant } from './instant';
import { LABELS, StatusBadge } from './status-badge';
import { StopLinks } from './stop-links';
import { Nothing, TitledCard } from './titled-card';

/** What the customer was told, word for word. Their own link is a placeholder. */
export function MessageList({
  messages,
  timezone,
  hasLink,
}: {
  messages: readonly PanelMessage[];
  timezone: string;
  /** A link that was mailed works. */
  hasLink: boolean;
}) {
  return (
    <TitledCard title="Messages as sent">
      {messages.length === 0 && <Nothing>The customer has had no message yet.</Nothing>}
      {messages.toReversed().map((message) => (
        <BlockStack gap="150" key={message.key}>
          <InlineStack gap="200" blockAlign="center">
            <Text as="h3" variant="headingSm">
              {message.subject}
            </Text>
            <StatusBadge label={LABELS.message[message.outcome]} />
          </InlineStack>
          <Text as="p" tone="subdued" variant="bodySm">
            {message.what} · <Instant at={message.at} zone={timezone} /> · to {message.to}
          </Text>
          <Disclosure label="Read it">
            <Box>
              <div style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{message.text}</div>
            </Box>
          </Disclosure>
        </BlockStack>
      ))}
      {hasLink && <StopLinks />}
    </TitledCard>
  );
}
