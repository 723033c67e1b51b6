import { Form, useNavigation } from '@remix-run/react';
import { BlockStack, Button, ChoiceList, InlineStack } from '@shopify/polaris';
import { useState } from 'react';
import type { PanelPayments } from '../domain/panel-view';
import { CAPTURE_METHODS } from '../domain/settings';
import { METHOD_WORDS } from './method-words';
import { AS_FOUND } from './payments-form';
import { TitledCard } from './titled-card';

/** The merchant knows it for certain: their word goes before what the orders show. */
export function MethodForm({
  found,
  said,
  settingsVersion,
}: Pick<PanelPayments, 'found' | 'said' | 'settingsVersion'>) {
  const [mine, choose] = useState<string | null>(null);
  const busy = useNavigation().formData?.get('do') === 'say-method';
  const saved = said ?? AS_FOUND;
  const shown = mine ?? saved;
  return (
    <TitledCard title="Say it yourself">
      <Form method="post" preventScrollReset>
        <input type="hidden" name="do" value="say-method" />
        <input type="hidden" name="version" value={settingsVersion} />
        <BlockStack gap="300">
          <ChoiceList
            title="Payment capture method in Shopify"
            name="method"
            choices={[
              {
                label: 'Find it out from the orders',
                value: AS_FOUND,
                helpText: `Found now: ${found === null ? 'nothing certain' : METHOD_WORDS[found].label}.`,
              },
              ...CAPTURE_METHODS.map((value) => ({ value, label: METHOD_WORDS[value].label })),
            ]}
            selected={[shown]}
            onChange={([value]) => choose(value ?? null)}
          />
          <InlineStack>
            <Button submit loading={busy} disabled={shown === saved}>
              Save the method
            </Button>
          </InlineStack>
        </BlockStack>
      </Form>
    </TitledCard>
  );
}
