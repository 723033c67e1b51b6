import type { ShopId } from '../domain/ids';

/** A shop's access to Shopify, kept encrypted. */
export interface Tokens {
  /** Forgets every session of a shop that has uninstalled. */
  forget(shop: ShopId): Promise<void>;
}

export interface Secrets {
  /** A choice link's token: 128 random bits, signed, bound to shop, order and generation. */
  signChoice(input: { shop: ShopId; id: string }): string;
  /** The id within, or null for one that isn't ours. */
  verifyChoice(token: string): { shop: ShopId; id: string } | null;
  /** Ties one customer's orders together without keeping the address. */
  customerKey(shop: ShopId, email: string): string;
  newId(): string;
}
