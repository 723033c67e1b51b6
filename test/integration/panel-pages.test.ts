import { type Served, servePages } from '../support/built-pages';

const LAMP = 'gid://shopify/LineItem/1';
const CASE = '/app/cases/1042';

describe('the panel', () => {
  let served: Served;
  beforeAll(async () => {
    served = await servePages();
  }, 120_000);
  afterAll(() => served.stop());

  const see = async (path: string) => (await fetch(served.url + path)).text();
  const send = async (path: string, fields: readonly (readonly [string, string])[]) => {
    const reply = await fetch(`${served.url}${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
      headers: { origin: served.url },
    });
    return { status: reply.status, page: await reply.text() };
  };
  /** The version that the page's own forms carry. */
  const versionAt = async (path: string) =>
    /name="version" value="(\d+)"/.exec(await see(path))?.[1] ?? 'none';

  test.each([
    ['/app', 'Waiting longest', 'call the customer', '$40.00', 'What would go out today'],
    ['/app/cases', '#1042', 'Brass desk lamp', 'Needs you (1)'],
    ['/app/cases?search=77', 'No order like “77”'],
    ['/app/cases?filter=closed', 'Nothing is closed yet'],
    ['/app/cases?filter=nonsense&after=%00&sort=1', '#1042'],
    [CASE, 'Nothing has been charged.', 'Follow-up while they wait', 'the customer’s own link'],
    [
      '/app/payments',
      'Your shop charges at checkout',
      'Charged at checkout</span>',
      '12',
      'Shopify Payments',
      'Payment capture method in Shopify',
    ],
    [CASE, 'unless the goods come first', 'You agree to be charged', 'Send the ready part first'],
    ['/app/settings', 'Cut-off', 'Capture it for me', 'backorders@holdfast.example'],
  ])('shows at %s: %s', async (path, ...words) => {
    const page = await see(path);
    for (const word of words) expect(page).toContain(word);
  });

  test('says on every page that the store is suspended and what can be done, until Shopify is asked', async () => {
    for (const path of ['/app', '/app/cases', CASE, '/app/payments', '/app/settings']) {
      const page = await see(path);
      expect(page).toContain('Shopify doesn’t let Holdfast work in this store');
      expect(page).toContain('Shopify has frozen the store');
    }
    expect((await send('/app?index', [['do', 'ask-again']])).status).toBe(200);
    expect(await see('/app')).not.toContain('Shopify doesn’t let Holdfast work in this store');
  });

  test('lists what waits for a yes after a long absence, and takes the yes to all of a kind', async () => {
    const page = await see('/app');
    for (const words of ['41 orders', '6 orders', '$187.50', '3 orders', 'Cancel them all'])
      expect(page).toContain(words);
    const yes = (of: string) =>
      send('/app?index', [
        ['do', 'yes-to-all'],
        ['of', of],
        ['asOf', '2026-03-02T15:00:00.000Z'],
      ]);
    expect((await yes('tell')).status).toBe(200);
    expect((await yes('charge')).status).toBe(409);
    expect((await yes('everything')).status).toBe(400);
  });

  test('an order of nobody is not found', async () => {
    for (const number of ['77', 'x', '%00', '1042%2f..']) {
      const reply = await fetch(`${served.url}/app/cases/${number}`);
      expect(reply.status).toBe(404);
      expect(await reply.text()).toMatch(/<h1[^>]*>No backorder here<\/h1>/);
    }
  });

  test.each<[string, ...[string, string][]]>([
    ['set-date', ['lineIds', LAMP], ['date', '2026-03-20']],
    ['resolve-attention'],
    ['stop-links'],
    ['approve', ['intent', 'hold-5-1']],
    ['send-now', ['key', 'follow-up-1']],
    ['send-later', ['key', 'follow-up-1'], ['time', '2026-03-05T10:00']],
    ['skip', ['key', 'follow-up-1'], ['told', 'by phone']],
    ['release', ['why', 'a display piece']],
    ['part-first', ['why', 'the customer called']],
    ['cancel', ['lineIds', LAMP]],
    ['undo-cancel', ['lineIds', LAMP]],
  ])('does what its form asks: %s', async (act, ...fields) => {
    const form = [['do', act], ['version', await versionAt(CASE)], ...fields] as [string, string][];
    expect((await send(CASE, form)).status).toBe(200);
    // and the same from a page that is out of date is refused with words
    const again = await send(CASE, form);
    expect(again.status).toBe(409);
    expect(again.page).toContain('has changed since you opened it');
  });

  test('says why it does not capture', async () => {
    const { status, page } = await send(CASE, [['do', 'capture']]);
    expect(status).toBe(409);
    expect(page).toContain('nothing is captured before that');
  });

  test.each([
    [[['do', 'refund']], ''],
    [[['do', 'set-date']], 'Tick the lines that the date is for.'],
    [
      [
        ['do', 'set-date'],
        ['lineIds', LAMP],
        ['date', 'soon'],
      ],
      'That is not a date.',
    ],
    [
      [
        ['do', 'send-later'],
        ['key', 'follow-up-1'],
        ['time', ''],
      ],
      'Choose a day and a time.',
    ],
  ] as [[string, string][], string][])('refuses what makes no sense', async (fields, words) => {
    const { status, page } = await send(CASE, fields);
    expect(status).toBe(400);
    expect(page).toContain(words);
  });

  test('says what the staff must know of the shop, with the way out, until somebody has seen to it', async () => {
    const title = 'Shopify fulfills orders by itself after payment: switch that off';
    expect(await see('/app')).toContain(title);
    expect((await send('/app?index', [['notice', 'fulfills-by-itself']])).status).toBe(200);
    expect(await see('/app')).not.toContain(title);
    expect((await send('/app?index', [['notice', 'something-else']])).status).toBe(400);
  });

  const sendsPayments = async (...fields: [string, string][]) =>
    send('/app/payments', [['version', await versionAt('/app/payments')], ...fields]);

  test('takes the merchant’s word for how payment is taken, and takes it back', async () => {
    const says = (method: string) => sendsPayments(['do', 'say-method'], ['method', method]);
    expect((await says('manual')).status).toBe(200);
    const page = await see('/app/payments');
    expect(page).toContain('Your orders show something else');
    expect(page).toContain('this is the best for backorders');
    expect((await says('found')).status).toBe(200);
    expect(await see('/app/payments')).toContain('Your shop charges at checkout');
    expect((await says('by cheque')).status).toBe(400);
    expect((await send('/app/payments', [['do', 'refund']])).status).toBe(400);
  });

  test('keeps how long a gateway’s authorizations last, until the field is emptied', async () => {
    const days = (value: string) =>
      sendsPayments(['do', 'set-days'], ['days-shopify_payments', value]);
    expect((await days('5')).status).toBe(200);
    expect(await see('/app/payments')).toContain('value="5"');
    const wrong = await days('400');
    expect(wrong.status).toBe(400);
    expect(wrong.page).toContain('Enter a whole number from 1 to 365.');
    expect((await days('')).status).toBe(200);
    expect(await see('/app/payments')).not.toContain('value="5"');
    const stale = await send('/app/payments', [
      ['do', 'set-days'],
      ['version', '0'],
    ]);
    expect(stale.status).toBe(409);
  });

  test('shows payments of orders in stock that were not taken, and takes a yes to one', async () => {
    const page = await see('/app/payments');
    expect(page).toContain('Payments that were not taken');
    expect(page).toContain('The bank declined the card.');
    expect(await see('/app')).toContain('1 payment of orders in stock was not taken');
    const yes = (intent: string) =>
      sendsPayments(['do', 'approve'], ['order', 'gid://shopify/Order/1042'], ['intent', intent]);
    expect((await yes('capture-8-1')).status).toBe(200);
    expect((await yes('')).status).toBe(400);
  });

  test('pauses everything, and says so', async () => {
    await send('/app?index', [['paused', 'yes']]);
    expect(await see('/app')).toContain('Everything is paused');
    expect((await send('/app?index', [['paused', 'perhaps']])).status).toBe(400);
  });

  const SETTINGS = {
    version: '',
    mode: 'ask',
    cutOff: '17:00',
    nightFrom: '21:00',
    nightTo: '08:00',
    followUpDays: '5',
    capHours: '20',
    undoMinutes: '15',
    statedShippingDays: '30',
    captureClearOrders: 'no',
    partOrders: 'ready-first',
    restWaitsDays: '2',
    beforeLapse: 'charge-if-agreed',
    useExtendedAuthorizations: 'no',
    paymentDays: '14',
    refundDays: '5',
    usePaymentTerms: 'yes',
    includeTestOrders: 'no',
    shippingToldBy: 'shopify',
    senderName: 'Harbor',
    replyTo: '',
    feedLocations: '7123, 7124',
    leaveAtLocations: '7125',
    takeBackAtLocations: '',
  };
  const save = (change: Partial<typeof SETTINGS>) =>
    send('/app/settings', Object.entries({ ...SETTINGS, ...change }));

  test('saves the settings, and refuses who comes with older ones', async () => {
    const version = await versionAt('/app/settings');
    expect((await save({ version })).status).toBe(200);
    const saved = await see('/app/settings');
    for (const value of ['17:00', 'ready-first', 'charge-if-agreed', '14'])
      expect(saved).toContain(`value="${value}"`);
    const { status, page } = await save({ version, cutOff: '16:00' });
    expect(status).toBe(409);
    expect(page).toContain('value="17:00"');
  });

  test.each([
    [{ cutOff: '25:00' }, 'Enter a time such as 18:00.'],
    [{ followUpDays: '99' }, 'Enter a whole number from 2 to 30.'],
    [{ paymentDays: '2' }, 'Enter a whole number from 3 to 60.'],
    [{ refundDays: '8' }, 'Enter a whole number from 1 to 7.'],
    [{ restWaitsDays: '6' }, 'Enter a whole number from 0 to 5.'],
    [{ undoMinutes: 'soon' }, 'Enter a whole number from 0 to 1440.'],
    [{ nightTo: '21:00' }, 'The night must end at another time than it begins.'],
    [{ replyTo: 'nobody' }, 'Enter an e-mail address such as shop@example.com'],
    [{ senderName: 'A "B"' }, 'A name can’t contain quotes'],
    [{ feedLocations: 'the back room' }, 'Enter the numbers of locations'],
    [{ takeBackAtLocations: '7125' }, 'A location can’t be in both lists'],
  ])('says beside the field what is wrong with it: %o', async (change, words) => {
    const { status, page } = await save(change);
    expect(status).toBe(400);
    expect(page).toContain(words);
  });
});
