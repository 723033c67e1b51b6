import { Banner, BlockStack, Button } from '@shopify/polaris';
import { ActForm, useBusy } from './act-form';

/** What a person must do; the button says that it's done. */
export function AttentionBanner({ attention }: { attention: string }) {
  return (
    <Banner tone="warning" title="Needs you">
      <BlockStack gap="300" inlineAlign="start">
        {attention.split('\n').map((line) => (
          <p key={line}>{line}</p>
        ))}
        <ActForm act="resolve-attention">
          <Button submit loading={useBusy('resolve-attention')}>
            It’s taken care of
          </Button>
        </ActForm>
      </BlockStack>
    </Banner>
  );
}
