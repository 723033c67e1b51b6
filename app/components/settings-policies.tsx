import { ChoiceSetting, type FieldProps, Section, TextSetting } from './settings-field';

/** Money, cancellations and shipment: what the shop has decided once, so that nobody decides it again at each order. */
export function PoliciesSection(props: FieldProps) {
  return (
    <Section
      title="Money and cancellations"
      description="Nothing is captured for goods that aren’t there. These are the rest of your rules."
    >
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
      <TextSetting
        name="undoMinutes"
        type="number"
        suffix="minutes"
        help="A cancellation runs when they are over. Its units are held meanwhile."
        {...props}
      />
      <ChoiceSetting
        name="shippingToldBy"
        {...props}
        choices={[
          {
            value: 'shopify',
            label: 'Shopify',
            helpText:
              'With your own shipping confirmation. Holdfast says nothing, so nobody hears it twice.',
          },
          {
            value: 'holdfast',
            label: 'Holdfast',
            helpText: 'For orders that waited. Turn Shopify’s confirmation off for them.',
          },
        ]}
      />
    </Section>
  );
}

export function OrdersSection(props: FieldProps) {
  return (
    <Section
      title="Orders and stock"
      description="Which orders count, and how far your stock figures can be believed."
    >
      <ChoiceSetting
        name="includeTestOrders"
        {...props}
        choices={[
          { value: 'no', label: 'Leave test orders alone' },
          {
            value: 'yes',
            label: 'Treat test orders like real ones',
            helpText: 'To try things out. Mails are really sent.',
          },
        ]}
      />
      <TextSetting
        name="feedLocations"
        multiline={2}
        help="The numbers of locations whose stock is overwritten by a feed or by staff, one per line. More stock there is no proof that anything has arrived for those who wait."
        {...props}
      />
    </Section>
  );
}
