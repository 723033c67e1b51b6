import { OrderId, ShopId } from '../../../app/domain/ids';
import { Gone, Permanent, Throttled, Unreachable } from '../../../app/errors';
import { answering } from './answering';
import { aLine, anOrder, aPayment, aRoutedPart } from './shopify-order';

const shop = ShopId.parse('a.myshopify.com');
const id = OrderId.parse('gid://shopify/Order/1');
const LAST = { hasNextPage: false, endCursor: null };
const MORE = { hasNextPage: true, endCursor: 'c1' };
const AT = '2026-03-01T10:05:00Z';
const LATER = '2026-03-01T10:05:09Z';

/** An order whose lines end with the first page, or go on. */
function order(pageInfo: object, head: Parameters<typeof anOrder>[0] = {}) {
  const { head: own, lines, payments, routed } = anOrder({ updatedAt: AT, ...head });
  return {
    order: {
      ...own,
      lineItems: { nodes: lines, pageInfo },
      fulfillmentOrders: {
        nodes: routed.map((part) => ({
          ...part,
          lineItems: { ...part.lineItems, pageInfo: LAST },
        })),
        pageInfo: LAST,
      },
      transactions: payments,
      fulfillments: [],
    },
  };
}

const page = (updatedAt: string) => ({
  order: {
    updatedAt,
    lineItems: { nodes: [aLine({ id: 'gid://shopify/LineItem/12' })], pageInfo: LAST },
  },
});

const namesOf = (asked: readonly { name: string }[]): string[] => asked.map(({ name }) => name);

describe('an order that is longer than one page', () => {
  it('is asked for as a whole, once', async () => {
    const { port, asked } = answering(order(MORE), order(LAST));
    expect((await port.readOrder(shop, id))?.lines).toHaveLength(1);
    expect(namesOf(asked)).toEqual(['ReadOrder', 'ReadLongOrder']);
  });

  it('goes on where it was after it was told to wait', async () => {
    const { port, asked, waits } = answering(
      order(MORE),
      new Throttled(700),
      order(MORE),
      new Throttled(900),
      page(AT),
    );
    expect((await port.readOrder(shop, id))?.lines).toHaveLength(2);
    expect(waits).toEqual([700, 900]);
    expect(namesOf(asked)).toEqual([
      'ReadOrder',
      'ReadLongOrder',
      'ReadLongOrder',
      'ReadOrderLines',
      'ReadOrderLines',
    ]);
  });

  it('waits a minute in all, and then its task waits', async () => {
    const waits = Array.from({ length: 8 }, () => new Throttled(10_000));
    const { port, waits: waited } = answering(order(MORE), ...waits);
    await expect(port.readOrder(shop, id)).rejects.toEqual(new Throttled(10_000));
    expect(waited).toHaveLength(6);
  });

  it('has its task wait when the very first request is told to', async () => {
    const { port, waits } = answering(new Throttled(700), order(LAST));
    await expect(port.readOrder(shop, id)).rejects.toEqual(new Throttled(700));
    expect(waits).toEqual([]);
  });

  it.each([
    ['changed', page(LATER)],
    ['lost what the page is of', new Gone('gone')],
    ['went', { order: null }],
  ])('is read anew when it %s between two pages', async (_, between) => {
    const { port, asked } = answering(order(MORE), order(MORE), between, order(MORE), page(AT));
    expect((await port.readOrder(shop, id))?.lines).toHaveLength(2);
    expect(namesOf(asked).filter((name) => name !== 'ReadOrderLines')).toEqual([
      'ReadOrder',
      'ReadLongOrder',
      'ReadLongOrder',
    ]);
  });

  it('is left for later when it keeps changing', async () => {
    const changing = Array.from({ length: 9 }, () => [order(MORE), page(LATER)]).flat();
    const { port, asked } = answering(order(MORE), ...changing);
    await expect(port.readOrder(shop, id)).rejects.toBeInstanceOf(Unreachable);
    expect(asked).toHaveLength(7);
  });

  it('is nothing when it is gone before it is read as a whole', async () => {
    const { port } = answering(order(MORE), { order: null });
    expect(await port.readOrder(shop, id)).toBeNull();
  });
});

it('with more payments than Shopify lists is put before a person', async () => {
  const transactions = Array.from({ length: 250 }, () => aPayment());
  const { order: short } = order(LAST);
  const { port } = answering({ order: { ...short, transactions } });
  await expect(port.readOrder(shop, id)).rejects.toBeInstanceOf(Permanent);
});

describe('an order whose fulfillment order a service has accepted', () => {
  const accepted = () => {
    const { order: short } = order(LAST);
    const part = aRoutedPart({ requestStatus: 'ACCEPTED' });
    const nodes = [{ ...part, lineItems: { ...part.lineItems, pageInfo: LAST } }];
    return { order: { ...short, fulfillmentOrders: { nodes, pageInfo: LAST } } };
  };
  const requests = (...kinds: string[]) => ({
    fulfillmentOrder: {
      requestStatus: 'ACCEPTED',
      merchantRequests: { nodes: kinds.map((kind) => ({ kind })) },
    },
  });

  it.each([
    [['FULFILLMENT_REQUEST'], false],
    [['CANCELLATION_REQUEST'], true],
  ])('and whose newest request is %j is asked back: %s', async (kinds, cancellationAsked) => {
    const { port, asked } = answering(accepted(), requests(...kinds));
    const read = await port.readOrder(shop, id);
    expect(read?.fulfillmentOrders).toMatchObject([{ cancellationAsked }]);
    expect(namesOf(asked)).toEqual(['ReadOrder', 'ReadRequestStatus']);
  });

  it('is read anew when that one is gone', async () => {
    const { port, asked } = answering(accepted(), { fulfillmentOrder: null }, order(LAST));
    expect(await port.readOrder(shop, id)).not.toBeNull();
    expect(namesOf(asked)).toEqual(['ReadOrder', 'ReadRequestStatus', 'ReadLongOrder']);
  });
});
