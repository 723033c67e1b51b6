import type { CaseLine } from '../../app/domain/case';
import { type About, wayOut } from '../../app/domain/effects/way-out';
import { FulfillmentOrderId, LineId, OrderId, TransactionId } from '../../app/domain/ids';
import { money } from '../../app/domain/money';

const FULFILLMENT_ORDER = FulfillmentOrderId.parse('gid://shopify/FulfillmentOrder/1');
const AUTHORIZATION = TransactionId.parse('gid://shopify/OrderTransaction/2');
const ORDER = OrderId.parse('gid://shopify/Order/3');
const MUG = LineId.parse('gid://shopify/LineItem/4');

const amount = money('20.00', 'USD');
const REFUSED: readonly Parameters<typeof wayOut>[0][] = [
  { kind: 'hold', target: FULFILLMENT_ORDER, reason: 'INVENTORY_OUT_OF_STOCK', note: '' },
  { kind: 'request-cancellation', target: FULFILLMENT_ORDER },
  { kind: 'release', target: FULFILLMENT_ORDER, holdIds: ['5'] },
  { kind: 'capture', target: AUTHORIZATION, amount, final: true },
  { kind: 'void', target: AUTHORIZATION },
  { kind: 'cancel-order', target: ORDER, reason: 'CUSTOMER' },
  { kind: 'cancel-order', target: ORDER, reason: 'INVENTORY' },
  { kind: 'cancel-order', target: ORDER, reason: 'OTHER' },
  { kind: 'remove-units', target: MUG, quantity: 2, current: 3 },
  { kind: 'refund', target: MUG, quantity: 2, current: 3 },
];
const NONE: CaseLine['choice'] = { kind: 'none' };
const of = (changes: Partial<About>): About => ({
  lines: [{ id: MUG, title: 'Mug', choice: NONE }],
  isOwed: false,
  waitsFor: 'goods',
  free: [],
  ...changes,
});
const callsFor = (reason: string): string[] =>
  REFUSED.map((effect) => wayOut(effect, reason, of({})));

it('what Shopify refuses is called for in words of its own, though it answers each alike', () => {
  const calls = callsFor('Not now');
  expect(new Set(calls).size).toBe(REFUSED.length);
  for (const call of calls) expect(call).toMatch(/^[A-Z].*[^.]\. [A-Z][^.]*: Not now\.$/);
});

it('a full stop of Shopify’s is not written twice, and a call is one line', () => {
  expect(callsFor('Not now.')).toEqual(callsFor('Not now'));
  expect(callsFor('Not\n  now')).toEqual(callsFor('Not now'));
});

it('names the units by their title, and by their number where the case has no such line', () => {
  const off = { kind: 'remove-units', target: MUG, quantity: 2, current: 3 } as const;
  expect(wayOut(off, 'No', of({}))).toContain('Take 2 × Mug off');
  expect(wayOut(off, 'No', of({ lines: [] }))).toContain('Take 2 units off');
  expect(wayOut({ ...off, quantity: 1 }, 'No', of({ lines: [] }))).toContain('Take 1 unit off');
});

it('a void that keeps the customer from paying says so', () => {
  const release: Parameters<typeof wayOut>[0] = { kind: 'void', target: AUTHORIZATION };
  const waiting = of({ waitsFor: 'payment', isOwed: true });
  expect(wayOut(release, 'No', waiting)).toContain('no page to pay');
  expect(wayOut(release, 'No', of({ waitsFor: 'payment' }))).not.toContain('no page to pay');
});

it('of a part it names what may go, and leaves the rest on hold', () => {
  const release: Parameters<typeof wayOut>[0] = {
    kind: 'release',
    target: FULFILLMENT_ORDER,
    holdIds: ['5'],
  };
  expect(wayOut(release, 'No', of({ free: [{ id: MUG, quantity: 1 }] }))).toMatch(
    /^Only 1 × Mug may ship: .*The rest stays on hold/,
  );
});
