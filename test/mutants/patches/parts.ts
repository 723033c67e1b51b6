import type { Patch } from './patch';

const CAPTURES = 'app/domain/effects/captures.ts';
const HOLDS = 'app/domain/effects/holds.ts';
const RELEASES = 'app/domain/effects/releases.ts';
const PART_FIRST = 'app/domain/effects/part-first.ts';
const PICTURE = 'app/domain/money-picture.ts';
const DUE = 'app/domain/due-now.ts';

/** Orders that go in parts, and orders with several authorizations. */
export const PARTS: readonly Patch[] = [
  {
    promise: 'P1',
    file: CAPTURES,
    find: 'return goesInParts(situation) && !capturesParts(shop) ? dueNow(order, value) : null;',
    replace: 'return goesInParts(situation) && !capturesParts(shop) ? order.currentTotal : null;',
    why: 'charges the whole order when a part goes first',
  },
  {
    promise: 'P1',
    file: DUE,
    find: 'return line === undefined ? 0 : waitingUnits(line);',
    replace: 'return line === undefined ? 0 : Math.max(0, waitingUnits(line) - 1);',
    why: 'charges a unit too many with the part that goes first',
  },
  {
    promise: 'M',
    file: CAPTURES,
    find: 'return goesInParts(situation) && !capturesParts(shop) ? dueNow(order, value) : null;',
    replace: 'return goesInParts(situation) ? dueNow(order, value) : null;',
    why: 'captures a part that Shopify captures as it ships',
  },
  {
    promise: 'P1',
    file: PART_FIRST,
    find: "if (way !== 'with-consent') return way === 'free';",
    replace: 'return way !== null;',
    why: 'takes one capture for a part without the yes of the customer',
  },
  {
    promise: 'P1',
    file: PART_FIRST,
    find: 'return yes.upTo === undefined || compare(yes.upTo, dueNow(order, value)) === 0;',
    replace: 'return true;',
    why: 'takes a yes to one part for a yes to another',
  },
  {
    promise: 'P1',
    file: 'app/domain/decide/agreed.ts',
    find: 'if (offer?.amount.amount !== amount) return ignored(CHANGED);',
    replace: 'if (offer === null) return ignored(CHANGED);',
    why: 'takes a yes to one amount for a yes to another',
  },
  {
    promise: 'M',
    file: RELEASES,
    find: 'if (!isSettled(situation, mayLeave)) return false;',
    replace: '',
    why: 'lets a part go before its money is there',
  },
  {
    promise: 'M',
    file: HOLDS,
    find: "return freeIsSettled(situation) ? 'none' : asHold(fo, split, allButLetGo);",
    replace: 'return asHold(fo, split, allButLetGo);',
    why: 'holds a part again that went ahead',
  },
  {
    promise: 'M',
    file: 'app/domain/effects/parts-of-order.ts',
    find: 'return isZero(unpaid(worth, taken)) || isSettled(situation, worth);',
    replace: 'return isSettled(situation);',
    why: 'asks the money of the whole order of a part that went ahead',
  },
  {
    promise: 'M',
    file: PICTURE,
    find: 'list.map((a) => minus(a.authorized, a.captured)),',
    replace: 'list.slice(0, 1).map((a) => minus(a.authorized, a.captured)),',
    why: 'takes the first of two authorizations for all there is',
  },
  {
    promise: 'M',
    file: PICTURE,
    find: 'list.toSorted((a, b) => a.goodUntil.getTime() - b.goodUntil.getTime());',
    replace: 'list.toSorted((a, b) => b.goodUntil.getTime() - a.goodUntil.getTime());',
    why: 'takes the authorization last that ends first',
  },
  {
    promise: 'M',
    file: 'app/domain/authorization.ts',
    find: 'const mayBeTaken = multiCapturable || isZero(captured);',
    replace: 'const mayBeTaken = true;',
    why: 'counts on the rest of an authorization that allows one capture',
  },
  {
    promise: 'M',
    file: CAPTURES,
    find: 'final: isLast || !authorization.multiCapturable,',
    replace: 'final: true,',
    why: 'ends an authorization with the first part',
  },
  {
    promise: 'M',
    file: 'app/domain/final-capture.ts',
    find: 'multiCapturable === true ? final : null;',
    replace: 'final;',
    why: 'says of a single capture that it is the last one, which Shopify refuses',
  },
  {
    promise: 'M',
    file: CAPTURES,
    find: '  return addMs(last, 1);',
    replace: '  return ALWAYS;',
    why: 'never takes the second part of an authorization',
  },
  {
    promise: 'M',
    file: DUE,
    find: 'const rest = atLeastZero(minus(amount, plus(received, pending)));',
    replace: 'const rest = atLeastZero(minus(amount, pending));',
    why: 'captures again what somebody else has captured',
  },
  {
    promise: 'M',
    file: 'app/adapters/store/intents.server.ts',
    find: 'authorized: effect.authorized?.amount ?? null,',
    replace: 'authorized: null,',
    atTheDatabase: true,
    why: 'lets several captures be more than was authorized',
  },
  {
    promise: 'M',
    file: 'app/adapters/store/intents.server.ts',
    find: 'final: effect.final,',
    replace: 'final: false,',
    atTheDatabase: true,
    why: 'lets a capture follow the last one',
  },
];
