import { Effect, type Intent } from '../../../app/domain/intent';
import { Conflict } from '../../../app/errors';
import { aCapture, aCase, at, order, OTHER } from '../../support/store-rows';
import { onBothStores } from './on-both';

onBothStores('intents', (on) => {
  it('plans an effect once per target and generation', async () => {
    expect(await on.act((tx) => tx.planIntent(aCapture()))).toBe(true);
    expect(await on.act((tx) => tx.planIntent(aCapture({ status: 'attempting', epoch: 3 })))).toBe(
      false,
    );
    expect(await on.see((tx) => tx.intents(order(1)))).toEqual([aCapture()]);
  });

  it('follows an effect to its end', async () => {
    const done = aCapture({
      status: 'done',
      epoch: 2,
      finishedAt: at('02T12:00'),
      reference: 'gid://x',
    });
    await on.act((tx) => tx.planIntent(aCapture()));
    const waiting = {
      ...done,
      status: 'awaiting-approval' as const,
      awaitingSince: at('02T11:00'),
    };
    for (const next of [waiting, done]) {
      await on.act((tx) => tx.saveIntent(next));
      expect(await on.see((tx) => tx.intents(order(1)))).toEqual([next]);
    }
    await expect(on.act((tx) => tx.saveIntent(aCapture({ generation: 9 })))).rejects.toThrow(
      'never planned',
    );
  });

  it('refuses a second open effect on the same authorization, and allows one after it', async () => {
    await on.act((tx) => tx.planIntent(aCapture()));
    const again = aCapture({ generation: 2 });
    await expect(on.act((tx) => tx.planIntent(again))).rejects.toThrow(Conflict);
    expect(await on.see((tx) => tx.intents(order(1)))).toHaveLength(1);
    await on.act((tx) => tx.saveIntent(aCapture({ status: 'failed' })));
    expect(await on.act((tx) => tx.planIntent(again))).toBe(true);
    await expect(on.act((tx) => tx.saveIntent(aCapture({ status: 'unclear' })))).rejects.toThrow(
      Conflict,
    );
  });

  it('gives the open effects of several orders at once', async () => {
    const ends = { status: 'done' as const, finishedAt: at('02T12:00') };
    const other = (n: number, changes: Partial<Intent> = {}): Intent =>
      aCapture({
        orderId: order(n),
        effect: { kind: 'ask-for-payment', target: order(n) },
        ...changes,
      });
    for (const intent of [other(1), other(2), other(2, { generation: 2, ...ends }), other(3)])
      await on.act((tx) => tx.planIntent(intent));
    const open = await on.see((tx) => tx.openIntents([order(1), order(2)]));
    expect(open.map(({ orderId, generation }) => [orderId, generation]).sort()).toEqual([
      [order(1), 1],
      [order(2), 1],
    ]);
    expect(await on.see((tx) => tx.openIntents([]))).toEqual([]);
  });

  it('lists what waits for a yes by pages that split no order', async () => {
    const waits = (n: number, target = '1') =>
      aCapture({
        orderId: order(n),
        status: 'awaiting-approval',
        effect: { kind: 'ask-for-payment', target: order(n) },
        generation: Number(target),
      });
    for (const intent of [waits(3), waits(1), waits(1, '2'), waits(2)])
      await on.act((tx) => tx.planIntent(intent));
    await on.act((tx) => tx.planIntent(aCapture({ orderId: order(4) })));
    const page = async (after: number | null) =>
      (await on.see((tx) => tx.awaitingYes(after === null ? null : order(after), 1))).map(
        ({ orderId }) => orderId,
      );
    expect(await page(null)).toEqual([order(1), order(1)]);
    expect(await page(1)).toEqual([order(2)]);
    expect(await page(3)).toEqual([]);
    expect(await on.see((tx) => tx.awaitingYes(null, 9), OTHER)).toEqual([]);
  });

  it('lists the captures of orders without a case that were refused or wait for a yes, newest first', async () => {
    const of = (n: number, change: Partial<Intent>) => {
      const target = `gid://shopify/OrderTransaction/${n}`;
      const effect = Effect.parse({ ...aCapture().effect, target });
      return aCapture({ orderId: order(n), effect, ...change });
    };
    const refused = of(1, { status: 'failed', error: 'The bank declined the card.' });
    const waits = of(2, { status: 'awaiting-approval', plannedAt: at('05T12:00') });
    const others = [of(3, { status: 'done' }), of(4, { status: 'failed' })];
    await on.act(async (tx) => {
      for (const intent of [refused, waits, ...others]) await tx.planIntent(intent);
      await tx.saveCase(aCase(order(4)));
    });
    expect(await on.see((tx) => tx.untakenCaptures(5))).toEqual([waits, refused]);
    expect(await on.see((tx) => tx.untakenCaptures(1))).toEqual([waits]);
    expect(await on.see((tx) => tx.untakenCaptures(5), OTHER)).toEqual([]);
  });
});
