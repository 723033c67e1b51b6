import { createLog } from '../../app/log.server';

function logged(fields: object, message = 'something happened'): string {
  const lines: string[] = [];
  createLog({ logLevel: 'info' }, { write: (line) => void lines.push(line) }).error(
    fields,
    message,
  );
  return lines.join('');
}

describe('the log', () => {
  it('keeps ids, numbers and times', () => {
    const line = logged({
      shop: 'pine.myshopify.com',
      orderId: 'gid://shopify/Order/1',
      taskId: 5n,
      at: new Date('2026-11-23T10:00:00Z'),
    });
    expect(JSON.parse(line)).toMatchObject({
      shop: 'pine.myshopify.com',
      orderId: 'gid://shopify/Order/1',
      taskId: '5',
      at: '2026-11-23T10:00:00.000Z',
      msg: 'something happened',
    });
  });

  it.each([
    ['a field with a token', { accessToken: 'hush' }],
    ['a header', { headers: { Authorization: 'Bearer hush', 'X-Shopify-Access-Token': 'hush' } }],
    ['a cookie in a list of headers', { request: [{ 'set-cookie': 'hush' }] }],
    [
      "a customer's address in a field",
      { mail: { to: 'hush@example.com', replyTo: 'hush@example.com' } },
    ],
    ['an address within a text', { note: 'could not reach <hush@example.com>, gave up' }],
    ['an address in an error', { err: new Error('550 no such user hush@example.com') }],
    [
      'an address in the cause of an error',
      { err: new Error('x', { cause: new Error('hush@example.com') }) },
    ],
    [
      'the request that hangs on an error',
      { err: Object.assign(new Error('x'), { config: { body: 'hush' } }) },
    ],
    ["one of Shopify's tokens within a text", { note: 'sent shpat_hush1234' }],
    ['a session token within a URL', { url: '/app?shop=a.myshopify.com&id_token=hush&x=1' }],
    ['a choice link', { url: 'https://holdfast.example.com/choice/hush?x=1' }],
    ['a password within an address', { url: 'postgresql://user:hush@db.example.com:5432/x' }],
    ['a bearer token within a text', { note: 'header Authorization: Bearer hush' }],
  ])('takes out %s', (_what, fields) => {
    const line = logged(fields);
    expect(line).not.toContain('hush');
    expect(line).toContain('something happened');
  });

  it('takes addresses out of the message, too', () => {
    expect(logged({}, 'mail to hush@example.com failed')).not.toContain('hush');
  });

  it('says nothing below its level', () => {
    const lines: string[] = [];
    const log = createLog({ logLevel: 'warn' }, { write: (line) => void lines.push(line) });
    log.info({}, 'quiet');
    log.debug({}, 'quiet');
    expect(lines).toEqual([]);
  });
});
