/* Which answer sets which switch of the simulator, and which switches no probe of an hour can find. */

/** Question by question: the switches that its answer sets. The names are the simulator's. */
export const FOUND_BY = {
  outstandingExcludesAuthorized: 2,
  suggestsWholePrice: 2,
  voidedPayable: 3,
  termsPayable: 3,
  authorizedTakesTerms: 3,
  releaseMerges: 4,
  oldestSurvivesMerge: 4,
  holdBlocksCapture: 5,
  removalCaptures: 5,
  autoFulfil: 5,
  capturesPend: 6,
  unstockedLeave: 7,
  acceptedCanBeHeld: 8,
  givenBackIsReplaced: 8,
  cancellationRequestShows: 8,
  routingToldForOwn: 9,
} as const;
export type SwitchName = keyof typeof FOUND_BY;

/** The others, each with the reason. */
export const NOT_TO_BE_PROBED: Readonly<Record<string, string>> = {
  updatedAtExpiry:
    'authorizations of test payments never expire: ask a merchant whose authorization has lapsed',
};

/** What no switch stands for, and no hour shows either. */
export const ASK_MERCHANTS: readonly string[] = [
  'what happens when an authorization expires: it takes days, and test payments never do it',
  'extended authorizations (Plus with Shopify Payments)',
  'PayPal, Klarna and installments',
  'fulfillment services that belong to somebody else',
];
