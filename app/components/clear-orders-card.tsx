import { Form } from '@remix-run/react';
import { BlockStack, Button, Card, Text } from '@shopify/polaris';

/** The shop's own opt-in, with what it means: on manual capture somebody must capture the orders that are in stock. */
export function ClearOrdersCard({ captures }: { captures: boolean }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Orders that are in stock
        </Text>
        <Text as="p" tone="subdued">
          {captures
            ? 'Holdfast captures their money once the stock is seen to be there. Orders that Shopify advises to look into are left to you.'
            : 'Holdfast leaves their money alone. If your shop captures by hand, Holdfast can do it for you once the stock is seen to be there.'}
        </Text>
        <Form method="post">
          <input type="hidden" name="captureClearOrders" value={captures ? 'no' : 'yes'} />
          <Button submit>{captures ? 'Leave them to me' : 'Capture them for me'}</Button>
        </Form>
      </BlockStack>
    </Card>
  );
}
