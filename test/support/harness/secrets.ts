import { ShopId } from '../../../app/domain/ids';
import type { Secrets } from '../../../app/ports';

/** Secrets that hide nothing and are the same in every run. */
export function createPlainSecrets(): Secrets {
  let last = 0;
  return {
    signChoice: ({ shop, id }) => `${shop}--${id}`,
    verifyChoice(token) {
      const [shop, id] = token.split('--');
      const parsed = ShopId.safeParse(shop);
      return parsed.success && id !== undefined ? { shop: parsed.data, id } : null;
    },
    customerKey: (_shop, email) => `key of ${email.toLowerCase()}`,
    newId: () => `link${(last += 1)}`,
  };
}
