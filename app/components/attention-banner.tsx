import { Banner, BlockStack, Button, List } from '@shopify/polaris';
import { ActForm, useBusy } from './act-form';

function Calls({ calls }: { calls: readonly string[] }) {
  if (calls.length === 1) return <p>{calls[0]}</p>;
  return (
    <List gap="loose">
      {calls.map((call) => (
        <List.Item key={call}>{call}</List.Item>
      ))}
    </List>
  );
}

/** What a person must do, the most urgent first; the button says that it's done. */
export function AttentionBanner({ attention }: { attention: string }) {
  return (
    <Banner tone="warning" title="Needs you">
      <BlockStack gap="300" inlineAlign="start">
        <Calls calls={attention.split('\n')} />
        <ActForm act="resolve-attention">
          <Button submit loading={useBusy('resolve-attention')}>
            It’s taken care of
          </Button>
        </ActForm>
      </BlockStack>
    </Banner>
  );
}
