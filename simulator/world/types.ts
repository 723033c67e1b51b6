/* What the simulated Shopify knows, as plain data: it is written to a file and read back as it is. */

export type * from './types/fulfillment';
export type * from './types/goods';
export type * from './types/money';
export type * from './types/order';
export type * from './types/people';
export type * from './types/shop';
