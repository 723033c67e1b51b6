import { isAskedBack, readRoutedPart } from '../../../app/adapters/shopify/routed-part';
import { FulfillmentOrderId, OrderId, ShopId } from '../../../app/domain/ids';
import { OutcomeUnclear } from '../../../app/errors';
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

  it.each([
    ['UNSUBMITTED', 'unsubmitted'],
    ['SUBMITTED', 'submitted'],
    ['ACCEPTED', 'accepted'],
    ['REJECTED', 'rejected'],
    ['CANCELLATION_REJECTED', 'cancellation-rejected'],
    ['CLOSED', 'closed'],
  ] as const)('has, when Shopify says %s, the request %s', (requestStatus, request) => {
    expect(readRoutedPart(aRoutedPart({ requestStatus })).request).toBe(request);
  });

  it.each([
    ['ACCEPTED', ['FULFILLMENT_REQUEST'], false],
    ['ACCEPTED', ['CANCELLATION_REQUEST'], true],
    ['ACCEPTED', [], false],
    ['CANCELLATION_REQUESTED', [], true],
    // Answered: the status tells the answer, and the request is over.
    ['CANCELLATION_REJECTED', ['CANCELLATION_REQUEST'], false],
    ['CANCELLATION_ACCEPTED', ['CANCELLATION_REQUEST'], false],
  ] as const)('that is %s with the newest request %j is asked back: %s', (status, kinds, asked) => {
    const merchantRequests = { nodes: kinds.map((kind) => ({ kind })) };
    expect(isAskedBack({ requestStatus: status, merchantRequests })).toBe(asked);
  });

  it('is asked back while Shopify still says ACCEPTED', () => {
    expect(
      readRoutedPart(aRoutedPart({ requestStatus: 'ACCEPTED', askedBack: true })),
    ).toMatchObject({ request: 'accepted', cancellation: 'requested', cancellationAsked: true });
  });

  it('that was not accepted yet can be taken back when Shopify offers it', () => {
    const supportedActions = [{ action: 'CANCEL_FULFILLMENT_ORDER' as const }];
    expect(readRoutedPart(aRoutedPart({ supportedActions }))).toMatchObject({
      canHold: false,
      canCancelRequest: true,
      canRequestCancellation: false,
    });
  });

  it.each([
    ['SHIPPING', 'shipping'],
    ['PICKUP_POINT', 'shipping'],
    ['PICK_UP', 'pickup'],
    ['LOCAL', 'local'],
    ['NONE', 'none'],
    ['RETAIL', 'retail'],
  ] as const)('that goes by %s goes by %s', (methodType, delivery) => {
    expect(readRoutedPart(aRoutedPart({ deliveryMethod: { methodType } })).delivery).toBe(delivery);
    expect(readRoutedPart(aRoutedPart({ deliveryMethod: null })).delivery).toBeNull();
  });

  const asking = { fulfillmentOrderId, message: 'The customer cancelled' };
  const said = {
    fulfillmentOrderSubmitCancellationRequest: {
      fulfillmentOrder: null,
      userErrors: [{ message: 'Cannot be requested' }],
    },
  };

  it.each([
    ['CANCELLATION_REQUESTED', [], 'done'],
    ['ACCEPTED', [{ kind: 'CANCELLATION_REQUEST' }], 'done'],
    ['ACCEPTED', [{ kind: 'FULFILLMENT_REQUEST' }], 'refused'],
    ['UNSUBMITTED', [], 'refused'],
  ])('that cannot be asked and is %s with %j is %s', async (requestStatus, nodes, outcome) => {
    const merchantRequests = { nodes };
    const { port } = answering(said, { fulfillmentOrder: { requestStatus, merchantRequests } });
    expect(await port.requestCancellation(shop, asking)).toMatchObject({ outcome });
  });
});

describe('a request that no third party has accepted', () => {
  const replies = (status: string) => [
    {
      fulfillmentOrderCancel: {
        replacementFulfillmentOrder: null,
        userErrors: [{ code: null, message: 'Cannot be cancelled' }],
      },
    },
    { fulfillmentOrder: { status, requestStatus: 'ACCEPTED' } },
  ];

  it('is taken back at once; the part that takes its place is named', async () => {
    const id = 'gid://shopify/FulfillmentOrder/42';
    const { port, asked } = answering({
      fulfillmentOrderCancel: { replacementFulfillmentOrder: { id }, userErrors: [] },
    });
    expect(await port.takeBackRequest(shop, { fulfillmentOrderId })).toEqual({
      outcome: 'done',
      reference: id,
    });
    expect(asked).toEqual([{ name: 'TakeBackRequest', variables: { id: fulfillmentOrderId } }]);
  });

  it.each([
    ['CLOSED', 'done'],
    ['CANCELLED', 'done'],
    ['IN_PROGRESS', 'refused'],
  ])('that cannot be taken back of a part that is %s is %s', async (status, outcome) => {
    const { port } = answering(...replies(status));
    expect(await port.takeBackRequest(shop, { fulfillmentOrderId })).toMatchObject({ outcome });
  });

  it('is unclear when Shopify says nothing of it', async () => {
    const { port } = answering({ fulfillmentOrderCancel: null });
    const taken = port.takeBackRequest(shop, { fulfillmentOrderId });
    await expect(taken).rejects.toBeInstanceOf(OutcomeUnclear);
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
