import type { Choice } from './settings-field';

/** What can be chosen about the money, and what each choice means for customers. */
export const MONEY_CHOICES = {
  captureClearOrders: [
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
  ],
  beforeLapse: [
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
      helpText:
        'If the customer was told so and didn’t choose to wait. Where a part was charged for or has left, only the rest is paid by link.',
    },
  ],
  useExtendedAuthorizations: [
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
  ],
  usePaymentTerms: [
    { value: 'no', label: 'Ask me', helpText: 'The order is listed under Needs you.' },
    {
      value: 'yes',
      label: 'Make them payable by payment terms',
      helpText:
        'The order becomes due on receipt, and Shopify then shows a page to pay it. Needs the permission to write payment terms; where it is missing you are asked.',
    },
  ],
  partOrders: [
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
  ],
} as const satisfies Readonly<Record<string, readonly Choice[]>>;
