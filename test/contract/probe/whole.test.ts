import { join } from 'node:path';
import { QUESTIONS } from '../../../probe/questions/all';
import { Driver, SHOP } from '../simulator/support';
import { Stage } from './stage';

let stage: Stage;
afterEach(() => stage.close());

describe('all ten questions', () => {
  it('are asked to their ends, and nothing is left in the store but what Shopify keeps', async () => {
    stage = await Stage.open();
    const before = await stage.standing();
    const { code, lines, found } = await stage.probe();
    expect(code).toBe(0);
    const ended = found?.observations.filter(({ what }) => what === 'the question');
    expect(ended).toEqual([]);
    expect(
      found?.observations.find(({ what }) => what.startsWith('requested prices')),
    ).toMatchObject({ found: 'as the rule says' });
    const asked = new Set(found?.observations.map(({ question }) => question));
    expect([...asked]).toEqual(QUESTIONS.map(({ number }) => number));
    // A checkout by a real provider can be cancelled, and never deleted.
    expect(found?.left).toEqual([
      expect.stringMatching(/^order holdfast-probe-\S+: #\d+ is cancelled, not deleted: /),
    ]);
    expect(lines).toContain('What stays in the store: 1 (see report.md).');
    // The other app's order is as it was.
    expect(await stage.openOrders()).toEqual([stage.othersOrder]);
    const { orders, ...rest } = await stage.standing();
    expect(orders).toHaveLength(2);
    expect({ ...rest, orders: [] }).toEqual(before);
  }, 120_000);
});

describe('the file of switches', () => {
  it('makes every store of a simulator do what that store did', async () => {
    stage = await Stage.open({ voidedPayable: false, outstandingExcludesAuthorized: false });
    await stage.probe({ only: [2, 3] });
    const [run = ''] = stage.runs();
    const factsFile = join(stage.folder, SHOP, run, 'facts.json');
    const driver = await Driver.start({ factsFile });
    await driver.openShop();
    const shop = await driver.get<{ switches: Record<string, boolean> }>(`/_sim/shops/${SHOP}`);
    await driver.simulator.close();
    expect(shop.switches).toMatchObject({
      voidedPayable: false,
      outstandingExcludesAuthorized: false,
    });
  }, 60_000);
});

describe('the raw replies', () => {
  it('are kept, each in a file, and hold no token', async () => {
    stage = await Stage.open();
    await stage.probe({ only: [2] });
    const [run = ''] = stage.runs();
    const replies = stage.replies(run);
    expect(replies.map(({ name }) => name)).toContain('0001-ProbeReadStore.json');
    expect(replies.some(({ name }) => name.endsWith('-ProbeCapture.json'))).toBe(true);
    for (const { text } of replies) expect(text).not.toMatch(/shp[a-z]{2}_\w/);
  }, 60_000);
});

describe('the price of each operation', () => {
  it('is in the report, as the store said it', async () => {
    stage = await Stage.open();
    await stage.probe({ only: [2] });
    const [run = ''] = stage.runs();
    expect(stage.file(run, 'report.md')).toMatch(/\| ProbeCapture \| \d+ \| \d+ to \d+ \| 2 \|/);
  }, 60_000);
});
