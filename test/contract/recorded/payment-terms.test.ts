import { factsAbout } from './facts';
import { authorizationOf, authorized, cancel, paid, payloadOf, unpaid, voidOf } from './money';
import type { Json, Store } from './store';

const fact = factsAbout('payment terms');

const CREATE = `mutation ($referenceId: ID!, $attrs: PaymentTermsCreateInput!) {
  paymentTermsCreate(referenceId: $referenceId, paymentTermsAttributes: $attrs) {
    paymentTerms { id due overdue dueInDays paymentTermsName paymentTermsType translatedName
      paymentSchedules(first: 5) { nodes { issuedAt dueAt completedAt due amount { amount } balanceDue { amount } } } }
    userErrors { field message code } } }`;

const template = (n: number) => `gid://shopify/PaymentTermsTemplate/${n}`;
const RECEIPT = template(1);
const FULFILLMENT = template(9);
const NET_30 = template(4);
const FIXED = template(7);
const PAST = '2026-01-01T00:00:00Z';

const create = (
  store: Store,
  referenceId: string,
  paymentTermsTemplateId: string,
  schedule?: Json,
) =>
  payloadOf(store, CREATE, {
    referenceId,
    attrs: { paymentTermsTemplateId, ...(schedule && { paymentSchedules: [schedule] }) },
  });
const refusedWith = (message: string) => ({
  paymentTerms: null,
  userErrors: [{ field: null, message, code: 'PAYMENT_TERMS_CREATION_UNSUCCESSFUL' }],
});
const PAID_IN_FULL = 'Cannot create payment terms on an Order that has already been paid in full.';

fact('recorded', 'There are nine templates, the same for every store', async (store) => {
  await store.open();
  const ALL = 'query { paymentTermsTemplates { id name description dueInDays paymentTermsType } }';
  const row = (
    n: number,
    name: string,
    description: string,
    dueInDays: number | null,
    type: string,
  ) => ({
    id: template(n),
    name,
    description,
    dueInDays,
    paymentTermsType: type,
  });
  expect(await store.ask(ALL)).toEqual({
    paymentTermsTemplates: [
      row(1, 'Due on receipt', 'Due on receipt', null, 'RECEIPT'),
      row(9, 'Due on fulfillment', 'Due on fulfillment', null, 'FULFILLMENT'),
      row(2, 'Net 7', 'Within 7 days', 7, 'NET'),
      row(3, 'Net 15', 'Within 15 days', 15, 'NET'),
      row(4, 'Net 30', 'Within 30 days', 30, 'NET'),
      row(8, 'Net 45', 'Within 45 days', 45, 'NET'),
      row(5, 'Net 60', 'Within 60 days', 60, 'NET'),
      row(6, 'Net 90', 'Within 90 days', 90, 'NET'),
      row(7, 'Fixed', 'Fixed date', null, 'FIXED'),
    ],
  });
});

fact(
  'recorded',
  'Terms on receipt take a date of issue, are not due, and have no schedule',
  async (store) => {
    const id = await unpaid(store);
    expect(await create(store, id, RECEIPT, { issuedAt: PAST })).toMatchObject({
      paymentTerms: {
        due: false,
        overdue: false,
        dueInDays: null,
        paymentTermsName: 'Due on receipt',
        paymentTermsType: 'RECEIPT',
        paymentSchedules: { nodes: [] },
      },
      userErrors: [],
    });
  },
);

fact('recorded', 'Terms on receipt refuse a due date', async (store) => {
  const id = await unpaid(store);
  expect(await create(store, id, RECEIPT, { dueAt: PAST })).toMatchObject(
    refusedWith('A due date cannot be set with event payment terms.'),
  );
});

fact('recorded', 'Terms on fulfillment refuse a due date', async (store) => {
  const id = await unpaid(store);
  expect(await create(store, id, FULFILLMENT, { dueAt: PAST })).toMatchObject(
    refusedWith('A due date cannot be set with event payment terms.'),
  );
});

fact('recorded', 'Terms on fulfillment need no schedule', async (store) => {
  const id = await unpaid(store);
  expect(await create(store, id, FULFILLMENT)).toMatchObject({
    paymentTerms: {
      paymentTermsType: 'FULFILLMENT',
      dueInDays: null,
      paymentSchedules: { nodes: [] },
    },
  });
});

