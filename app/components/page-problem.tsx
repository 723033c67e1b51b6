import { useRevalidator } from '@remix-run/react';
import { BlockStack, Box, Button, Card, Page, Text } from '@shopify/polaris';

/** What is shown when a page could not be made; details may hold an order or an address, and belong in the log. */
export function PageProblem({ missing }: { missing: boolean }) {
  return (
    <Page narrowWidth>
      <Card>
        <Box paddingBlock="600">
          <BlockStack gap="300" inlineAlign="center">
            {/* Not the page's own title: Polaris would read it out with "This page is ready". */}
            <Text as="h1" variant="headingMd" alignment="center">
              {missing ? 'No backorder here' : 'This page could not be shown'}
            </Text>
            <Text as="p" alignment="center">
              {missing
                ? 'This order has nothing on back order, or it isn’t one of this shop’s.'
                : 'Something went wrong on our side. Nothing was changed that you did not ask for.'}
            </Text>
            {missing ? (
              <Button variant="primary" url="/app/cases">
                See all backorders
              </Button>
            ) : (
              <TryAgain />
            )}
          </BlockStack>
        </Box>
      </Card>
    </Page>
  );
}

/** Not a reload: the frame's address has lost the shop and the token on the way, and would end at the login. */
function TryAgain() {
  const { revalidate, state } = useRevalidator();
  return (
    <Button variant="primary" onClick={revalidate} loading={state === 'loading'}>
      Try again
    </Button>
  );
}
