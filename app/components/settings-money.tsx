import { Link, Text } from '@shopify/polaris';
import { ChoiceSetting, type FieldProps, Section, TextSetting } from './settings-field';

/** What becomes of the money while goods are missing: the choices that the rules leave to the shop. */
export function MoneySection(props: FieldProps) {
  return (
    <Section
      title="Money"
      description="Nothing is captured for goods that aren’t there unless the customer has agreed. These choices are yours."
    >
      <Text as="p">
        How your shop takes payment is on <Link url="/app/payments">its own page</Link>.
      </Text>
      <ChoiceSetting
        name="captureClearOrders"
        {...props}
        choices={[
          {
            value: 'no',
            label: 'Leave their money to me',
            helpText: 'Holdfast touches only orders that were short.',
          },
          {
            value: 'yes',
            label: 'Capture it for me',
            helpText:
              'For shops that capture by hand: once the stock for every unit is seen to be there, the money is taken. Orders that Shopify advises to look into, and orders that another app holds, are left to you.',
          },
        ]}
      />
      <LapseSetting {...props} />
      <TextSetting
        name="paymentDays"
        type="number"
        suffix="days"
        help="From the mail that asks for the payment. There are two reminders; after the last day the order is cancelled, as they say."
        {...props}
      />
      <TextSetting
        name="refundDays"
        type="number"
        suffix="days"
        help="From the customer’s cancellation. Holdfast refunds at once; two days before the last day you are called for one that waits for your yes or that Shopify refused. The law gives seven."
        {...props}
      />
      <ChoiceSetting
        name="usePaymentTerms"
        {...props}
        choices={[
          { value: 'no', label: 'Ask me', helpText: 'The order is listed under Needs you.' },
          {
            value: 'yes',
            label: 'Make them payable by payment terms',
            helpText:
              'The order becomes due on receipt, and Shopify then shows a page to pay it. Needs the permission to write payment terms; where it is missing you are asked.',
          },
        ]}
      />
      <PartsSetting {...props} />
    </Section>
  );
}

function LapseSetting(props: FieldProps) {
  return (
    <>
      <ChoiceSetting
        name="beforeLapse"
        {...props}
        choices={[
          {
            value: 'release',
            label: 'Release it',
            helpText:
              '48 hours before its end. The customer is told that nothing was charged, and pays by a link when the goods are there.',
          },
          {
            value: 'charge-if-agreed',
            label: 'Charge it if the customer agreed',
            helpText:
              'The page behind the link in each mail asks them. Whoever hasn’t agreed is not charged: theirs is released.',
          },
          {
            value: 'cancel',
            label: 'Cancel the order',
            helpText: 'Unless the customer chose to wait, or a part has left: then it is released.',
          },
        ]}
      />
      <ChoiceSetting
        name="useExtendedAuthorizations"
        {...props}
        choices={[
          {
            value: 'no',
            label: 'Act before the standard time is over',
            helpText: 'No capture costs you an extra fee.',
          },
          {
            value: 'yes',
            label: 'Wait for as long as Shopify keeps them',
            helpText:
              'Up to 30 days with Shopify Payments on Plus. A capture after the standard time costs a fee.',
          },
        ]}
      />
    </>
  );
}

function PartsSetting(props: FieldProps) {
  return (
    <ChoiceSetting
      name="partOrders"
      {...props}
      choices={[
        {
          value: 'hold-all',
          label: 'Wait until all of it is here',
          helpText: 'Customers can still ask for the ready part on their page.',
        },
        {
          value: 'ready-first',
          label: 'Send the ready part first',
          helpText:
            'Where the money allows it: paid already, captured in parts (Plus), or captured per fulfillment. Elsewhere the customer’s yes is needed. Shipping is charged once, and two parcels are yours to pay.',
        },
      ]}
    />
  );
}
