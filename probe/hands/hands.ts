/* What only a person can do in a store: a checkout in a browser, a setting, a look at a page. */

export type Setting =
  'capture-manually' | 'capture-when-fulfilled' | 'fulfill-when-paid' | 'fulfill-by-hand';

export type ByHand =
  | { readonly step: 'agree' }
  | {
      readonly step: 'checkout';
      readonly gateway: 'bogus' | 'shopify_payments';
      readonly product: string;
      readonly sku: string;
    }
  | { readonly step: 'pay'; readonly url: string; readonly order: string }
  | { readonly step: 'setting'; readonly setting: Setting }
  | { readonly step: 'other-app-order' }
  | { readonly step: 'look'; readonly order: string; readonly at: string };

export interface Hands {
  /** In: the step. Out: what the person answered; null when the step was skipped. */
  do(step: ByHand): Promise<string | null>;
}

const CAPTURE = 'Settings > Payments > Payment capture';
const PROCESSING = 'Settings > Order processing > After an order has been paid';
const SETTINGS: Readonly<Record<Setting, string>> = {
  'capture-manually': `${CAPTURE}: choose "Manually".`,
  'capture-when-fulfilled': `${CAPTURE}: choose "Automatically when the entire order is fulfilled".`,
  'fulfill-when-paid': `${PROCESSING}: choose "Automatically fulfill the order's line items".`,
  'fulfill-by-hand': `${PROCESSING}: choose "Don't automatically fulfill any of the order's line items".`,
};
const SKIP = 'Press Enter when it is done, or type "skip".';

/** In: a step. Out: what to tell the person. */
export function wordsFor(step: ByHand): string {
  switch (step.step) {
    case 'agree':
      return 'Type "yes" to go on.';
    case 'checkout':
      return [
        `In the admin include the product "${step.product}" in the Online Store.`,
        `Then buy one in the storefront and pay with ${
          step.gateway === 'bogus'
            ? 'the Bogus Gateway (card number 1)'
            : 'Shopify Payments in test mode (card number 4242 4242 4242 4242)'
        }.`,
        'Type the name of the order, for example #1001, or "skip".',
      ].join('\n');
    case 'pay':
      return `Open ${step.url} in a browser and pay for ${step.order}.\n${SKIP}`;
    case 'setting':
      return `${SETTINGS[step.setting]}\n${SKIP}`;
    case 'other-app-order':
      return 'Type the name of an order that another app made (a subscription, an import), or "skip". Nothing on it is changed.';
    case 'look':
      return `Look at ${step.at} of ${step.order}. Type in one line what a customer sees, or "skip".`;
  }
}

/** Nobody is there: every step is skipped. */
export const nobody: Hands = { do: () => Promise.resolve(null) };

/** As `hands`, and agrees by itself. */
export const agreeing = (hands: Hands): Hands => ({
  do: (step) => (step.step === 'agree' ? Promise.resolve('yes') : hands.do(step)),
});
