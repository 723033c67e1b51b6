/* What /_sim accepts. */

export { amount, by, domain } from './inputs/pieces';
export * from './inputs/fulfillment';
export * from './inputs/order';
export * from './inputs/shop';
export * from './inputs/world';
