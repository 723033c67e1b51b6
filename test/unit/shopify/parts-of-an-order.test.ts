import { readRoutedPart } from '../../../app/adapters/shopify/order-parts';
import { FulfillmentOrderId, OrderId, ShopId } from '../../../app/domain/ids';
import { answering } from './answering';
import { aRoutedPart } from './shopify-order';

const shop = ShopId.parse('a.myshopify.com');
const fulfillmentOrderId = FulfillmentOrderId.parse('gid://shopify/FulfillmentOrder/41');

describe('a part that a third party accepted', () => {
  it.each([
    ['ACCEPTED', null],
    ['CANCELLATION_REQUESTED', 'requested'],
    ['CANCELLATION_ACCEPTED', 'accepted'],
    ['CANCELLATION_REJECTED', 'rejected'],
  ] as const)('is, when Shopify says %s, asked back so far: %s', (requestStatus, expected) => {
    expect(readRoutedPart(aRoutedPart({ requestStatus })).cancellation).toBe(expected);
  });

  it('can be asked back when Shopify offers it', () => {
    const supportedActions = [{ action: 'REQUEST_CANCELLATION' as const }];
    expect(readRoutedPart(aRoutedPart({ supportedActions }))).toMatchObject({
      canHold: false,
      canRequestCancellation: true,
    });
  });

  const asking = { fulfillmentOrderId, message: 'The customer cancelled' };
  const said = {
    fulfillmentOrderSubmitCancellationRequest: {
      fulfillmentOrder: null,
      userErrors: [{ message: 'Cannot be requested' }],
    },
  };

  it.each([
    ['CANCELLATION_REQUESTED', 'done'],
    ['UNSUBMITTED', 'refused'],
  ])('that cannot be asked and is %s is %s', async (requestStatus, outcome) => {
    const { port } = answering(said, { fulfillmentOrder: { requestStatus } });
    expect(await port.requestCancellation(shop, asking)).toMatchObject({ outcome });
  });
});

describe('a hold on some units', () => {
  const hold = {
    fulfillmentOrderId,
    reason: 'INVENTORY_OUT_OF_STOCK',
    note: '',
    handle: 'holdfast-1',
    lines: [{ id: 'gid://shopify/FulfillmentOrderLineItem/71', quantity: 1 }],
  };
  const notSplittable = {
    fulfillmentOrderHold: {
      fulfillmentHold: null,
      userErrors: [{ code: 'FULFILLMENT_ORDER_NOT_SPLITTABLE', message: 'No' }],
    },
  };
  const held = (handle: string, heldByRequestingApp: boolean) => ({
    fulfillmentOrder: { fulfillmentHolds: [{ id: 'hold-1', handle, heldByRequestingApp }] },
  });

  it('is done when its own earlier try is what keeps the part from being split', async () => {
    const { port } = answering(notSplittable, held('holdfast-1', true));
    expect(await port.hold(shop, hold)).toEqual({ outcome: 'done', reference: 'hold-1' });
  });

  it.each([held('holdfast-1', false), held('other', true), { fulfillmentOrder: null }])(
    'is refused when somebody else holds the part',
    async (reply) => {
      const { port } = answering(notSplittable, reply);
      expect(await port.hold(shop, hold)).toMatchObject({
        outcome: 'refused',
        code: 'FULFILLMENT_ORDER_NOT_SPLITTABLE',
      });
    },
  );
});

describe('asking for payment', () => {
  const wish = {
    orderId: OrderId.parse('gid://shopify/Order/1'),
    at: new Date('2026-03-09T10:00:00Z'),
  };
  const prepared = (change: object = {}) => ({
    order: { paymentTerms: null },
    paymentTermsTemplates: [{ id: 'gid://shopify/PaymentTermsTemplate/1' }],
    currentAppInstallation: { accessScopes: [{ handle: 'write_payment_terms' }] },
    ...change,
  });

  it.each([
    ['NO_SCOPE', { currentAppInstallation: { accessScopes: [{ handle: 'write_orders' }] } }],
    ['NOT_FOUND', { order: null }],
    ['NO_TEMPLATE', { paymentTermsTemplates: [] }],
  ])('is refused with %s before anything is changed', async (code, change) => {
    const { port, asked } = answering(prepared(change));
    expect(await port.askForPayment(shop, wish)).toMatchObject({ outcome: 'refused', code });
    expect(asked).toHaveLength(1);
  });

  it('is done when the order has its terms already', async () => {
    const { port, asked } = answering(prepared({ order: { paymentTerms: { id: 'terms-1' } } }));
    expect(await port.askForPayment(shop, wish)).toEqual({ outcome: 'done', reference: 'terms-1' });
    expect(asked).toHaveLength(1);
  });
});
