import type { Clock, Log, Mailer, Secrets, Shopify, Store, Tokens } from '../ports';

/** What the use cases need of the world. */
export interface Deps {
  readonly store: Store;
  readonly shopify: Shopify;
  readonly mailer: Mailer;
  readonly secrets: Secrets;
  readonly tokens: Tokens;
  readonly clock: Clock;
  readonly log: Log;
  /** Where customers reach the app: the address that choice links begin with. */
  readonly appUrl: string;
  /** The sender for shops that haven't set their own. */
  readonly defaultSender: { readonly name: string; readonly email: string };
}
