import { isWaiting, kept, left } from './book';
import { always, amount, inTheEnd, judged } from './invariant';

const HOUR = 3600_000;
/** News of the money has a letter of its own, or goes into one of the delay that is due at the same time. */
const TELLS: readonly string[] = ['money-notice', 'first-notice', 'new-date'];

export const withinAuthorization = always(
  'of an authorization no more is captured than was authorized',
  ({ fact, after }) => {
    if (fact.kind !== 'captured') return 'no-occasion';
    const its = after.authorizations.get(fact.authorization);
    if (its === undefined) return { broken: `${fact.authorization} was never authorized` };
    return judged(
      its.captured <= its.authorized,
      `${amount(its.captured)} captured of ${amount(its.authorized)}`,
    );
  },
);

export const endedStaysEnded = always(
  'nothing is captured or voided after a final capture, a void or the end',
  ({ fact, before }) => {
    if (fact.kind !== 'captured' && fact.kind !== 'voided') return 'no-occasion';
    const its = before.authorizations.get(fact.authorization);
    // What Shopify shows past its end can be voided, and nothing can be taken of it.
    const isThere = its !== undefined && !its.ended;
    const isOpen = isThere && (fact.kind === 'voided' || fact.at < its.expiresAt);
    return judged(isOpen, `${fact.kind} by ${fact.by} on an authorization that had ended`);
  },
);

export const everyAuthorizationEnds = inTheEnd(
  'each authorization is captured, voided or lapsed in the end',
  (end) =>
    [...end.authorizations.values()].map((its) =>
      judged(left(its) === 0, `${its.id} is open with ${amount(left(its))}`),
    ),
);

/**
 * One that is untouched is released in time while the order waits. What was captured in part can't be voided: its end is
 * told to the customer instead, as long as they wait for the rest.
 */
export const noSilentLapse = always(
  'no authorization lapses in silence while the order waits',
  ({ fact, before }, history) => {
    if (fact.kind !== 'lapsed' || before.disputed) return 'no-occasion';
    const its = before.authorizations.get(fact.authorization);
    if (its === undefined || !isWaiting(before)) return 'no-occasion';
    if (its.captured === 0) return { broken: `${its.id} lapsed while the order waited` };
    if (kept(before) >= before.total) return 'no-occasion';
    const isTold = history.some(
      ({ fact: said }) =>
        said.kind === 'said' &&
        TELLS.includes(said.step) &&
        Math.abs(said.at - fact.at) <= 49 * HOUR,
    );
    return judged(isTold, `the rest of ${its.id} lapsed, and nobody told the customer`);
  },
);

export const booksAgree = always(
  'Shopify’s books and what was seen to happen tell the same',
  ({ fact, before }) => {
    if (fact.kind !== 'books') return 'no-occasion';
    const open = fact.open.filter(
      ({ authorization, left: rest }) =>
        left(before.authorizations.get(authorization) ?? NOBODY) !== rest,
    );
    if (open.length > 0) return { broken: `the books differ on ${open[0]?.authorization}` };
    return judged(
      fact.kept === kept(before),
      `the books keep ${amount(fact.kept)}, seen were ${amount(kept(before))}`,
    );
  },
);

const NOBODY = {
  id: '',
  authorized: -1,
  captured: 0,
  expiresAt: 0,
  multiCapturable: false,
  voidedBy: null,
  ended: false,
};
