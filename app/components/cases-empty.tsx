import { Box, BlockStack, Text } from '@shopify/polaris';
import type { CaseFilter, CaseQuery } from '../domain/panel-view';

const WORDS: Readonly<Record<CaseFilter, readonly [string, string]>> = {
  all: [
    'Nobody is waiting',
    'When an order comes in that you can’t ship at once, it appears here.',
  ],
  'needs-you': ['Nothing needs you', 'What only a person can settle appears here.'],
  waiting: ['Nobody is waiting', 'Every order has its goods.'],
  ready: ['Nothing is ready', 'Orders whose goods have arrived appear here until they ship.'],
  closed: ['Nothing is closed yet', 'Orders that were shipped or cancelled appear here.'],
};

export function CasesEmpty({ query }: { query: Pick<CaseQuery, 'filter' | 'search'> }) {
  const [heading, words] =
    query.search === ''
      ? WORDS[query.filter]
      : [`No order like “${query.search}”`, 'Try a part of its name, such as 1042.'];
  return (
    <Box padding="800">
      <BlockStack gap="200" inlineAlign="center">
        <Text as="h2" variant="headingMd">
          {heading}
        </Text>
        <Text as="p" tone="subdued">
          {words}
        </Text>
      </BlockStack>
    </Box>
  );
}
