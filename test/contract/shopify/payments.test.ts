import { addMs, DAY } from '../../../app/domain/calendar';
import { OutcomeUnclear } from '../../../app/errors';
import { HARNESSES } from './harnesses';
import { euros, only } from './on-simulator';

describe.each(HARNESSES)('what an order costs and owes, on %s', (_, make) => {
  const on = make();

  it.each([
    ['on top', { tax: '12.00' }, '72.00'],
    ['within the price', { tax: '9.58', taxesIncluded: true }, '60.00'],
    ['after a discount', { tax: '10.80', discount: '6.00' }, '64.80'],
  ])('is told per line with tax %s', async (_how, wish, gross) => {
    const shop = await on.openShop();
    const order = await on.read(shop, await on.checkOut(shop, { shipping: '5.00', ...wish }));
    expect(only(order.lines).gross).toEqual(euros(gross));
  });

  it('leaves out the tax of units that were taken off', async () => {
    const shop = await on.openShop();
    const id = await on.checkOut(shop, { tax: '12.00' });
    await on.edit(shop, id, 'KETTLE', 1);
    const order = await on.read(shop, id);
    expect(only(order.lines).gross).toEqual(euros('24.00'));
    expect(order.currentTotal).toEqual(euros('24.00'));
  });

  it('may be covered by two authorizations, each with its own time', async () => {
    const shop = await on.openShop({ plus: true });
    const id = await on.checkOut(shop, { lines: [{ sku: 'KETTLE', quantity: 1 }] });
    await on.passDays(2);
    await on.edit(shop, id, 'KETTLE', 2);
    await on.authorizeMore(shop, id);
    const { transactions } = await on.read(shop, id);
    expect(transactions.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['authorization', euros('20.00')],
      ['authorization', euros('20.00')],
    ]);
    const ends = transactions.map((t) => t.authorizationExpiresAt?.getTime() ?? 0);
    expect((ends[1] ?? 0) - (ends[0] ?? 0)).toBeGreaterThanOrEqual(2 * DAY);
  });

  it('has a fee from the eighth day on where the authorization is extended', async () => {
    const shop = await on.openShop({ plus: true });
    const order = await on.read(shop, await on.checkOut(shop, { extended: true }));
    const authorization = only(order.transactions);
    expect(authorization.feeFrom).toEqual(addMs(order.processedAt, 7 * DAY));
    expect(authorization.authorizationExpiresAt).toEqual(addMs(order.processedAt, 30 * DAY));
    const plain = only((await on.read(shop, await on.checkOut(shop))).transactions);
    expect(plain.feeFrom).toBeNull();
  });

  it.each([
    ['for good', true, false],
    ['with more to come', false, true],
  ])('shows after a capture of a part %s whether more can be taken', async (_how, final, more) => {
    const shop = await on.openShop({ plus: true });
    const orderId = await on.checkOut(shop);
    const before = await on.read(shop, orderId);
    expect(before.capturable).toBe(true);
    const { id: authorizationId } = only(before.transactions);
    await on.port.capture(shop, { orderId, authorizationId, amount: euros('15.00'), final });
    expect((await on.read(shop, orderId)).capturable).toBe(more);
  });

  it('has no way to pay while an authorization covers it', async () => {
    const shop = await on.openShop();
    expect((await on.read(shop, await on.checkOut(shop))).paymentUrl).toBeNull();
  });

  it.each([true, false])(
    'can be paid after a void where Shopify allows it: %s',
    async (allowed) => {
      const shop = await on.openShop({ voidedPayable: allowed });
      const id = await on.checkOut(shop);
      const { id: authorizationId } = only((await on.read(shop, id)).transactions);
      await on.port.void(shop, { authorizationId });
      expect((await on.read(shop, id)).paymentUrl !== null).toBe(allowed);
    },
  );

  describe('asking for payment', () => {
    async function lapsed(wish: { paymentTerms: boolean }) {
      const shop = await on.openShop({ ...wish, voidedPayable: false });
      const orderId = await on.checkOut(shop);
      await on.passDays(8);
      return { shop, orderId, at: new Date('2026-03-09T10:00:00Z') };
    }

    it('makes an order payable again', async () => {
      const { shop, ...wish } = await lapsed({ paymentTerms: true });
      expect((await on.read(shop, wish.orderId)).paymentUrl).toBeNull();
      expect(await on.port.askForPayment(shop, wish)).toMatchObject({ outcome: 'done' });
      expect(await on.read(shop, wish.orderId)).toMatchObject({
        requiresPaymentByTerms: true,
        outstanding: euros('60.00'),
        paymentUrl: expect.stringMatching(/^https?:/),
      });
    });

    it('is refused in words where the merchant has not allowed it', async () => {
      const { shop, ...wish } = await lapsed({ paymentTerms: false });
      expect(await on.port.askForPayment(shop, wish)).toMatchObject({
        outcome: 'refused',
        code: 'NO_SCOPE',
        reason: expect.stringMatching(/payment terms/),
      });
      expect((await on.read(shop, wish.orderId)).requiresPaymentByTerms).toBe(false);
    });

    it('whose reply is lost is unclear, and asks nobody twice', async () => {
      const { shop, ...wish } = await lapsed({ paymentTerms: true });
      await on.trouble(shop, 'askForPayment', 'reply-lost');
      await expect(on.port.askForPayment(shop, wish)).rejects.toBeInstanceOf(OutcomeUnclear);
      expect(await on.port.askForPayment(shop, wish)).toMatchObject({ outcome: 'done' });
    });

    it('is refused while an authorization covers the order', async () => {
      const shop = await on.openShop({ paymentTerms: true });
      const orderId = await on.checkOut(shop);
      const at = new Date('2026-03-09T10:00:00Z');
      expect(await on.port.askForPayment(shop, { orderId, at })).toMatchObject({
        outcome: 'refused',
        code: 'PAYMENT_TERMS_CREATION_UNSUCCESSFUL',
      });
    });
  });
});
