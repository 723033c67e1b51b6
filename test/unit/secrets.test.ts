import { createSecrets } from '../../app/adapters/secrets.server';
import { parseKeyring } from '../../app/adapters/tokens/keyring';
import { ShopId } from '../../app/domain/ids';

const key = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString('base64')}`;
const before = createSecrets(parseKeyring(key('a', 1)));
const during = createSecrets(parseKeyring(`${key('b', 2)},${key('a', 1)}`));
const after = createSecrets(parseKeyring(key('b', 2)));
const shop = ShopId.parse('tea-house.myshopify.com');

describe('a choice link', () => {
  it('leads back to its shop and id', () => {
    const id = before.newId();
    const token = before.signChoice({ shop, id });
    expect(before.verifyChoice(token)).toEqual({ shop, id });
    expect(token).toMatch(/^[\w-]+\.[\w-]{22}\.[\w-]{22}$/);
  });

  it('outlives a change of keys until the old key is dropped', () => {
    const token = before.signChoice({ shop, id: 'abc' });
    expect(during.verifyChoice(token)).toEqual({ shop, id: 'abc' });
    expect(after.verifyChoice(token)).toBeNull();
    expect(after.verifyChoice(during.signChoice({ shop, id: 'abc' }))).toEqual({ shop, id: 'abc' });
  });

  it('is worth nothing when anything in it was changed', () => {
    const token = before.signChoice({ shop, id: 'abc' });
    const [name, id, signature] = token.split('.');
    const other = Buffer.from('coffee-house').toString('base64url');
    for (const forged of [
      `${other}.${id}.${signature}`,
      `${name}.abd.${signature}`,
      `${name}.${id}.${'A'.repeat(22)}`,
      `${name}.${id}`,
      `${token}.x`,
      `${token}\n`,
      '',
      'x'.repeat(10_000),
    ])
      expect(before.verifyChoice(forged)).toBeNull();
  });

  it('has an id that nobody guesses', () => {
    const ids = new Set(Array.from({ length: 1000 }, () => before.newId()));
    expect(ids.size).toBe(1000);
    for (const id of ids) expect(Buffer.from(id, 'base64url')).toHaveLength(16);
  });
});

describe('a customer key', () => {
  it('is the same however the address is written, and another in every shop', () => {
    const one = before.customerKey(shop, 'Anna@Example.com ');
    expect(before.customerKey(shop, 'anna@example.com')).toBe(one);
    expect(before.customerKey(ShopId.parse('b.myshopify.com'), 'anna@example.com')).not.toBe(one);
    expect(one).not.toContain('anna');
  });

  it('stays the same while keys are changed', () => {
    expect(during.customerKey(shop, 'a@b.c')).toBe(before.customerKey(shop, 'a@b.c'));
  });
});
