import { decrypt, encrypt, Undecipherable } from '../../../app/adapters/tokens/cipher';
import { parseKeyring } from '../../../app/adapters/tokens/keyring';

const key = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString('base64')}`;
const OLD = parseKeyring(key('2026a', 1));
const BOTH = parseKeyring(`${key('2026b', 2)}, ${key('2026a', 1)}`);
const NEW = parseKeyring(key('2026b', 2));

describe('ENCRYPTION_KEY', () => {
  it.each([
    ['', 'nothing'],
    ['abc', 'no key id'],
    [`a:${Buffer.alloc(16).toString('base64')}`, 'a short key'],
    [`a b:${Buffer.alloc(32).toString('base64')}`, 'an odd key id'],
    [`${key('a', 1)},${key('a', 2)}`, 'a key id used twice'],
  ])('is refused with one clear line: %s (%s)', (text) => {
    expect(() => parseKeyring(text)).toThrow(/^ENCRYPTION_KEY /);
  });

  it('is never repeated in the complaint', () => {
    let complaint = '';
    try {
      parseKeyring('a:c2VjcmV0');
    } catch (error) {
      complaint = String(error);
    }
    expect(complaint).toMatch(/ENCRYPTION_KEY/);
    expect(complaint).not.toContain('c2VjcmV0');
  });
});

describe('a secret at rest', () => {
  const secret = encrypt(OLD, 'offline_a/accessToken', 'shpat_1');

  it('does not show what it hides, and names its key', () => {
    expect(secret).toMatch(/^v1\.2026a\.[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(secret).not.toContain('shpat');
    expect(encrypt(OLD, 'offline_a/accessToken', 'shpat_1')).not.toBe(secret);
  });

  it('is read with the key that wrote it, also when a newer one is in front', () => {
    expect(decrypt(OLD, 'offline_a/accessToken', secret)).toBe('shpat_1');
    expect(decrypt(BOTH, 'offline_a/accessToken', secret)).toBe('shpat_1');
    expect(encrypt(BOTH, 'x', 'y')).toMatch(/^v1\.2026b\./);
  });

  it('says which key is missing', () => {
    expect(() => decrypt(NEW, 'offline_a/accessToken', secret)).toThrow('the key "2026a"');
  });

  it('is refused when a single character was changed', () => {
    const parts = secret.split('.');
    for (const at of [2, 3, 4]) {
      const changed = parts.map((part, index) =>
        index === at ? (part.startsWith('A') ? 'B' : 'A') + part.slice(1) : part,
      );
      expect(() => decrypt(OLD, 'offline_a/accessToken', changed.join('.'))).toThrow(
        Undecipherable,
      );
    }
  });

  it("is refused in another shop's row", () => {
    expect(() => decrypt(OLD, 'offline_b/accessToken', secret)).toThrow(Undecipherable);
  });

  it('is refused when it is no secret at all', () => {
    expect(() => decrypt(OLD, 'offline_a/accessToken', 'shpat_1')).toThrow(Undecipherable);
  });
});
