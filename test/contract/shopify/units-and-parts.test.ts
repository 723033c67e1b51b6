import { OutcomeUnclear } from '../../../app/errors';
import { HARNESSES } from './harnesses';
import { only } from './on-simulator';

describe.each(HARNESSES)('parts of an order, on %s', (_, make) => {
  const on = make();

  /** An order of two kettles and a cup, in one part. */
  async function aPart() {
    const shop = await on.openShop();
    const lines = [
      { sku: 'KETTLE', quantity: 2 },
      { sku: 'CUP', quantity: 1 },
    ];
    const orderId = await on.checkOut(shop, { lines });
    const part = only((await on.read(shop, orderId)).fulfillmentOrders);
    const parts = async () => (await on.read(shop, orderId)).fulfillmentOrders;
    return { shop, orderId, part, parts };
  }

  const someUnits = (part: Awaited<ReturnType<typeof aPart>>['part']) => ({
    fulfillmentOrderId: part.id,
    reason: 'INVENTORY_OUT_OF_STOCK',
    note: 'Waits for stock',
    handle: 'holdfast-1',
    lines: [{ id: part.lines[0]?.id ?? '', quantity: 1 }],
  });

  it('are split by a hold on some units: these stay and wait, the others go on in a new part', async () => {
    const { shop, part, parts } = await aPart();
    expect(await on.port.hold(shop, someUnits(part))).toMatchObject({ outcome: 'done' });
    const held = only((await parts()).filter(({ id }) => id === part.id));
    expect(held).toMatchObject({ status: 'on-hold', lines: [{ remaining: 1 }] });
    const rest = only((await parts()).filter(({ id }) => id !== part.id));
    expect(rest).toMatchObject({ status: 'open', canHold: true, holds: [] });
    expect(rest.lines.map(({ remaining }) => remaining)).toEqual([1, 1]);
    expect(rest.lines.map(({ lineId }) => lineId)).toEqual(part.lines.map(({ lineId }) => lineId));
  });

  it('are split once when the reply to a hold is lost and it is tried again', async () => {
    const { shop, part, parts } = await aPart();
    await on.trouble(shop, 'hold', 'reply-lost');
    await expect(on.port.hold(shop, someUnits(part))).rejects.toBeInstanceOf(OutcomeUnclear);
    expect(await on.port.hold(shop, someUnits(part))).toMatchObject({ outcome: 'done' });
    expect(await parts()).toHaveLength(2);
  });

  it('are not split while somebody else holds them', async () => {
    const { shop, part, parts } = await aPart();
    await on.holdByOther(part.id);
    expect(await on.port.hold(shop, someUnits(part))).toMatchObject({
      outcome: 'refused',
      code: 'FULFILLMENT_ORDER_NOT_SPLITTABLE',
    });
    expect(await parts()).toHaveLength(1);
  });

  it('are not held beyond the units that they have', async () => {
    const { shop, part } = await aPart();
    const wish = someUnits(part);
    const lines = wish.lines.map((line) => ({ ...line, quantity: 3 }));
    expect(await on.port.hold(shop, { ...wish, lines })).toMatchObject({ outcome: 'refused' });
  });

  describe('that a third party has accepted', () => {
    const asking = (id: Parameters<typeof on.accept>[0]) => ({
      fulfillmentOrderId: id,
      message: 'The customer cancelled',
    });

    it('cannot be held, and can be asked back', async () => {
      const { shop, part, parts } = await aPart();
      expect(part).toMatchObject({ canRequestCancellation: false, cancellation: null });
      await on.accept(part.id);
      expect(only(await parts())).toMatchObject({
        status: 'in-progress',
        canHold: false,
        canRequestCancellation: true,
        cancellation: null,
      });
      expect(await on.port.requestCancellation(shop, asking(part.id))).toMatchObject({
        outcome: 'done',
      });
      expect(only(await parts())).toMatchObject({
        canHold: false,
        canRequestCancellation: false,
        cancellation: 'requested',
      });
    });

    it('can be held once they were given back', async () => {
      const { shop, part, parts } = await aPart();
      await on.accept(part.id);
      await on.port.requestCancellation(shop, asking(part.id));
      await on.answerCancellation(part.id, true);
      // The same part is open again, or it is closed and a new one has its units.
      const back = only((await parts()).filter(({ status }) => status === 'open'));
      expect(back.canHold).toBe(true);
      expect(back.lines.map(({ remaining }) => remaining)).toEqual([2, 1]);
    });

    it('go on when they were not given back, and can be asked again', async () => {
      const { shop, part, parts } = await aPart();
      await on.accept(part.id);
      await on.port.requestCancellation(shop, asking(part.id));
      await on.answerCancellation(part.id, false);
      expect(only(await parts())).toMatchObject({
        status: 'in-progress',
        canHold: false,
        canRequestCancellation: true,
        cancellation: 'rejected',
      });
    });

    it('are asked once when the reply is lost and the request is made again', async () => {
      const { shop, part, parts } = await aPart();
      await on.accept(part.id);
      await on.trouble(shop, 'requestCancellation', 'reply-lost');
      await expect(on.port.requestCancellation(shop, asking(part.id))).rejects.toBeInstanceOf(
        OutcomeUnclear,
      );
      expect(await on.port.requestCancellation(shop, asking(part.id))).toMatchObject({
        outcome: 'done',
      });
      expect(only(await parts()).cancellation).toBe('requested');
    });

    it('are not asked back when nobody has accepted them', async () => {
      const { shop, part, parts } = await aPart();
      expect(await on.port.requestCancellation(shop, asking(part.id))).toMatchObject({
        outcome: 'refused',
      });
      expect(only(await parts()).cancellation).toBeNull();
    });
  });
});
