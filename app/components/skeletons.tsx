import {
  BlockStack,
  Card,
  InlineGrid,
  Layout,
  SkeletonBodyText,
  SkeletonDisplayText,
  SkeletonPage,
} from '@shopify/polaris';

const Block = ({ lines }: { lines: number }) => (
  <Card>
    <BlockStack gap="300">
      <SkeletonDisplayText size="small" />
      <SkeletonBodyText lines={lines} />
    </BlockStack>
  </Card>
);

const TwoColumns = ({ tiles = false }: { tiles?: boolean }) => (
  <BlockStack gap="400">
    {tiles && (
      <InlineGrid columns={{ xs: 1, sm: 2, lg: 4 }} gap="400">
        {['a', 'b', 'c', 'd'].map((tile) => (
          <Block key={tile} lines={1} />
        ))}
      </InlineGrid>
    )}
    <Layout>
      <Layout.Section>
        <BlockStack gap="400">
          <Block lines={4} />
          <Block lines={4} />
        </BlockStack>
      </Layout.Section>
      <Layout.Section variant="oneThird">
        <BlockStack gap="400">
          <Block lines={2} />
          <Block lines={3} />
        </BlockStack>
      </Layout.Section>
    </Layout>
  </BlockStack>
);

/** The shape of the page that is on its way, by its address. */
export function PageSkeleton({ path }: { path: string }) {
  if (path.startsWith('/app/cases/'))
    return (
      <SkeletonPage backAction>
        <TwoColumns />
      </SkeletonPage>
    );
  return (
    <SkeletonPage>{path === '/app' ? <TwoColumns tiles /> : <Block lines={12} />}</SkeletonPage>
  );
}