fact(
  'recorded',
  'Net terms count their days from the date of issue and can be overdue at once',
  async (store) => {
    const id = await unpaid(store);
    expect(await create(store, id, NET_30, { issuedAt: PAST })).toMatchObject({
      paymentTerms: {
        due: true,
        overdue: true,
        dueInDays: 30,
        paymentTermsName: 'Net 30',
        paymentSchedules: {
          nodes: [
            {
              issuedAt: PAST,
              dueAt: '2026-01-31T00:00:00Z',
              completedAt: null,
              due: true,
              amount: { amount: '25.0' },
              balanceDue: { amount: '25.0' },
            },
          ],
        },
      },
    });
  },
);

fact('recorded', 'A fixed term needs its date', async (store) => {
  const id = await unpaid(store);
  expect(await create(store, id, FIXED, {})).toMatchObject(
    refusedWith('A due date is required with fixed or net payment terms.'),
  );
});

fact('inferred', 'A net term needs its date of issue', async (store) => {
  const id = await unpaid(store);
  expect(await create(store, id, NET_30, {})).toMatchObject(
    refusedWith('A due date is required with fixed or net payment terms.'),
  );
});

fact('recorded', 'A fixed term has its date and one schedule', async (store) => {
  const id = await unpaid(store);
  expect(await create(store, id, FIXED, { dueAt: '2027-07-01T00:00:00Z' })).toMatchObject({
    paymentTerms: {
      due: false,
      paymentTermsName: 'Fixed',
      paymentTermsType: 'FIXED',
      dueInDays: null,
      paymentSchedules: { nodes: [{ dueAt: '2027-07-01T00:00:00Z' }] },
    },
  });
});

fact('recorded', 'A template that does not exist is refused', async (store) => {
  const id = await unpaid(store);
  expect(await create(store, id, template(9999), { issuedAt: PAST })).toMatchObject(
    refusedWith('Could not find payment terms template.'),
  );
});

fact('recorded', 'No template at all is an error before anything is done', async (store) => {
  const id = await unpaid(store);
  const attrs = { paymentSchedules: [{ issuedAt: PAST }] };
  const { status, body } = await store.reply(CREATE, { referenceId: id, attrs });
  expect(status).toBe(200);
  expect(body.data ?? null).toBeNull();
  expect(body.errors).toHaveLength(1);
});

fact('recorded', 'An order that does not exist is named by its number', async (store) => {
  await store.open();
  expect(await create(store, 'gid://shopify/Order/123', NET_30, { issuedAt: PAST })).toMatchObject(
    refusedWith('Cannot find the specific Order with id 123.'),
  );
});

fact('recorded', 'A paid order is refused', async (store) => {
  const id = await paid(store);
  expect(await create(store, id, RECEIPT, { issuedAt: PAST })).toMatchObject(
    refusedWith(PAID_IN_FULL),
  );
});

fact('recorded', 'A cancelled order that was never paid takes terms', async (store) => {
  const id = await unpaid(store);
  await cancel(store, id);
  await store.advance('PT10S');
  expect((await store.read(id)).outstanding).toBe('0.0');
  expect(await create(store, id, NET_30, { issuedAt: PAST })).toMatchObject({
    paymentTerms: { paymentTermsName: 'Net 30' },
    userErrors: [],
  });
});

fact('inferred', 'An order whose payment is authorized is refused as paid', async (store) => {
  const id = await authorized(store);
  expect(await create(store, id, RECEIPT, { issuedAt: PAST })).toMatchObject(
    refusedWith(PAID_IN_FULL),
  );
});

fact('inferred', 'After a void it takes terms and has a link', async (store) => {
  const id = await authorized(store, { shop: { voidedPayable: false } });
  await voidOf(store, await authorizationOf(store, id));
  expect((await store.read(id)).link).toBeNull();
  expect((await create(store, id, RECEIPT, { issuedAt: PAST })).userErrors).toEqual([]);
  expect((await store.read(id)).link).not.toBeNull();
});
