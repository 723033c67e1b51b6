import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { ActForm, useBusy } from './act-form';
import { Disclosure } from './disclosure';

/** For a mail that went to the wrong person, or was passed on: whoever has the link can cancel. */
export function StopLinks() {
  const busy = useBusy('stop-links');
  return (
    <Disclosure label="Stop the customer’s link…" critical>
      <ActForm act="stop-links">
        <BlockStack gap="200">
          <Text as="p">
            The links in all messages so far stop working at once. What was chosen with them stays.
            The next message brings a new link: check the order’s e-mail address first.
          </Text>
          <InlineStack>
            <Button submit loading={busy} tone="critical">
              Stop this link
            </Button>
          </InlineStack>
        </BlockStack>
      </ActForm>
    </Disclosure>
  );
}
