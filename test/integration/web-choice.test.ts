import { type Served, servePages } from '../support/built-pages';
import { rawRequest } from '../support/raw-request';

const LAMP = 'gid://shopify/LineItem/1';

describe('the page behind the link in a mail', () => {
  let served: Served;
  beforeAll(async () => {
    served = await servePages();
  }, 120_000);
  afterAll(() => served.stop());

  let visitor = 0;
  /** Each test is a visitor of its own, as a proxy would tell, so that none meets another's limit. */
  beforeEach(() => (visitor += 1));
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(served.url + path, {
      redirect: 'manual',
      ...init,
      headers: { ...init.headers, 'x-forwarded-for': `203.0.113.${visitor}` },
    });
  const open = async (link: string) => (await ask(`/choice/${link}`)).text();
  const answer = (link: string, fields: [string, string][]) =>
    ask(`/choice/${link}`, { method: 'POST', body: new URLSearchParams(fields) });

  test('shows each line with its date, and the truth about the money', async () => {
    const page = await open('waiting');
    expect(page).toContain('Brass desk lamp');
    expect(page).toContain('We expect it by Friday, March 20.');
    expect(page).toContain('You have not been charged.');
  });

  test.each([
    ['late', 'is late; we don’t have a new date yet'],
    ['several', '3 of 4: on back order. We don’t have a date for it yet.'],
    ['kept', 'You chose to wait. Thank you.'],
    ['undo', 'You can take it back for 12 more minutes, until 10:12'],
    ['cancelled', 'This is cancelled'],
    ['cancelled in part', 'Wait for what is left, or cancel it?'],
    ['cancelled in part', 'A part of your order is cancelled. Something else isn’t here yet'],
    ['being cancelled in part', 'A part of your order is being cancelled.'],
    ['shipped', 'Nothing to choose any more'],
    ['unknown', 'so we won’t guess'],
  ])('for an order that is %s says: %s', async (link, words) => {
    expect(await open(link)).toContain(words);
  });

  test('does not say that nothing was charged when Shopify could not be asked', async () => {
    expect(await open('unknown')).not.toMatch(/not (been )?charged/);
  });

  test('has no button where there is nothing to choose', async () => {
    expect(await open('shipped')).not.toContain('<button');
    expect(await open('cancelled')).not.toContain('<button');
  });

  test('runs no script, and escapes what shops and products are called', async () => {
    const page = await open('html');
    expect(page).not.toMatch(/<script|<img|<b>/);
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  test('leaks by no header, cache, index or frame', async () => {
    for (const link of ['waiting', 'no-such-link']) {
      const { headers } = await ask(`/choice/${link}`);
      expect(Object.fromEntries(headers)).toMatchObject({
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
        'x-robots-tag': expect.stringContaining('noindex'),
        'x-frame-options': 'DENY',
        'content-security-policy': expect.stringContaining("default-src 'none'"),
      });
    }
  });

  describe.each([
    '/%63hoice/waiting',
    '/choic%65/waiting',
    '/Choice/waiting',
    '/choice/wait%69ng',
    '//choice/waiting',
    '/x/../choice/waiting',
    '/%2e%2e/choice/waiting',
    '/choice/waiting/',
    '/%63hoice/waiting.data',
  ])('written as %s', (path) => {
    const look = (from: number) =>
      rawRequest(served.url, path, { headers: { 'x-forwarded-for': `198.51.100.${from}` } });

    test('is the same guarded page, or none', async () => {
      const { status, headers, text } = await look(visitor);
      if (status === 200)
        expect(headers).toMatchObject({
          'referrer-policy': 'no-referrer',
          'cache-control': 'no-store',
          'x-frame-options': 'DENY',
          'content-security-policy': expect.stringContaining("default-src 'none'"),
        });
      else expect([status, text.includes('Brass desk lamp')]).toEqual([404, false]);
    });
  });

  test('counts as one link, however its address is written', async () => {
    const paths = ['/choice/html', '/%63hoice/html', '/choice/h%74ml', '/CHOICE/html'];
    const statuses: number[] = [];
    for (let look = 0; look < 40; look += 1) {
      const headers = { 'x-forwarded-for': `203.0.113.${visitor}` };
      statuses.push((await rawRequest(served.url, paths[look % 4] ?? '', { headers })).status);
    }
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(8);
  });

  test('is not reached by a host that is an address itself', async () => {
    const headers = { host: 'shop.example/choice/waiting?' };
    expect((await rawRequest(served.url, '/', { headers })).status).toBe(400);
  });

  test('changes nothing however often it is opened, looked at or prefetched', async () => {
    const before = await open('several');
    const looks: RequestInit[] = [{}, { method: 'HEAD' }, { headers: { purpose: 'prefetch' } }];
    for (const look of looks) await ask('/choice/several?action=cancel&lineIds=' + LAMP, look);
    await ask('/choice/several.data');
    for (const method of ['PUT', 'DELETE', 'PATCH'])
      expect((await ask('/choice/several', { method })).status).toBe(405);
    expect(await open('several')).toBe(before);
  });

  test("takes a person's click without any script: cancelled, and taken back, and kept", async () => {
    const cancel = await answer('waiting', [
      ['action', 'cancel'],
      ['lineIds', LAMP],
    ]);
    expect([cancel.status, cancel.headers.get('location')]).toEqual([303, '/choice/waiting']);
    expect(await open('waiting')).toContain('We’re about to cancel');
    await answer('waiting', [
      ['action', 'undo'],
      ['lineIds', LAMP],
    ]);
    expect(await open('waiting')).toContain('Wait, or cancel?');
    await answer('waiting', [
      ['action', 'keep'],
      ['lineIds', LAMP],
    ]);
    expect(await open('waiting')).toContain('Thank you for waiting');
  });

  test('takes the click of a browser, which names no origin from a page without referrer', async () => {
    const reply = await ask('/choice/waiting', {
      method: 'POST',
      headers: { origin: 'null' },
      body: new URLSearchParams([
        ['action', 'keep'],
        ['lineIds', LAMP],
      ]),
    });
    expect(reply.status).toBe(303);
  });

  test('asks again when nothing was ticked', async () => {
    const reply = await answer('several', [['action', 'cancel']]);
    expect(reply.status).toBe(400);
    expect(await reply.text()).toContain('Please tick the items that you mean');
  });

  test.each([
    [[['action', 'refund']]],
    [[['lineIds', LAMP]]],
    [
      [
        ['action', 'cancel'],
        ['lineIds', '1 OR 1=1'],
      ],
    ],
  ] as [[string, string][]][])('refuses what its own form cannot have sent', async (fields) => {
    expect((await answer('several', fields)).status).toBe(400);
  });

  test('says so when it is too late', async () => {
    const reply = await answer('late', [
      ['action', 'cancel'],
      ['lineIds', LAMP],
    ]);
    expect(reply.status).toBe(409);
    expect(await reply.text()).toContain('It left our warehouse an hour ago.');
  });

  test('is one and the same for every link that does not work', async () => {
    const replies = await Promise.all(
      ['guess', 'x'.repeat(400), '%00', '..%2f..'].map((l) => ask(`/choice/${l}`)),
    );
    const pages = await Promise.all(replies.map((reply) => reply.text()));
    expect(replies.map((reply) => reply.status)).toEqual([404, 404, 404, 404]);
    expect(new Set(pages).size).toBe(1);
    const reply = await answer('guess', [
      ['action', 'cancel'],
      ['lineIds', LAMP],
    ]);
    expect(reply.status).toBe(404);
  });

  test('slows down who tries too often, by link and by address', async () => {
    const statuses = async (paths: string[]) => {
      const counts = new Map<number, number>();
      for (const path of paths) {
        const { status } = await ask(path);
        counts.set(status, (counts.get(status) ?? 0) + 1);
      }
      return counts;
    };
    const same = await statuses(Array.from({ length: 40 }, () => '/choice/shipped'));
    expect(same.get(429)).toBeGreaterThanOrEqual(8);
    visitor += 100;
    const guesses = await statuses(Array.from({ length: 150 }, (_, n) => `/choice/guess-${n}`));
    expect(guesses.get(429)).toBeGreaterThanOrEqual(28);
  });

  test('never writes an address to the log', async () => {
    await ask('/choice/secret-token');
    await ask('/chioce/secret-token?id_token=secret-token');
    expect(served.output()).not.toContain('secret-token');
  });
});
