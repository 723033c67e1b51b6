import { factsAbout } from './facts';
import { authorizationOf, authorized, voidOf } from './money';

const fact = factsAbout('voids');

fact('recorded', 'A void leaves the order open, voided and owing its full price', async (store) => {
  const id = await authorized(store, { price: '25.00' });
  await voidOf(store, await authorizationOf(store, id));
  expect(await store.read(id)).toMatchObject({
    status: 'VOIDED',
    closed: false,
    cancelled: false,
    capturable: false,
    totalCapturable: '0.0',
    outstanding: '25.0',
  });
});
