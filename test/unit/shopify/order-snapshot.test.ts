import { readOrderSnapshot } from '../../../app/adapters/shopify/order-snapshot';
import { readStockLevel } from '../../../app/adapters/shopify/stock-levels';
import { ItemId } from '../../../app/domain/ids';
import { aLine, anOrder, aParcel, aPayment, aRoutedPart, euros } from './shopify-order';

describe("Shopify's order in Holdfast's shape", () => {
  it('keeps names, times as instants and money with all of its digits', () => {
    const order = readOrderSnapshot(anOrder());
    expect(order).toMatchObject({
      id: 'gid://shopify/Order/1',
      name: '#1001',
      source: 'web',
      tags: ['vip'],
      currentTotal: { amount: '59.70', currencyCode: 'EUR' },
      outstanding: { amount: '0.00', currencyCode: 'EUR' },
      risk: 'accept',
      disputed: false,
      requiresPaymentByTerms: false,
    });
    expect(order.processedAt.toISOString()).toBe('2026-03-01T10:00:00.000Z');
    expect(order.lines[0]).toEqual({
      id: 'gid://shopify/LineItem/11',
      title: 'Kettle',
      sku: 'KETTLE-1',
      itemId: 'gid://shopify/InventoryItem/21',
      tracked: true,
      requiresShipping: true,
      giftCard: false,
      ordered: 3,
      current: 2,
      unitPrice: { amount: '19.90', currencyCode: 'EUR' },
      gross: { amount: '47.76', currencyCode: 'EUR' },
    });
  });

  it.each([
    ['PENDING', 'pending'],
    ['AUTHORIZED', 'authorized'],
    ['PARTIALLY_PAID', 'partially-paid'],
    ['PAID', 'paid'],
    ['PARTIALLY_REFUNDED', 'partially-refunded'],
    ['REFUNDED', 'refunded'],
    ['VOIDED', 'voided'],
    ['EXPIRED', 'expired'],
    [null, null],
  ] as const)('says %s of its money as %s', (displayFinancialStatus, financialStatus) => {
    expect(readOrderSnapshot(anOrder({ displayFinancialStatus })).financialStatus).toBe(
      financialStatus,
    );
  });

  it('says how much can still be captured, and whether an app may edit it', () => {
    const head = { totalCapturableSet: euros('12.5'), merchantEditable: false };
    expect(readOrderSnapshot(anOrder(head))).toMatchObject({
      totalCapturable: { amount: '12.50', currencyCode: 'EUR' },
      editable: false,
    });
  });

  it('writes yen without decimals, as the customer pays them', () => {
    const yen = { presentmentMoney: { amount: '1200.0', currencyCode: 'JPY' as const } };
    const order = readOrderSnapshot(anOrder({ currentTotalPriceSet: yen }));
    expect(order.currentTotal).toEqual({ amount: '1200', currencyCode: 'JPY' });
  });

  it('lives without what Shopify withholds', () => {
    const order = readOrderSnapshot(
      anOrder({
        email: null,
        phone: null,
        customer: null,
        shippingAddress: null,
        customerLocale: null,
      }),
    );
    expect(order.customer).toEqual({
      email: null,
      phone: null,
      firstName: null,
      locale: 'en',
      countryCode: null,
      provinceCode: null,
    });
  });

  it('takes the first name of the customer before that of the parcel', () => {
    expect(readOrderSnapshot(anOrder()).customer.firstName).toBe('Anna');
    expect(readOrderSnapshot(anOrder({ customer: null })).customer.firstName).toBe('Otto');
  });

  it('has no item for a custom line or a deleted product, and counts none of its stock', () => {
    const [line] = readOrderSnapshot(anOrder({}, { lines: [aLine({ variant: null })] })).lines;
    expect(line).toMatchObject({ itemId: null, tracked: false });
  });

  it('refuses an id of another kind', () => {
    const wrong = anOrder({}, { lines: [aLine({ id: 'gid://shopify/Order/1' })] });
    expect(() => readOrderSnapshot(wrong)).toThrow();
  });

  it('stops at a word that this version of the API does not have', () => {
    const kind = JSON.parse('"HOLOGRAM"');
    expect(() => readOrderSnapshot(anOrder({}, { payments: [aPayment({ kind })] }))).toThrow(
      'HOLOGRAM',
    );
  });

  describe('money', () => {
    it.each([
      ['EMV_AUTHORIZATION', 'authorization'],
      ['SALE', 'sale'],
      ['CAPTURE', 'capture'],
      ['VOID', 'void'],
      ['REFUND', 'refund'],
      ['CHANGE', 'change'],
      ['SUGGESTED_REFUND', 'other'],
    ] as const)('a transaction of kind %s is read as %s', (kind, expected) => {
      const order = readOrderSnapshot(anOrder({}, { payments: [aPayment({ kind })] }));
      expect(order.transactions[0]?.kind).toBe(expected);
    });

    it('treats a payment that awaits a response as pending', () => {
      const order = readOrderSnapshot(
        anOrder({}, { payments: [aPayment({ status: 'AWAITING_RESPONSE' })] }),
      );
      expect(order.transactions[0]?.status).toBe('pending');
    });

    it('takes the time of creation while a payment is not processed', () => {
      const payment = aPayment({
        processedAt: null,
        authorizationExpiresAt: '2026-03-08T10:00:00Z',
      });
      const [read] = readOrderSnapshot(anOrder({}, { payments: [payment] })).transactions;
      expect(read?.processedAt).toEqual(new Date('2026-03-01T10:00:00Z'));
      expect(read?.authorizationExpiresAt).toEqual(new Date('2026-03-08T10:00:00Z'));
    });

    it('knows from when on an extended authorization costs a fee, and counts until its real end', () => {
      const extended = {
        standardAuthorizationExpiresAt: '2026-03-08T10:00:00Z',
        extendedAuthorizationExpiresAt: '2026-03-31T10:00:00Z',
      };
      const payment = aPayment({
        authorizationExpiresAt: '2026-03-08T10:00:00Z',
        shopifyPaymentsSet: { extendedAuthorizationSet: extended },
      });
      const [read] = readOrderSnapshot(anOrder({}, { payments: [payment] })).transactions;
      expect(read?.feeFrom).toEqual(new Date('2026-03-08T10:00:00Z'));
      expect(read?.authorizationExpiresAt).toEqual(new Date('2026-03-31T10:00:00Z'));
    });

    it('has a way to pay only while something is outstanding', () => {
      const paymentCollectionDetails = { additionalPaymentCollectionUrl: 'https://pay.example/1' };
      const paid = anOrder({ paymentCollectionDetails });
      expect(readOrderSnapshot(paid).paymentUrl).toBeNull();
      const owing = anOrder({ paymentCollectionDetails, totalOutstandingSet: euros('5.0') });
      expect(readOrderSnapshot(owing).paymentUrl).toBe('https://pay.example/1');
    });

    it('ties a capture to its authorization', () => {
      const parent = { id: 'gid://shopify/OrderTransaction/31' };
      const payment = aPayment({ kind: 'CAPTURE', parentTransaction: parent });
      const [read] = readOrderSnapshot(anOrder({}, { payments: [payment] })).transactions;
      expect(read?.parentId).toBe('gid://shopify/OrderTransaction/31');
    });

    it.each([
      ['NEEDS_RESPONSE', true],
      ['UNDER_REVIEW', true],
      ['LOST', true],
      ['ACCEPTED', true],
      ['CHARGE_REFUNDED', true],
      ['WON', false],
      ['PREVENTED', false],
    ] as const)('a dispute that is %s freezes the order: %s', (status, expected) => {
      expect(readOrderSnapshot(anOrder({ disputes: [{ status }] })).disputed).toBe(expected);
    });

    it('knows payment by terms from the terms', () => {
      const order = readOrderSnapshot(
        anOrder({ paymentTerms: { id: 'gid://shopify/PaymentTerms/1' } }),
      );
      expect(order.requiresPaymentByTerms).toBe(true);
    });
  });

  describe('risk', () => {
    it('waits while an assessment is pending and nothing is recommended', () => {
      const risk = {
        recommendation: 'NONE' as const,
        assessments: [{ riskLevel: 'PENDING' as const }],
      };
      expect(readOrderSnapshot(anOrder({ risk })).risk).toBe('pending');
    });

    it('follows a recommendation once there is one', () => {
      const risk = {
        recommendation: 'INVESTIGATE' as const,
        assessments: [{ riskLevel: 'PENDING' as const }],
      };
      expect(readOrderSnapshot(anOrder({ risk })).risk).toBe('investigate');
    });
  });

  describe('fulfillment', () => {
    it('may hold only what Shopify lets be held', () => {
      const accepted = aRoutedPart({ supportedActions: [{ action: 'REQUEST_CANCELLATION' }] });
      const order = readOrderSnapshot(anOrder({}, { routed: [aRoutedPart(), accepted] }));
      expect(order.fulfillmentOrders.map((part) => part.canHold)).toEqual([true, false]);
    });

    it("tells its own holds from others'", () => {
      const held = aRoutedPart({
        status: 'ON_HOLD',
        fulfillmentHolds: [
          {
            id: 'h1',
            handle: 'holdfast-1',
            reason: 'INVENTORY_OUT_OF_STOCK',
            heldByRequestingApp: true,
          },
          { id: 'h2', handle: '', reason: 'OTHER', heldByRequestingApp: false },
        ],
      });
      const [part] = readOrderSnapshot(anOrder({}, { routed: [held] })).fulfillmentOrders;
      expect(part?.status).toBe('on-hold');
      expect(part?.holds).toEqual([
        { id: 'h1', handle: 'holdfast-1', reason: 'INVENTORY_OUT_OF_STOCK', ours: true },
        { id: 'h2', handle: null, reason: 'OTHER', ours: false },
      ]);
    });

    it('has no location where the location was deleted', () => {
      const part = aRoutedPart({ assignedLocation: { location: null } });
      const order = readOrderSnapshot(anOrder({}, { routed: [part] }));
      expect(order.fulfillmentOrders[0]?.locationId).toBeNull();
    });

    const parcel = (change: Parameters<typeof aParcel>[0]) =>
      readOrderSnapshot(anOrder({}, { parcels: [aParcel(change)] })).fulfillments[0];

    it('is not with the carrier for a label alone', () => {
      expect(parcel({ displayStatus: 'LABEL_PRINTED' })?.carrierHasIt).toBe(false);
      expect(parcel({ displayStatus: 'CONFIRMED' })?.carrierHasIt).toBe(false);
    });

    it('is with the carrier from the first sign of movement', () => {
      expect(parcel({ displayStatus: 'CARRIER_PICKED_UP' })?.carrierHasIt).toBe(true);
      expect(parcel({ displayStatus: 'DELIVERED' })?.carrierHasIt).toBe(true);
      expect(parcel({ inTransitAt: '2026-03-02T12:00:00Z' })?.carrierHasIt).toBe(true);
    });

    it('counts as gone without a tracking number, since no carrier will ever speak', () => {
      expect(parcel({ trackingInfo: [] })?.carrierHasIt).toBe(true);
      expect(parcel({ trackingInfo: [{ number: '' }] })).toMatchObject({
        trackingNumber: null,
        carrierHasIt: true,
      });
    });

    it('is off when it was cancelled or failed', () => {
      expect(parcel({ status: 'CANCELLED' })?.cancelled).toBe(true);
      expect(parcel({ status: 'FAILURE' })?.cancelled).toBe(true);
      expect(parcel({ status: 'SUCCESS' })?.cancelled).toBe(false);
    });
  });
});

describe('a stock level', () => {
  it('sets aside what is on hand but not to be shared out', () => {
    const names = {
      available: 4,
      on_hand: 12,
      committed: 3,
      damaged: 1,
      safety_stock: 2,
      reserved: 2,
    };
    const level = readStockLevel(ItemId.parse('gid://shopify/InventoryItem/21'), {
      location: { id: 'gid://shopify/Location/51' },
      quantities: Object.entries(names).map(([name, quantity]) => ({ name, quantity })),
    });
    expect(level).toEqual({
      itemId: 'gid://shopify/InventoryItem/21',
      locationId: 'gid://shopify/Location/51',
      available: 4,
      onHand: 12,
      committed: 3,
      setAside: 5,
    });
  });
});
