/* Every dependency on the world, as types. `compose.server.ts` puts the real ones in. */

export type * from './ports/world';
export type * from './ports/shopify';
export type * from './ports/mail';
export type * from './ports/secrets';
export type * from './ports/transaction';
export type * from './ports/store';
export type * from './ports/panel-reads';
export type * from './ports/tasks';
