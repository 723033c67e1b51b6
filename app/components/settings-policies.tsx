import { ChoiceSetting, type FieldProps, Section, TextSetting } from './settings-field';

/** What the shop has decided once, so that nobody decides it again at each order. */
export function PoliciesSection(props: FieldProps) {
  return (
    <Section
      title="Cancellations and shipment"
      description="Who wants to cancel can, and can think again. Nobody hears the same twice."
    >
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
      <TextSetting
        name="leaveAtLocations"
        multiline={2}
        help="The numbers of their locations, one per line. A request for missing items stays with the service, and customers are told. What a customer cancels is always asked back."
        {...props}
      />
      <TextSetting
        name="takeBackAtLocations"
        multiline={2}
        help="The numbers of their locations, one per line. Holdfast takes the request back at once and holds the items. For all other services you are asked each time."
        {...props}
      />
    </Section>
  );
}
