import { z } from 'zod';
import { factsAbout } from './facts';
import {
  authorizationOf,
  authorized,
  cancel,
  missing,
  paid,
  payloadOf,
  unpaid,
  voidOf,
} from './money';
import type { Json, Store } from './store';

const fact = factsAbout('invoices');

const SEND = `mutation ($id: ID!, $email: EmailInput) { orderInvoiceSend(id: $id, email: $email) {
  order { id totalOutstandingSet { shopMoney { amount } } paymentTerms { id } }
  userErrors { field message code } } }`;
const send = (store: Store, id: string, email?: Json) => payloadOf(store, SEND, { id, email });

const Mails = z.array(z.looseObject({ kind: z.string(), to: z.unknown() }));
const invoices = async (store: Store) =>
  Mails.parse(await store.sim('GET', `/mail?shop=${store.domain}`)).filter(
    ({ kind }) => kind === 'invoice',
  );
const refusedWith = (message: string) => ({
  userErrors: [{ message, code: 'ORDER_INVOICE_SEND_UNSUCCESSFUL' }],
});

fact('recorded', 'An unpaid order without payment terms is sent its invoice', async (store) => {
  const id = await unpaid(store);
  expect(await send(store, id, { subject: 'What is due' })).toMatchObject({
    order: { id, totalOutstandingSet: { shopMoney: { amount: '25.0' } }, paymentTerms: null },
    userErrors: [],
  });
  expect(await invoices(store)).toMatchObject([{ subject: 'What is due' }]);
});

fact('recorded', 'It changes nothing about the money', async (store) => {
  const id = await unpaid(store);
  await send(store, id);
  expect(await store.read(id)).toMatchObject({
    status: null,
    outstanding: '25.0',
    transactions: [],
  });
});

fact('recorded', 'It goes to the address that is named', async (store) => {
  const id = await unpaid(store);
  await send(store, id, { to: 'someone@example.com' });
  expect(JSON.stringify(await invoices(store))).toContain('someone@example.com');
});

fact('recorded', 'Without an address nothing is sent', async (store) => {
  const id = await unpaid(store, { order: { email: null } });
  expect(await send(store, id)).toMatchObject(
    refusedWith('No recipient email address was provided'),
  );
  expect(await invoices(store)).toEqual([]);
});

fact('recorded', 'An address that is none is refused', async (store) => {
  const id = await unpaid(store);
  expect(await send(store, id, { to: 'nobody' })).toMatchObject(refusedWith('To is invalid'));
});

fact(
  'inferred',
  'A voided order is sent its invoice, and the customer pays by it',
  async (store) => {
    const id = await authorized(store);
    await voidOf(store, await authorizationOf(store, id));
    expect((await send(store, id)).userErrors).toEqual([]);
    await store.act(id, 'pay');
    expect(await store.read(id)).toMatchObject({ status: 'PAID', outstanding: '0.0' });
  },
);

fact('inferred', 'A paid order and a cancelled one have nothing to invoice', async (store) => {
  const one = await paid(store);
  expect((await send(store, one)).userErrors).toMatchObject([
    { code: 'ORDER_INVOICE_SEND_UNSUCCESSFUL' },
  ]);
  await cancel(store, one);
  await store.advance('PT10S');
  expect((await send(store, one)).userErrors).toHaveLength(1);
});

fact('documented', 'An order that does not exist is refused', async (store) => {
  await unpaid(store);
  expect((await send(store, missing('Order'))).userErrors).toMatchObject([
    { code: 'ORDER_INVOICE_SEND_UNSUCCESSFUL' },
  ]);
});
