import type { OrderId, ShopId } from '../../../app/domain/ids';
import { OutcomeUnclear } from '../../../app/errors';
import type { UnitsOfLine } from '../../../app/ports';
import { HARNESSES } from './harnesses';
import { euros, only } from './on-simulator';

describe.each(HARNESSES)('giving money back, on %s', (_, make) => {
  const on = make();

  /** A paid order of three kettles at 20.00 with tax on top, and its line. */
  async function paid(wish: object = { tax: '12.00' }) {
    const shop = await on.openShop({ captureMode: 'checkout' });
    const orderId = await on.checkOut(shop, wish);
    const order = await on.read(shop, orderId);
    return { shop, orderId, lineId: only(order.lines).id, payment: only(order.transactions).id };
  }

  async function suggested(shop: ShopId, orderId: OrderId, lines: readonly UnitsOfLine[]) {
    const payments = await on.port.suggestRefund(shop, { orderId, lines });
    return { orderId, lines, payments, note: 'Cancelled by the customer', key: `${orderId}-1` };
  }

  const refundsOf = async (shop: ShopId, id: OrderId) =>
    (await on.read(shop, id)).transactions.filter((t) => t.kind === 'refund');

  it('is suggested with tax, without shipping, to the payment that brought it', async () => {
    const { shop, orderId, lineId, payment } = await paid({ tax: '12.00', shipping: '5.00' });
    const lines = [{ lineId, quantity: 1 }];
    expect(await on.port.suggestRefund(shop, { orderId, lines })).toEqual([
      { parentId: payment, amount: euros('24.00') },
    ]);
  });

  it('is suggested after discounts, with tax that is within the price', async () => {
    const { shop, orderId, lineId, payment } = await paid({
      tax: '9.00',
      taxesIncluded: true,
      discount: '6.00',
    });
    const lines = [{ lineId, quantity: 2 }];
    expect(await on.port.suggestRefund(shop, { orderId, lines })).toEqual([
      { parentId: payment, amount: euros('36.00') },
    ]);
  });

  it('is not suggested of what was only authorized', async () => {
    const shop = await on.openShop();
    const orderId = await on.checkOut(shop);
    const { id: lineId } = only((await on.read(shop, orderId)).lines);
    const lines = [{ lineId, quantity: 1 }];
    expect(await on.port.suggestRefund(shop, { orderId, lines })).toEqual([]);
  });

  it('without lines is what was paid beyond the price', async () => {
    const { shop, orderId, payment } = await paid({});
    expect(await on.port.suggestRefund(shop, { orderId, lines: [] })).toEqual([]);
    await on.edit(shop, orderId, 'KETTLE', 1);
    expect(await on.port.suggestRefund(shop, { orderId, lines: [] })).toEqual([
      { parentId: payment, amount: euros('40.00') },
    ]);
    const wish = await suggested(shop, orderId, []);
    expect(await on.port.refund(shop, wish)).toMatchObject({ outcome: 'done' });
    expect(await on.port.suggestRefund(shop, { orderId, lines: [] })).toEqual([]);
    expect(only((await on.read(shop, orderId)).lines).current).toBe(1);
  });

  it('takes the units off, restocks them and gives back, and the order shows it', async () => {
    const { shop, orderId, lineId, payment } = await paid();
    const wish = await suggested(shop, orderId, [{ lineId, quantity: 2 }]);
    expect(await on.port.refund(shop, wish)).toMatchObject({ outcome: 'done' });
    const order = await on.read(shop, orderId);
    expect(only(order.lines)).toMatchObject({ current: 1, gross: euros('24.00') });
    expect(order.refunded).toEqual(euros('48.00'));
    expect(order.currentTotal).toEqual(euros('24.00'));
    expect(only(await refundsOf(shop, orderId))).toMatchObject({
      status: 'success',
      parentId: payment,
      amount: euros('48.00'),
    });
    const { itemId } = only(order.lines);
    if (!itemId) throw new Error('no item');
    expect(only(await on.port.readStock(shop, itemId))).toMatchObject({
      available: 4,
      committed: 1,
    });
  });

  it('takes units off an order of which nothing was charged', async () => {
    const shop = await on.openShop();
    const orderId = await on.checkOut(shop);
    const { id: lineId } = only((await on.read(shop, orderId)).lines);
    const wish = await suggested(shop, orderId, [{ lineId, quantity: 1 }]);
    expect(await on.port.refund(shop, wish)).toMatchObject({ outcome: 'done' });
    const order = await on.read(shop, orderId);
    expect(only(order.lines).current).toBe(2);
    expect(order.transactions.map((t) => t.kind)).toEqual(['authorization']);
  });

  it('gives back once, however often the same call is made with the same key', async () => {
    const { shop, orderId } = await paid({});
    await on.edit(shop, orderId, 'KETTLE', 1);
    const wish = await suggested(shop, orderId, []);
    const first = await on.port.refund(shop, wish);
    expect(await on.port.refund(shop, wish)).toEqual(first);
    expect(await refundsOf(shop, orderId)).toHaveLength(1);
  });

  it('whose reply is lost is unclear, and the same call again gives back nothing more', async () => {
    const { shop, orderId, lineId } = await paid();
    const wish = await suggested(shop, orderId, [{ lineId, quantity: 1 }]);
    await on.trouble(shop, 'refund', 'reply-lost');
    await expect(on.port.refund(shop, wish)).rejects.toBeInstanceOf(OutcomeUnclear);
    expect(await refundsOf(shop, orderId)).toHaveLength(1);
    expect(await on.port.refund(shop, wish)).toMatchObject({ outcome: 'done' });
    expect(await refundsOf(shop, orderId)).toHaveLength(1);
    expect(only((await on.read(shop, orderId)).lines).current).toBe(2);
  });

  it('is pending while the first call with its key is under way, and then is made', async () => {
    const { shop, orderId, lineId } = await paid();
    const wish = await suggested(shop, orderId, [{ lineId, quantity: 1 }]);
    await on.trouble(shop, 'refund', 'concurrent');
    expect(await on.port.refund(shop, wish)).toMatchObject({ outcome: 'pending' });
    expect(await on.port.refund(shop, wish)).toMatchObject({ outcome: 'done' });
  });

  it('is refused when its key was used for other figures', async () => {
    const { shop, orderId, lineId, payment } = await paid();
    const wish = await suggested(shop, orderId, [{ lineId, quantity: 1 }]);
    await on.port.refund(shop, wish);
    const other = { ...wish, payments: [{ parentId: payment, amount: euros('5.00') }] };
    expect(await on.port.refund(shop, other)).toMatchObject({
      outcome: 'refused',
      code: 'IDEMPOTENCY_KEY_PARAMETER_MISMATCH',
    });
    expect(await refundsOf(shop, orderId)).toHaveLength(1);
  });

  it('is refused beyond what a payment brought, and for more units than there are', async () => {
    const { shop, orderId, lineId, payment } = await paid({});
    const wish = { orderId, note: '', payments: [], lines: [] };
    const tooMuch = {
      ...wish,
      key: 'a',
      payments: [{ parentId: payment, amount: euros('60.01') }],
    };
    expect(await on.port.refund(shop, tooMuch)).toMatchObject({ outcome: 'refused' });
    const tooMany = { ...wish, key: 'b', lines: [{ lineId, quantity: 4 }] };
    expect(await on.port.refund(shop, tooMany)).toMatchObject({ outcome: 'refused' });
    expect(await refundsOf(shop, orderId)).toEqual([]);
  });
});
