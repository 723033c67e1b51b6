import type { ItemId, OrderId, ShopId } from '../domain/ids';
import type { Tx } from './transaction';

export interface Store {
  /**
   * Runs `work` in one transaction with the named locks taken first, always items before orders and each in order of
   * its id, so that no two transactions can wait for each other. Nothing of it is kept when `work` throws.
   */
  transact<T>(
    shop: ShopId,
    locks: { readonly items?: readonly ItemId[]; readonly orders?: readonly OrderId[] },
    work: (tx: Tx) => Promise<T>,
  ): Promise<T>;
  /** Reads alone, outside any lock. */
  read<T>(shop: ShopId, work: (tx: Tx) => Promise<T>): Promise<T>;

  /** Finds a webhook's body that was kept for compliance, and forgets it when done. */
  webhookBody(shop: ShopId, webhookId: string): Promise<unknown>;
  forgetWebhookBody(shop: ShopId, webhookId: string): Promise<void>;
  /** Erases a customer's words and addresses from the shop's records; what law asks to keep stays without a name. */
  redactCustomer(
    shop: ShopId,
    input: { customerKey: string | null; orderIds: readonly OrderId[] },
  ): Promise<void>;
  redactShop(shop: ShopId): Promise<void>;
  /** Forgets deliveries that were received before then: a repetition of one would be taken for new. */
  forgetWebhooks(shop: ShopId, before: Date): Promise<void>;
  /** Ends every task of a shop that has uninstalled. */
  dropTasks(shop: ShopId): Promise<void>;
}
