import { BlockStack, Box, Card, ChoiceList, Layout, Text, TextField } from '@shopify/polaris';
import type { ReactNode } from 'react';
import type { FieldErrors, FieldName, SettingsFields as Fields } from './settings-form';

export interface FieldProps {
  readonly fields: Fields;
  readonly errors: FieldErrors;
  readonly set: (name: FieldName, value: string) => void;
}

/** What each field is called, here and where somebody else's change is named. */
export const FIELD_LABELS: Readonly<Record<FieldName, string>> = {
  mode: 'Mode',
  cutOff: 'Cut-off',
  nightFrom: 'Night begins',
  nightTo: 'Night ends',
  followUpDays: 'Days between words',
  capHours: 'Hours between messages',
  undoMinutes: 'Minutes to take a cancellation back',
  statedShippingDays: 'Days within which you say that you ship',
  captureClearOrders: 'Orders that are in stock',
  partOrders: 'Orders of which a part is here',
  restWaitsDays: 'Working days that the rest waits for the first part',
  beforeLapse: 'When an authorization ends before the goods come',
  useExtendedAuthorizations: 'Extended authorizations (Plus)',
  paymentDays: 'Days to pay by link',
  refundDays: 'Working days for a refund',
  usePaymentTerms: 'Orders that Shopify shows no payment page for',
  includeTestOrders: 'Test orders',
  shippingToldBy: 'Who tells the customer that it ships',
  senderName: 'Sender’s name',
  replyTo: 'Answers go to',
  feedLocations: 'Locations that a feed overwrites',
  leaveAtLocations: 'Fulfillment services that keep a request',
  takeBackAtLocations: 'Fulfillment services whose requests are taken back',
};

export interface Choice {
  readonly label: string;
  readonly value: string;
  readonly helpText?: string;
}

type Shown = FieldProps & { readonly name: FieldName };

export function TextSetting({
  name,
  fields,
  errors,
  set,
  help,
  ...more
}: Shown & {
  help?: string;
  type?: 'time' | 'number' | 'email' | 'text';
  suffix?: string;
  multiline?: number;
  placeholder?: string;
}) {
  return (
    <TextField
      label={FIELD_LABELS[name]}
      name={name}
      autoComplete="off"
      value={fields[name]}
      onChange={(value) => set(name, value)}
      {...(errors[name] ? { error: errors[name] } : {})}
      {...(help ? { helpText: help } : {})}
      {...more}
    />
  );
}

export function ChoiceSetting({
  name,
  fields,
  errors,
  set,
  choices,
}: Shown & { choices: readonly Choice[] }) {
  return (
    <>
      <input type="hidden" name={name} value={fields[name]} />
      <ChoiceList
        name={`${name}-choice`}
        title={FIELD_LABELS[name]}
        choices={[...choices]}
        selected={[fields[name]]}
        onChange={([value]) => set(name, value ?? fields[name])}
        {...(errors[name] ? { error: errors[name] } : {})}
      />
    </>
  );
}

/** On a telephone cards reach the edge, and the words between them must not. */
const Beside = ({ as, children }: { as?: 'span'; children: ReactNode }) => (
  <Box {...(as && { as })} paddingInline={{ xs: '400', sm: '0' }}>
    {children}
  </Box>
);

export function Section({
  title,
  description,
  children,
}: {
  title: string;
  description: string;
  children: ReactNode;
}) {
  return (
    <Layout.AnnotatedSection
      title={<Beside as="span">{title}</Beside>}
      description={
        <Beside>
          <Text as="p">{description}</Text>
        </Beside>
      }
    >
      <Card>
        <BlockStack gap="400">{children}</BlockStack>
      </Card>
    </Layout.AnnotatedSection>
  );
}
