import { Effect, type Intent } from '../../../app/domain/intent';
import { aCapture, order, OTHER } from '../../support/store-rows';
import { onBothStores } from './on-both';

const AUTHORIZATION = 'gid://shopify/OrderTransaction/7';
const euros = (amount: string) => ({ amount, currencyCode: 'EUR' });

/** A capture of an authorization over 60.00 that can be captured in parts. */
const part = (generation: number, amount: string, changes: Partial<Intent> = {}): Intent =>
  aCapture({
    generation,
    status: 'done',
    effect: captureOf({ amount: euros(amount), authorized: euros('60.00') }),
    ...changes,
  });

const captureOf = (of: object): Effect =>
  Effect.parse({ kind: 'capture', target: AUTHORIZATION, final: false, ...of });

const aLast = (status: Intent['status']): Intent =>
  part(1, '5.00', { status, effect: captureOf({ amount: euros('5.00'), final: true }) });
const aVoid = (status: Intent['status'], generation = 1): Intent =>
  aCapture({
    generation,
    status,
    effect: Effect.parse({ kind: 'void', target: AUTHORIZATION }),
  });

/* What no code may get wrong, whatever it believes: the store itself refuses it. */
onBothStores('the money of an authorization', (on) => {
  const plan = (intent: Intent) => on.act((tx) => tx.planIntent(intent));
  const save = (intent: Intent) => on.act((tx) => tx.saveIntent(intent));
  const kept = () => on.see((tx) => tx.intents(order(1)));

  it('is captured in parts up to what was authorized, and not a cent beyond', async () => {
    await plan(part(1, '20.00'));
    await plan(part(2, '39.99'));
    await plan(part(3, '0.01', { status: 'planned' }));
    await save(part(3, '0.01'));
    await expect(plan(part(4, '0.01', { status: 'planned' }))).rejects.toThrow();
    expect(await kept()).toHaveLength(3);
  });

  it('is not captured beyond it by a plan that grows when it is carried out', async () => {
    await plan(part(1, '40.00'));
    await plan(part(2, '20.00', { status: 'planned' }));
    await expect(save(part(2, '20.01', { status: 'attempting' }))).rejects.toThrow();
    expect(await kept()).toContainEqual(part(2, '20.00', { status: 'planned' }));
  });

  it.each(['attempting', 'unclear', 'done'] as const)(
    'counts a capture that is %s: it may have happened',
    async (status) => {
      await plan(part(1, '40.00', { status }));
      await expect(plan(part(2, '20.01'))).rejects.toThrow();
      expect(await plan(part(3, '20.00'))).toBe(true);
    },
  );

  it.each(['failed', 'withheld', 'dropped'] as const)(
    'does not count a capture that is %s, nor refuses to write it',
    async (status) => {
      await plan(part(1, '60.00', { status }));
      await plan(part(2, '60.00'));
      expect(await plan(part(3, '60.00', { status }))).toBe(true);
    },
  );

  it('lets a capture that was refused come to nothing, and another take its place', async () => {
    await plan(part(1, '60.00', { status: 'attempting' }));
    await save(part(1, '60.00', { status: 'failed' }));
    expect(await plan(part(2, '60.00'))).toBe(true);
  });

  describe.each([
    ['its last capture', aLast],
    ['a void', aVoid],
  ])('after %s', (_what, ending) => {
    it.each(['attempting', 'unclear', 'done'] as const)(
      'that is %s is neither captured nor voided',
      async (status) => {
        await plan(ending(status));
        await expect(plan(part(2, '5.00'))).rejects.toThrow();
        await expect(plan(aVoid('done', 3))).rejects.toThrow();
        expect(await kept()).toHaveLength(1);
      },
    );

    it.each(['failed', 'withheld', 'dropped'] as const)(
      'that is %s is captured as before',
      async (status) => {
        await plan(ending(status));
        expect(await plan(part(2, '60.00'))).toBe(true);
      },
    );
  });

  it('is no other shop’s, nor that of another authorization', async () => {
    await on.act((tx) => tx.planIntent(part(1, '60.00')), OTHER);
    const effect = captureOf({
      target: 'gid://shopify/OrderTransaction/8',
      amount: euros('60.00'),
      authorized: euros('60.00'),
    });
    await plan(part(1, '60.00', { effect }));
    expect(await plan(part(2, '60.00'))).toBe(true);
  });

  it('is the same money under whatever order it is written down', async () => {
    await plan(part(1, '60.00', { orderId: order(2) }));
    await expect(plan(part(1, '0.01'))).rejects.toThrow();
  });
});
