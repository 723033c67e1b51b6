import { Link } from '@remix-run/react';
import { BlockStack, Card, Text } from '@shopify/polaris';
import type { PanelStep } from '../domain/panel-view';
import { Instant } from './instant';
import { casePath } from './case-path';

/** What Holdfast will do by itself, soonest first. */
export function NextSteps({ steps, timezone }: { steps: readonly PanelStep[]; timezone: string }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          What happens next
        </Text>
        {steps.length === 0 && (
          <Text as="p" tone="subdued">
            Nothing is planned.
          </Text>
        )}
        {steps.map((step) => (
          <Text as="p" key={`${step.orderId} ${step.what} ${step.dueAt}`}>
            <Link to={casePath(step.orderId)}>{step.orderName}</Link>: {step.what},{' '}
            <Instant at={step.dueAt} zone={timezone} />
          </Text>
        ))}
      </BlockStack>
    </Card>
  );
}
