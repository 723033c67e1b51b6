import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { ShopId } from '../domain/ids';
import type { Secrets } from '../ports';
import type { Key, Keyring } from './tokens/keyring';

const ID_BYTES = 16;
const SIGNATURE_BYTES = 16;
const DOMAIN = '.myshopify.com';

/** One key per purpose (RFC 5869), so that what leaks of one says nothing about another. */
function derive(key: Key, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key.bytes, '', `holdfast/${purpose}`, 32));
}

/**
 * - a choice token is `<shop>.<id>.<signature>`, each base64url, signed with the first key and verified with all;
 * - the customer key is made with the *last* key of the list: it must stay the same while keys change, or a customer who
 *   asks to be forgotten couldn't be found. It moves only when that key is dropped.
 */
export function createSecrets(keyring: Keyring): Secrets {
  const choiceKeys = keyring.all.map((key) => derive(key, 'choice'));
  const oldest = keyring.all.at(-1) ?? keyring.current;
  const customerKey = derive(oldest, 'customer');

  const sign = (key: Buffer, body: string): Buffer =>
    createHmac('sha256', key).update(body).digest().subarray(0, SIGNATURE_BYTES);
  const currentKey = choiceKeys[0] ?? derive(keyring.current, 'choice');

  return {
    signChoice({ shop, id }) {
      const name = Buffer.from(shop.slice(0, -DOMAIN.length)).toString('base64url');
      const body = `${name}.${id}`;
      return `${body}.${sign(currentKey, body).toString('base64url')}`;
    },

    verifyChoice(token) {
      const [, name, id, signature] =
        /^([A-Za-z0-9_-]{1,128})\.([A-Za-z0-9_-]{1,64})\.([A-Za-z0-9_-]{22})$/.exec(token) ?? [];
      if (!name || !id || !signature) return null;
      const given = Buffer.from(signature, 'base64url');
      const body = `${name}.${id}`;
      // Every key is tried, whichever fits, so that the time taken tells nothing.
      const fits = choiceKeys.filter((key) => timingSafeEqual(sign(key, body), given));
      if (fits.length === 0) return null;
      const shop = ShopId.safeParse(Buffer.from(name, 'base64url').toString() + DOMAIN);
      return shop.success ? { shop: shop.data, id } : null;
    },

    customerKey: (shop, email) =>
      createHmac('sha256', customerKey)
        .update(`${shop}\n${email.trim().toLowerCase()}`)
        .digest('base64url'),

    newId: () => randomBytes(ID_BYTES).toString('base64url'),
  };
}
