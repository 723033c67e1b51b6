import { BlockStack, Button, InlineStack, Link, Text } from '@shopify/polaris';
import type { PanelPayments, PanelUntaken } from '../domain/panel-view';
import { ActForm } from './act-form';
import { Amount } from './amount';
import { Instant } from './instant';
import { TitledCard } from './titled-card';

/** Orders in stock whose payment Holdfast was to take and has not; nothing where there are none. */
export function UntakenCard({ untaken, timezone }: Pick<PanelPayments, 'untaken' | 'timezone'>) {
  if (untaken.length === 0) return null;
  return (
    <TitledCard title="Payments that were not taken">
      <Text as="p" tone="subdued">
        These orders are in stock, and nothing holds them: they can ship before they are paid. Take
        a refused payment in Shopify, or ask the customer for another one.
      </Text>
      {untaken.map((payment) => (
        <Untaken key={`${payment.orderId} ${payment.intent}`} payment={payment} zone={timezone} />
      ))}
    </TitledCard>
  );
}

function Untaken({ payment, zone }: { payment: PanelUntaken; zone: string }) {
  const { orderId, intent, amount, at, reason } = payment;
  const number = orderId.split('/').at(-1) ?? '';
  return (
    <InlineStack align="space-between" blockAlign="center" gap="200">
      <BlockStack>
        <Text as="span" numeric>
          <Amount of={amount} />
        </Text>
        <Text as="span" tone="subdued" variant="bodySm">
          <Instant at={at} zone={zone} />
          {`: ${reason ?? 'Waits for your yes.'}`}
        </Text>
      </BlockStack>
      <InlineStack gap="300" blockAlign="center">
        <Link url={`shopify://admin/orders/${number}`} target="_top">
          Open the order
        </Link>
        {reason === null && (
          <ActForm act="approve" fields={{ order: orderId, intent }}>
            <Button submit>Yes, take it</Button>
          </ActForm>
        )}
      </InlineStack>
    </InlineStack>
  );
}
