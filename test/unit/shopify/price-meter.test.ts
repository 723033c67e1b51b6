import { createPriceMeter } from '../../../app/adapters/shopify/price-meter';
import { priceOfCall } from '../../../app/adapters/shopify/price-of-call';
import { rememberingLog } from '../../support/web-deps';

const cost = (requestedQueryCost: number, actualQueryCost: number | null) => ({
  data: {},
  extensions: { cost: { requestedQueryCost, actualQueryCost } },
});

describe('the price of a call', () => {
  it.each([
    ['a call that was run', cost(90, 31), { requested: 90, actual: 31 }],
    ['a call that was told to wait', cost(90, null), { requested: 90, actual: null }],
    ['a reply without a price', { data: {} }, null],
    ['a reply that is no JSON', undefined, null],
  ])('of %s is what Shopify says', (_, body, expected) => {
    expect(priceOfCall(body)).toEqual(expected);
  });
});

describe('the meter', () => {
  const meterOf = () => {
    const log = rememberingLog();
    return { log, meter: createPriceMeter({ ReadShop: 1, CaptureOrder: 20 }, log) };
  };

  it('adds up what the calls of each operation cost', () => {
    const { log, meter } = meterOf();
    meter.count('CaptureOrder', { requested: 20, actual: 20 });
    meter.count('ReadShop', { requested: 1, actual: 1 });
    meter.count('CaptureOrder', { requested: 20, actual: null });
    expect(meter.prices()).toContainEqual({
      operation: 'CaptureOrder',
      expected: 20,
      requested: 20,
      calls: 2,
      requestedTotal: 40,
      actualTotal: 20,
    });
    expect(meter.prices()).toHaveLength(2);
    expect(log.lines).toEqual([]);
  });

  it('says once that a price is not the expected one, and again when it moves', () => {
    const { log, meter } = meterOf();
    for (const requested of [25, 25, 30])
      meter.count('CaptureOrder', { requested, actual: requested });
    expect(log.lines.map(({ level, fields }) => ({ level, fields }))).toEqual(
      [25, 30].map((requested) => ({
        level: 'warn',
        fields: { operation: 'CaptureOrder', requested, expected: 20 },
      })),
    );
  });

  it('says that an operation has no expected price', () => {
    const { log, meter } = meterOf();
    meter.count('Unknown', { requested: 3, actual: 3 });
    expect(log.lines).toHaveLength(1);
    expect(meter.prices()).toMatchObject([{ operation: 'Unknown', expected: null }]);
  });
});
