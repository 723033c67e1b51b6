import { Form, useNavigation } from '@remix-run/react';
import { BlockStack, Button, FormLayout, InlineStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import type { PanelGateway, PanelPayments } from '../domain/panel-view';
import { daysField } from './payments-form';
import { TitledCard } from './titled-card';

const savedDays = ({ ownDays }: PanelGateway): string => (ownDays === null ? '' : String(ownDays));

function usually({ usualDays }: PanelGateway): string {
  return usualDays === null
    ? 'Not known: enter the days that this provider tells you.'
    : `Usually ${usualDays} days.`;
}

/** How long each gateway keeps an authorization: by it Holdfast knows when to act before one ends. */
export function DaysForm({
  gateways,
  settingsVersion,
  errors,
}: Pick<PanelPayments, 'gateways' | 'settingsVersion'> & {
  errors: Readonly<Record<string, string>>;
}) {
  const [mine, setMine] = useState<Readonly<Record<string, string>>>({});
  const busy = useNavigation().formData?.get('do') === 'set-days';
  const shown = (gateway: PanelGateway): string => mine[gateway.gateway] ?? savedDays(gateway);
  const dirty = gateways.some((gateway) => shown(gateway) !== savedDays(gateway));
  return (
    <TitledCard title="How long authorizations last">
      <Text as="p" tone="subdued">
        Holdfast acts 48 hours before one ends. Where Shopify itself names the end, as on Plus, that
        counts. Leave a field empty to go by the usual time.
      </Text>
      <Form method="post" preventScrollReset noValidate>
        <input type="hidden" name="do" value="set-days" />
        <input type="hidden" name="version" value={settingsVersion} />
        <BlockStack gap="300">
          <FormLayout>
            {gateways.map((gateway) => (
              <TextField
                key={gateway.gateway}
                label={gateway.name}
                name={daysField(gateway.gateway)}
                type="number"
                suffix="days"
                autoComplete="off"
                placeholder={gateway.usualDays === null ? '' : String(gateway.usualDays)}
                helpText={usually(gateway)}
                value={shown(gateway)}
                onChange={(value) => setMine({ ...mine, [gateway.gateway]: value })}
                {...(errors[gateway.gateway] ? { error: errors[gateway.gateway] } : {})}
              />
            ))}
          </FormLayout>
          <InlineStack>
            <Button submit loading={busy} disabled={!dirty}>
              Save the days
            </Button>
          </InlineStack>
        </BlockStack>
      </Form>
    </TitledCard>
  );
}
