import { type Call, type CallKind, eachOnce, isSameCall } from '../../app/domain/calls/call';
import { money } from '../../app/domain/money';
import { callInWords } from '../../app/words/calls';

const BERLIN = { timezone: 'Europe/Berlin' };

/** Of each kind a few calls of which no two are the same: a new kind doesn't compile until it is here. */
const CALLS: { readonly [Kind in CallKind]: readonly Call[] } = {
  'refunded-units-to-ship': [
    { kind: 'refunded-units-to-ship', units: [{ title: 'Mug', quantity: 1 }] },
    { kind: 'refunded-units-to-ship', units: [{ title: 'Mug', quantity: 2 }] },
    { kind: 'refunded-units-to-ship', units: [{ title: 'Pot', quantity: 1 }] },
  ],
  'cancelled-line-not-editable': [
    {
      kind: 'cancelled-line-not-editable',
      units: [{ title: 'Mug', quantity: 1 }],
      shopifySays: 'The order cannot be edited.',
    },
    {
      kind: 'cancelled-line-not-editable',
      units: [{ title: 'Mug', quantity: 1 }],
      shopifySays: 'No\nrefund',
    },
    {
      kind: 'cancelled-line-not-editable',
      units: [{ title: 'Mug', quantity: 2 }],
      shopifySays: 'The order cannot be edited.',
    },
  ],
  'stock-unknown': [
    { kind: 'stock-unknown', units: [{ title: 'Mug', quantity: 1 }] },
    { kind: 'stock-unknown', units: [{ title: 'Mug', quantity: 2 }] },
  ],
  'cancelled-without-restock': [
    { kind: 'cancelled-without-restock', units: [{ title: 'Mug', quantity: 1 }] },
    { kind: 'cancelled-without-restock', units: [{ title: 'Pot', quantity: 1 }] },
  ],
  'request-at-service': [
    { kind: 'request-at-service', units: [{ title: 'Mug', quantity: 1 }], location: '7' },
    { kind: 'request-at-service', units: [{ title: 'Mug', quantity: 1 }], location: '8' },
    { kind: 'request-at-service', units: [{ title: 'Mug', quantity: 1 }], location: null },
    { kind: 'request-at-service', units: [{ title: 'Pot', quantity: 1 }], location: '7' },
  ],
  'request-not-taken-back': [
    {
      kind: 'request-not-taken-back',
      units: [{ title: 'Mug', quantity: 1 }],
      shopifySays: 'The service has accepted it.',
    },
    {
      kind: 'request-not-taken-back',
      units: [{ title: 'Mug', quantity: 1 }],
      shopifySays: 'No',
    },
    {
      kind: 'request-not-taken-back',
      units: [{ title: 'Mug', quantity: 2 }],
      shopifySays: 'No',
    },
  ],
  'fulfilled-though-missing': [
    { kind: 'fulfilled-though-missing', units: [{ title: 'Mug', quantity: 1 }] },
    { kind: 'fulfilled-though-missing', units: [{ title: 'Mug', quantity: 2 }] },
  ],
  'units-joined-part': [
    { kind: 'units-joined-part', units: [{ title: 'Mug', quantity: 1 }], newNumber: null },
    { kind: 'units-joined-part', units: [{ title: 'Mug', quantity: 2 }], newNumber: null },
    { kind: 'units-joined-part', units: [{ title: 'Mug', quantity: 1 }], newNumber: '1001' },
    { kind: 'units-joined-part', units: [{ title: 'Mug', quantity: 1 }], newNumber: '1002' },
  ],
  'paid-units-on-hold': [
    { kind: 'paid-units-on-hold', units: [{ title: 'Mug', quantity: 1 }], until: null },
    { kind: 'paid-units-on-hold', units: [{ title: 'Mug', quantity: 2 }], until: null },
    {
      kind: 'paid-units-on-hold',
      units: [{ title: 'Mug', quantity: 1 }],
      until: '2026-03-09T16:00:00.000Z',
    },
  ],
  'missing-units-open': [
    { kind: 'missing-units-open', units: [{ title: 'Mug', quantity: 1 }] },
    { kind: 'missing-units-open', units: [{ title: 'Pot', quantity: 1 }] },
  ],
  'gateway-days-unknown': [
    { kind: 'gateway-days-unknown', gateway: 'authorize_net', amount: money('20.00', 'USD') },
    { kind: 'gateway-days-unknown', gateway: 'authorize_net', amount: money('8.00', 'USD') },
    { kind: 'gateway-days-unknown', gateway: 'cybersource', amount: money('20.00', 'USD') },
    { kind: 'gateway-days-unknown', gateway: '', amount: money('20.00', 'USD') },
  ],
  'authorized-not-taken': [
    { kind: 'authorized-not-taken', amount: money('20.00', 'USD'), why: 'costs-fee' },
    { kind: 'authorized-not-taken', amount: money('8.00', 'USD'), why: 'costs-fee' },
    { kind: 'authorized-not-taken', amount: money('20.00', 'USD'), why: 'told-released' },
  ],
};
const ALL = Object.values(CALLS).flat();

describe('calls for a person', () => {
  it('no two calls read alike: the case tells them apart by their sentence', () => {
    const sentences = ALL.map((call) => callInWords(call, BERLIN));
    expect(new Set(sentences).size).toBe(ALL.length);
  });

  it.each(ALL)('the sentence of $kind is one line, and a whole one', (call) => {
    expect(callInWords(call, BERLIN)).toMatch(/^[A-Z0-9“][^\n]*\.$/);
  });

  it('a call with the same kind and parameters is the same, however it is written', () => {
    const one: Call = { kind: 'refunded-units-to-ship', units: [{ title: 'Mug', quantity: 1 }] };
    const same: Call = { units: [{ quantity: 1, title: 'Mug' }], kind: 'refunded-units-to-ship' };
    expect(isSameCall(one, same)).toBe(true);
    expect(eachOnce([one, 'Call them.', same, 'Call them.'])).toEqual([one, 'Call them.']);
  });

  it('other parameters are another call', () => {
    const [first, ...others] = ALL;
    if (first === undefined) throw new Error('There is no call');
    for (const other of others) expect(isSameCall(first, other)).toBe(false);
  });
});
