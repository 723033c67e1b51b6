import { euros, only, onSimulator } from './on-simulator';

const { aShop, anOrder, fault, ledger, port, read, sim } = onSimulator();

describe('money', () => {
  async function authorized(wish: object = {}, order: object = {}) {
    const shop = await aShop(wish);
    const orderId = await anOrder(shop, order);
    const authorizationId = only((await read(shop, orderId)).transactions).id;
    return { shop, orderId, authorizationId };
  }

  it('is captured whole, and the order shows it', async () => {
    const { shop, ...input } = await authorized({ capturesPend: false });
    const result = await port.capture(shop, { ...input, amount: euros('60.00'), final: null });
    const order = await read(shop, input.orderId);
    const capture = only(order.transactions.filter((t) => t.kind === 'capture'));
    expect(result).toEqual({ outcome: 'done', reference: capture.id });
    expect(capture).toMatchObject({
      status: 'success',
      amount: euros('60.00'),
      parentId: input.authorizationId,
    });
    expect(await ledger(shop, 'capture')).toHaveLength(1);
  });

  it("is captured in the customer's currency", async () => {
    const { shop, ...input } = await authorized(
      { capturesPend: false },
      { presentmentCurrency: 'USD', rate: '1.5' },
    );
    const amount = { amount: '90.00', currencyCode: 'USD' };
    expect(await port.capture(shop, { ...input, amount, final: null })).toMatchObject({
      outcome: 'done',
    });
  });

  it('is not captured beyond what was authorized', async () => {
    const { shop, ...input } = await authorized();
    const result = await port.capture(shop, { ...input, amount: euros('60.01'), final: null });
    expect(result).toMatchObject({ outcome: 'refused' });
    expect(await ledger(shop, 'capture')).toHaveLength(0);
  });

  it('is not captured after the authorization has lapsed', async () => {
    const { shop, ...input } = await authorized();
    await sim('POST', '/clock', { advance: 'P8D' });
    const result = await port.capture(shop, { ...input, amount: euros('60.00'), final: null });
    expect(result).toMatchObject({ outcome: 'refused' });
    expect(
      (await read(shop, input.orderId)).transactions.filter(
        (t) => t.kind === 'capture' && t.status === 'success',
      ),
    ).toEqual([]);
  });

  it('that the provider refuses is told in words', async () => {
    const { shop, ...input } = await authorized();
    await fault(shop, 'orderCapture', 'refuse');
    const result = await port.capture(shop, { ...input, amount: euros('60.00'), final: null });
    expect(result).toMatchObject({ outcome: 'refused', reason: expect.stringMatching(/\w/) });
  });

  it('is pending at first with Shopify Payments', async () => {
    const { shop, ...input } = await authorized();
    expect(
      await port.capture(shop, { ...input, amount: euros('60.00'), final: null }),
    ).toMatchObject({ outcome: 'pending' });
    await sim('POST', '/clock', { advance: 'PT1M' });
    const captured = (await read(shop, input.orderId)).transactions.at(-1);
    expect(captured).toMatchObject({ kind: 'capture', status: 'success' });
  });

  it('may be pending', async () => {
    const { shop, ...input } = await authorized();
    await fault(shop, 'orderCapture', 'pending');
    const result = await port.capture(shop, { ...input, amount: euros('60.00'), final: null });
    expect(result).toMatchObject({
      outcome: 'pending',
      reference: expect.stringContaining('OrderTransaction'),
    });
  });

  it('is released by a void, once', async () => {
    const { shop, orderId, authorizationId } = await authorized();
    expect(await port.void(shop, { authorizationId })).toMatchObject({ outcome: 'done' });
    expect(await port.void(shop, { authorizationId })).toMatchObject({
      outcome: 'refused',
      code: 'AUTH_NOT_VOIDABLE',
    });
    expect((await read(shop, orderId)).transactions.map((t) => t.kind)).toEqual([
      'authorization',
      'void',
    ]);
    expect(await ledger(shop, 'void')).toHaveLength(1);
  });
});
