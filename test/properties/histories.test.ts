import { battery, freshBattery } from './histories/battery';

/*
 * Months of random shops, held against the promises by what Shopify's books and the mailbox say. The other half is in
 * histories-more.test.ts.
 */

describe('seventy-five days of a random shop', () => {
  battery(0);
  freshBattery();
});
