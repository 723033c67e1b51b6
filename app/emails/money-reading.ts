import type { Money } from '../domain/money';
import type { Authorization } from '../domain/authorization';
import {
  lapsedAuthorizations,
  leftOn,
  type MoneyPicture,
  shownAuthorizations,
} from '../domain/money-picture';
import { formatMoney } from './format';

const CARD_GATEWAYS: readonly string[] = [
  'shopify_payments',
  'bogus',
  'stripe',
  'authorize_net',
  'cybersource',
];
const NAMES: Readonly<Record<string, string>> = { paypal: 'PayPal', klarna: 'Klarna' };

/** A customer who paid through PayPal has no card with us: only say what the gateway tells. */
function meansOf(authorizations: readonly Authorization[]): string {
  const [first, ...others] = new Set(authorizations.map((a) => a.gateway));
  if (first === undefined || others.length > 0) return 'Your payment';
  if (CARD_GATEWAYS.includes(first)) return 'Your card';
  const name = NAMES[first];
  return name === undefined ? 'Your payment' : `Your ${name} payment`;
}

/** The amounts that the sentence speaks of, with how to say them. */
export interface MoneyReading {
  readonly picture: MoneyPicture;
  /** Authorized, and still shown by Shopify as capturable, whatever our reckoning says of its end. */
  readonly open: Money;
  readonly released: Money;
  readonly lapsed: Money;
  readonly means: string;
  readonly say: (amount: Money) => string;
}

export function readForWords(picture: MoneyPicture, locale: string, now: Date): MoneyReading {
  const rest = (list: readonly Authorization[]): Money => leftOn(list, picture.total.currencyCode);
  const open = shownAuthorizations(picture, now);
  return {
    picture,
    open: rest(open),
    released: rest(picture.authorizations.filter((a) => a.voided)),
    lapsed: rest(lapsedAuthorizations(picture, now)),
    means: meansOf(open),
    say: (amount) => formatMoney(amount, locale),
  };
}
