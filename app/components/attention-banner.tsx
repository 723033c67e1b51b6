import { Form } from '@remix-run/react';
import { Banner, BlockStack, Button } from '@shopify/polaris';

/** What a person must do; the button says that it's done. */
export function AttentionBanner({ attention }: { attention: string }) {
  return (
    <Banner tone="warning" title="Needs you">
      <BlockStack gap="300" inlineAlign="start">
        <p>{attention}</p>
        <Form method="post">
          <input type="hidden" name="do" value="resolve-attention" />
          <Button submit>It’s taken care of</Button>
        </Form>
      </BlockStack>
    </Banner>
  );
}
