import { wayOut } from '../../app/domain/effects/way-out';
import { FulfillmentOrderId, LineId, OrderId, TransactionId } from '../../app/domain/ids';
import type { Effect } from '../../app/domain/intent';
import { money } from '../../app/domain/money';

const FULFILLMENT_ORDER = FulfillmentOrderId.parse('gid://shopify/FulfillmentOrder/1');
const AUTHORIZATION = TransactionId.parse('gid://shopify/OrderTransaction/2');
const ORDER = OrderId.parse('gid://shopify/Order/3');
const MUG = LineId.parse('gid://shopify/LineItem/4');

const amount = money('20.00', 'USD');
const REFUSED: readonly Effect[] = [
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
  { kind: 'refund', target: ORDER, quantity: 0, current: 0 },
  { kind: 'ask-for-payment', target: ORDER },
];
const callsFor = (reason: string): string[] =>
  REFUSED.map((effect) => wayOut(effect, reason, [{ id: MUG, title: 'Mug' }]));

it('what Shopify refuses is called for in words of its own, though it answers each alike', () => {
  const calls = callsFor('Not now');
  expect(new Set(calls).size).toBe(REFUSED.length);
  for (const call of calls)
    expect(call).toMatch(/^[A-Z].*[^.]\. Holdfast could not do it: Not now\.$/);
});

it('a full stop of Shopify’s is not written twice', () => {
  expect(callsFor('Not now.')).toEqual(callsFor('Not now'));
});

it('names the units by their title, and by their number where the case has no such line', () => {
  const off: Effect = { kind: 'remove-units', target: MUG, quantity: 2, current: 3 };
  expect(wayOut(off, 'No', [{ id: MUG, title: 'Mug' }])).toContain('Take 2 × Mug off');
  expect(wayOut(off, 'No', [])).toContain('Take 2 units off');
  expect(wayOut({ ...off, quantity: 1 }, 'No', [])).toContain('Take 1 unit off');
});

it('a message’s reason says already what to do', () => {
  const mail: Effect = { kind: 'message', target: 'ready-1', step: 'ready' };
  expect(wayOut(mail, 'Call the customer.', [])).toBe('Call the customer.');
});
