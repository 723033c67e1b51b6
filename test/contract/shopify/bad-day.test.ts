import { ShopId } from '../../../app/domain/ids';
import { NoAccess, OutcomeUnclear, Throttled, Unreachable } from '../../../app/errors';
import { SCOPES } from '../../../simulator/shop/open-shop';
import { euros, only, onSimulator } from './on-simulator';

const { aShop, anOrder, fault, ledger, port, read, sim, tokens } = onSimulator();

describe('a bad day', () => {
  async function capturing() {
    const shop = await aShop();
    const orderId = await anOrder(shop);
    const authorizationId = only((await read(shop, orderId)).transactions).id;
    const capture = () =>
      port.capture(shop, { orderId, authorizationId, amount: euros('60.00'), final: null });
    return { shop, orderId, capture };
  }

  it('throttling says how long to wait, and nothing was done', async () => {
    const { shop, orderId, capture } = await capturing();
    await fault(shop, '*', 'throttle', { count: 2 });
    const error: unknown = await port.readOrder(shop, orderId).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Throttled);
    expect(error).toMatchObject({ waitMs: expect.any(Number) });
    await expect(capture()).rejects.toBeInstanceOf(Throttled);
    expect(await ledger(shop, 'capture')).toHaveLength(0);
  });

  it('a change that broke off after it happened is unclear, and the order shows it', async () => {
    const { shop, orderId, capture } = await capturing();
    await fault(shop, 'orderCapture', 'timeoutAfterCommit');
    await expect(capture()).rejects.toBeInstanceOf(OutcomeUnclear);
    expect((await read(shop, orderId)).transactions.map((t) => t.kind)).toContain('capture');
  });

  it.each(['drop', 'http500', 'dataWithErrors'])(
    'a change that met "%s" is unclear',
    async (mode) => {
      const { shop, capture } = await capturing();
      await fault(shop, 'orderCapture', mode);
      await expect(capture()).rejects.toBeInstanceOf(OutcomeUnclear);
    },
  );

  it.each(['drop', 'http500', 'dataWithErrors'])(
    'a read that met "%s" may be tried again',
    async (mode) => {
      const { shop, orderId } = await capturing();
      await fault(shop, 'order', mode);
      await expect(port.readOrder(shop, orderId)).rejects.toBeInstanceOf(Unreachable);
      expect(await port.readOrder(shop, orderId)).not.toBeNull();
    },
  );

  it('a change that takes too long is unclear', async () => {
    const { shop, capture } = await capturing();
    await fault(shop, 'orderCapture', 'slow', { ms: 3_000 });
    await expect(capture()).rejects.toBeInstanceOf(OutcomeUnclear);
  });

  it('an uninstalled app has no access', async () => {
    const { shop, orderId, capture } = await capturing();
    await sim('POST', `/shops/${shop}/uninstall`);
    await expect(port.readOrder(shop, orderId)).rejects.toBeInstanceOf(NoAccess);
    await expect(capture()).rejects.toBeInstanceOf(NoAccess);
  });

  it('a shop that is not there has no access', async () => {
    const gone = ShopId.parse('gone.myshopify.com');
    tokens.set(gone, 'shpat_x');
    await expect(port.readShop(gone)).rejects.toBeInstanceOf(NoAccess);
  });

  it('a missing scope has no access, and nothing is mistaken for "not there"', async () => {
    const { shop, orderId } = await capturing();
    await sim('PATCH', `/shops/${shop}`, {
      scopes: SCOPES.filter(
        (scope) => !/_orders$|order_edits/.test(scope) || /fulfillment/.test(scope),
      ),
    });
    await expect(port.readOrder(shop, orderId)).rejects.toBeInstanceOf(NoAccess);
  });
});
