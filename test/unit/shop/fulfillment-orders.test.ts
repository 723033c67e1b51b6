import { anOrder } from '../../support/builders';
import { aLoneShop, MAPLE, only } from '../../support/lone-shop';

async function two() {
  const shopify = aLoneShop();
  const order = shopify.placed(anOrder().of('MUG', 3).of('POT', 1));
  const fo = only((await shopify.read(order)).fulfillmentOrders);
  const hold = (lines: { id: string; quantity: number }[] | null, handle = 'a') =>
    shopify.port.hold(MAPLE, {
      fulfillmentOrderId: fo.id,
      reason: 'INVENTORY_OUT_OF_STOCK',
      note: '',
      handle,
      lines,
    });
  const units = async () =>
    (await shopify.read(order)).fulfillmentOrders.map((own) => [
      own.status,
      ...own.lines.map((line) => line.remaining),
    ]);
  return { shopify, order, fo, hold, units };
}

describe('a hold on some units', () => {
  it('splits: they stay and are held, the others go on', async () => {
    const { fo, hold, units } = await two();
    const mugs = fo.lines[0]?.id ?? '';
    expect(await hold([{ id: mugs, quantity: 2 }])).toMatchObject({ outcome: 'done' });
    expect(await units()).toEqual([
      ['on-hold', 2],
      ['open', 1, 1],
    ]);
  });

  it('is refused where a hold is, and where so many units are not', async () => {
    const { fo, hold } = await two();
    const mugs = fo.lines[0]?.id ?? '';
    expect(await hold([{ id: mugs, quantity: 4 }])).toMatchObject({
      code: 'INVALID_LINE_ITEM_QUANTITY',
    });
    await hold(null);
    expect(await hold([{ id: mugs, quantity: 1 }], 'b')).toMatchObject({
      code: 'FULFILLMENT_ORDER_NOT_SPLITTABLE',
    });
  });
});

describe('a third party', () => {
  it('that has accepted is asked to give it back, and does', async () => {
    const { shopify, order, fo, hold } = await two();
    shopify.thirdPartyAccepts(order.id);
    expect(await hold(null)).toMatchObject({ outcome: 'refused' });
    const ask = () =>
      shopify.port.requestCancellation(MAPLE, { fulfillmentOrderId: fo.id, message: '' });
    const now = async () => only((await shopify.read(order)).fulfillmentOrders);
    expect(await now()).toMatchObject({ status: 'in-progress', canRequestCancellation: true });
    expect(await ask()).toMatchObject({ outcome: 'done' });
    expect(await ask()).toMatchObject({ outcome: 'done' });
    expect(await now()).toMatchObject({ canRequestCancellation: false, cancellation: 'requested' });
    shopify.thirdPartyAnswers(order.id, 'accepted');
    // What is given back is in a new one.
    const [old, fresh] = (await shopify.read(order)).fulfillmentOrders;
    expect(old).toMatchObject({ status: 'closed', cancellation: 'accepted' });
    expect(fresh).toMatchObject({ status: 'open', canHold: true, cancellation: null });
    expect(shopify.facts('cancellation-requested')).toHaveLength(1);
  });

  it('that has not answered yet loses the request at once, and the part is replaced', async () => {
    const { shopify, order, fo, hold } = await two();
    shopify.submitToThirdParty(order.id);
    const parts = async () => (await shopify.read(order)).fulfillmentOrders;
    expect(only(await parts())).toMatchObject({
      status: 'open',
      request: 'submitted',
      canHold: false,
      canCancelRequest: true,
      canRequestCancellation: false,
    });
    expect(await hold(null)).toMatchObject({ outcome: 'refused' });
    const takeBack = () => shopify.port.takeBackRequest(MAPLE, { fulfillmentOrderId: fo.id });
    const taken = await takeBack();
    const [old, other] = await parts();
    expect(old).toMatchObject({ status: 'closed', canCancelRequest: false });
    expect(other).toMatchObject({ status: 'open', request: 'unsubmitted', canHold: true });
    expect(taken).toEqual({ outcome: 'done', reference: other?.id });
    expect(await takeBack()).toEqual({ outcome: 'done', reference: null });
  });

  it('may keep it', async () => {
    const { shopify, order, fo } = await two();
    shopify.thirdPartyAccepts(order.id);
    await shopify.port.requestCancellation(MAPLE, { fulfillmentOrderId: fo.id, message: '' });
    shopify.thirdPartyAnswers(order.id, 'rejected');
    expect(only((await shopify.read(order)).fulfillmentOrders)).toMatchObject({
      status: 'in-progress',
      canHold: false,
      cancellation: 'rejected',
    });
  });
});

describe('a person regroups', () => {
  it('splits and merges', async () => {
    const { shopify, order, fo, units } = await two();
    const mugs = order.lines[0]?.id;
    if (mugs) shopify.split(order.id, fo.id, new Map([[mugs, 1]]));
    expect(await units()).toEqual([
      ['open', 2, 1],
      ['open', 1],
    ]);
    shopify.merge(order.id);
    expect(await units()).toEqual([
      ['open', 3, 1],
      ['closed', 0],
    ]);
  });

  it('moves it to another location, and its stock is committed there', async () => {
    const { shopify, order, fo } = await two();
    expect(shopify.move(order.id, fo.id, 'depot')).toBe(true);
    expect([shopify.stock('MUG').committed, shopify.stock('MUG', 'depot').committed]).toEqual([
      0, 3,
    ]);
  });
});
