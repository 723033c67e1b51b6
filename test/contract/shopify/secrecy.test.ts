import type { Log } from '../../../app/ports';
import { onSimulator, only } from './on-simulator';

const said: string[] = [];
const keep = (fields: object, message: string): void =>
  void said.push(`${message} ${JSON.stringify(fields)}`);
const log: Log = { debug: keep, info: keep, warn: keep, error: keep };

const { aShop, anOrder, fault, port, read } = onSimulator(log);

describe('what lets somebody see an order', () => {
  it('is in no log and in no error', async () => {
    const shop = await aShop();
    const id = await anOrder(shop);
    const { id: authorizationId } = only((await read(shop, id)).transactions);
    await port.void(shop, { authorizationId });
    const { paymentUrl } = await read(shop, id);
    if (paymentUrl === null) throw new Error('no way to pay');
    await fault(shop, 'ReadOrder', 'dataWithErrors');
    const error: unknown = await port.readOrder(shop, id).catch((caught: unknown) => caught);
    const token = paymentUrl.split('/').at(-1) ?? paymentUrl;
    expect(said.length).toBeGreaterThan(2);
    expect([...said, String(error)].filter((text) => text.includes(token))).toEqual([]);
    expect(String(error)).toMatch('ReadOrder');
  });
});
