import type { CaptureMethod } from '../domain/settings';

interface MethodWords {
  /** As Shopify's own setting calls it. */
  readonly label: string;
  /** As what happened to an order, in a row before the count of them. */
  readonly seen: string;
  /** What it means for "not charged yet". */
  readonly means: string;
  /** What to change, or why nothing has to be. */
  readonly advice: string;
}

const WHERE = 'Settings → Payments → Payment capture method';

/** What each way to take payment means for goods that are not there. */
export const METHOD_WORDS: Readonly<Record<CaptureMethod, MethodWords>> = {
  manual: {
    label: 'Manually',
    seen: 'Captured by hand',
    means:
      '“Not charged yet” is true: a card is only authorized until every unit is here. Then Holdfast captures, sees that it has succeeded, and releases the order. Whoever cancels was never charged.',
    advice:
      'Nothing to change: this is the best for backorders. Orders that are in stock are yours to capture, or Holdfast’s if you let it under Settings.',
  },
  'on-fulfillment': {
    label: 'When the entire order is fulfilled',
    seen: 'Captured when all of it was fulfilled',
    means:
      '“Not charged yet” is true: a card is only authorized, and units on hold can’t be fulfilled. When the goods are here Holdfast releases the order, and Shopify takes the money as you ship it.',
    advice: `Fine as it is. A card that is refused then has the goods on their way already: with “Manually” the money is taken first. You choose that in Shopify under ${WHERE}.`,
  },
  'per-fulfillment': {
    label: 'Per fulfillment (Plus)',
    seen: 'Captured part by part',
    means:
      '“Not charged yet” is true for what is missing: a card is only authorized, and units on hold can’t be fulfilled. Shopify takes the money of each part as you ship it.',
    advice: `Fine as it is, and good for orders that go in parts. A card that is refused then has the goods on their way already: with “Manually”, in Shopify under ${WHERE}, the money is taken first.`,
  },
  checkout: {
    label: 'At checkout',
    seen: 'Charged at checkout',
    means:
      '“Not charged yet” is not true: customers pay for goods that aren’t here, and every message says so. Whoever cancels is refunded.',
    advice: `To charge only when the goods are here, open ${WHERE} in Shopify and choose “Manually”. Orders from then on are only authorized. Let Holdfast capture the orders that are in stock, too, if you don’t want to do that yourself: that is under Settings.`,
  },
};

export const UNKNOWN_METHOD = {
  means:
    'Your orders don’t show it for certain yet: it takes three that agree. Until then Holdfast goes by each order’s own payments: what is authorized is captured when the goods are here, what was charged is never called “not charged”.',
  advice: `Look it up in Shopify under ${WHERE}, and say it yourself on this page. For backorders “Manually” is the best.`,
};
