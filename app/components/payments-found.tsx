import { BlockStack, InlineStack, Text } from '@shopify/polaris';
import type { PanelGateway, PanelPayments } from '../domain/panel-view';
import { METHOD_WORDS, UNKNOWN_METHOD } from './method-words';
import { Nothing, TitledCard } from './titled-card';

/** What the shop goes by, what that means, and what to do about it. */
export function MethodCard({ found, said }: Pick<PanelPayments, 'found' | 'said'>) {
  const method = said ?? found;
  const words = method === null ? UNKNOWN_METHOD : METHOD_WORDS[method];
  return (
    <TitledCard title="What this means for your customers">
      <Text as="p" variant="headingSm">
        {method === null ? 'Not known yet' : METHOD_WORDS[method].label}
        {said !== null && ', as you say'}
      </Text>
      <Text as="p">{words.means}</Text>
      <Text as="p" tone="subdued">
        {words.advice}
      </Text>
    </TitledCard>
  );
}

/** What the orders of the last 90 days show, gateway by gateway. */
export function FoundCard({ gateways }: Pick<PanelPayments, 'gateways'>) {
  const seen = gateways.filter(({ evidence }) => evidence.length > 0);
  return (
    <TitledCard title="What your orders show">
      {seen.length === 0 ? (
        <Nothing>
          No order has shown anything yet. Orders that you capture or ship without Holdfast, and
          orders that are charged at once, appear here.
        </Nothing>
      ) : (
        <Text as="p" tone="subdued">
          Shopify lets no app read this setting, so Holdfast reads it off the orders of the last 90
          days.
        </Text>
      )}
      {seen.map((gateway) => (
        <Found key={gateway.gateway} gateway={gateway} />
      ))}
    </TitledCard>
  );
}

function Found({ gateway }: { gateway: PanelGateway }) {
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {gateway.name}
      </Text>
      {gateway.evidence.map(({ method, orders }) => (
        <InlineStack key={method} align="space-between" gap="200">
          <Text as="span">{METHOD_WORDS[method].seen}</Text>
          <Text as="span" tone="subdued" numeric>
            {orders} {orders === 1 ? 'order' : 'orders'}
          </Text>
        </InlineStack>
      ))}
    </BlockStack>
  );
}
