import { Link, Text } from '@shopify/polaris';
import { MONEY_CHOICES } from './money-choices';
import { ChoiceSetting, type FieldProps, Section, TextSetting } from './settings-field';

/** What becomes of the money while goods are missing: the choices that the rules leave to the shop. */
export function MoneySection(props: FieldProps) {
  const choice = (name: keyof typeof MONEY_CHOICES) => (
    <ChoiceSetting name={name} choices={MONEY_CHOICES[name]} {...props} />
  );
  return (
    <Section
      title="Money"
      description="Nothing is captured for goods that aren’t there unless the customer has agreed. These choices are yours."
    >
      <Text as="p">
        How your shop takes payment is on <Link url="/app/payments">its own page</Link>.
      </Text>
      {choice('captureClearOrders')}
      {choice('beforeLapse')}
      {choice('useExtendedAuthorizations')}
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
      {choice('usePaymentTerms')}
      {choice('partOrders')}
      <TextSetting
        name="restWaitsDays"
        type="number"
        suffix="days"
        help="Shopify puts units that are released into the same fulfillment order as a part that was released before and hasn’t left, and one of the two numbers goes away. So the rest stays on hold until the first part has left, at most for so long, and not beyond its date. 0: it doesn’t wait."
        {...props}
      />
    </Section>
  );
}
