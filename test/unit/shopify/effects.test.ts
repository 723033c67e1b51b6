import { NO_PLACE_TO_RESTOCK } from '../../../app/domain/effects/restock';
import { FulfillmentOrderId, OrderId, ShopId, TransactionId } from '../../../app/domain/ids';
import { OutcomeUnclear, Permanent, Unreachable } from '../../../app/errors';
import { answering } from './answering';

const shop = ShopId.parse('a.myshopify.com');
const orderId = OrderId.parse('gid://shopify/Order/1');
const authorizationId = TransactionId.parse('gid://shopify/OrderTransaction/31');
const fulfillmentOrderId = FulfillmentOrderId.parse('gid://shopify/FulfillmentOrder/41');

describe('a capture', () => {
  const input = {
    orderId,
    authorizationId,
    amount: { amount: '10.00', currencyCode: 'EUR' },
    final: true,
  };
  const captured = (transaction: unknown, ...userErrors: string[]) => ({
    orderCapture: { transaction, userErrors: userErrors.map((message) => ({ message })) },
  });
  const payment = (status: string, errorCode: string | null = null) =>
    captured({ id: 'gid://shopify/OrderTransaction/32', status, errorCode });

  it.each([
    ['SUCCESS', 'done'],
    ['PENDING', 'pending'],
    ['AWAITING_RESPONSE', 'pending'],
    ['FAILURE', 'refused'],
    ['ERROR', 'refused'],
  ])('that Shopify calls %s is %s', async (status, outcome) => {
    expect(await answering(payment(status)).port.capture(shop, input)).toMatchObject({ outcome });
  });

  it('names amount, currency and authorization', async () => {
    const { port, asked } = answering(payment('SUCCESS'));
    await port.capture(shop, input);
    expect(asked).toEqual([
      {
        name: 'CaptureOrder',
        variables: {
          input: {
            id: orderId,
            parentTransactionId: authorizationId,
            amount: '10.00',
            currency: 'EUR',
            finalCapture: true,
          },
        },
      },
    ]);
  });

  it('of an authorization that takes one capture says nothing of being the last', async () => {
    const { port, asked } = answering(payment('SUCCESS'));
    await port.capture(shop, { ...input, final: null });
    expect(asked[0]?.variables).not.toHaveProperty('input.finalCapture');
    expect(asked[0]?.variables).toHaveProperty('input.amount', '10.00');
  });

  it('that failed says what a merchant can do', async () => {
    const result = await answering(payment('FAILURE', 'AUTHORIZATION_EXPIRED')).port.capture(
      shop,
      input,
    );
    expect(result).toEqual({
      outcome: 'refused',
      code: 'AUTHORIZATION_EXPIRED',
      reason: 'The authorization has lapsed. Ask the customer to pay again, or cancel the order.',
    });
  });

  it("that is refused without a code keeps Shopify's words", async () => {
    const result = await answering(captured(null, 'Amount is too large')).port.capture(shop, input);
    expect(result).toMatchObject({
      outcome: 'refused',
      code: null,
      reason: 'Shopify did not capture the payment: Amount is too large',
    });
  });

  it.each([[payment('UNKNOWN')], [captured(null)], [{ orderCapture: null }]])(
    'of which Shopify says nothing is unclear',
    async (reply) => {
      await expect(answering(reply).port.capture(shop, input)).rejects.toBeInstanceOf(
        OutcomeUnclear,
      );
    },
  );
});

describe('a release', () => {
  it('without the names of holds is never sent', async () => {
    const { port, asked } = answering();
    await expect(port.release(shop, { fulfillmentOrderId, holdIds: [] })).rejects.toBeInstanceOf(
      Permanent,
    );
    expect(asked).toEqual([]);
  });
});

describe('a cancellation', () => {
  const wish = { orderId, reason: 'CUSTOMER' as const, restock: true, note: 'n'.repeat(300) };
  const job = (status: string, done: boolean, ...errors: object[]) => ({
    id: 'gid://shopify/OrderCancelJobResult/1',
    status,
    done,
    errors,
  });
  const started = (jobResult: unknown) => ({
    orderCancel: { job: { id: 'gid://shopify/Job/1' }, jobResult, orderCancelUserErrors: [] },
  });

  it('keeps its note within what Shopify takes', async () => {
    const { port, asked } = answering(started(job('SUCCEEDED', true)));
    expect(await port.cancelOrder(shop, wish)).toMatchObject({ outcome: 'done' });
    expect(asked[0]?.variables).toMatchObject({ note: 'n'.repeat(255) });
  });

  it('that fails in its job is refused with the reason', async () => {
    const failed = job('FAILED', true, { code: 'NO_REFUND_PERMISSION', message: 'No' });
    const { port } = answering(started(job('STARTED', false)), { node: failed });
    expect(await port.cancelOrder(shop, wish)).toMatchObject({
      outcome: 'refused',
      code: 'NO_REFUND_PERMISSION',
    });
  });

  it.each([
    'Cannot restock items at a deactivated location',
    'Location is not active',
    'Restock is not possible.',
  ])('that can’t restock says so in words that lead to another try: “%s”', async (message) => {
    const failed = job('FAILED', true, { code: 'INVALID', message });
    const { port } = answering(started(failed));
    expect(await port.cancelOrder(shop, wish)).toMatchObject({
      outcome: 'refused',
      reason: NO_PLACE_TO_RESTOCK,
    });
  });

  it('is made without restocking where that is asked for', async () => {
    const { port, asked } = answering(started(job('SUCCEEDED', true)));
    await port.cancelOrder(shop, { ...wish, restock: false });
    expect(asked[0]?.variables).toMatchObject({ restock: false });
  });

  it('stays pending when nobody can look at its job', async () => {
    const { port } = answering(started(job('STARTED', false)), new Unreachable('away'));
    expect(await port.cancelOrder(shop, wish)).toMatchObject({ outcome: 'pending' });
    const gone = answering(started(job('STARTED', false)), { node: null }, { node: {} });
    expect(await gone.port.cancelOrder(shop, wish)).toMatchObject({ outcome: 'pending' });
  });

  it.each([
    ['Cancellation is already in progress', 'pending'],
    ['Cannot cancel an order that has outstanding fulfillments', 'refused'],
    ['Cannot cancel an order that has returns', 'refused'],
  ])('of which Shopify says "%s" is %s', async (message, outcome) => {
    const reply = {
      orderCancel: {
        job: null,
        jobResult: null,
        orderCancelUserErrors: [{ code: 'INVALID', message }],
      },
    };
    expect(await answering(reply).port.cancelOrder(shop, wish)).toMatchObject({ outcome });
  });

  it('without a job to look at is pending', async () => {
    expect(await answering(started(null)).port.cancelOrder(shop, wish)).toEqual({
      outcome: 'pending',
      reference: 'gid://shopify/Job/1',
    });
  });
});
