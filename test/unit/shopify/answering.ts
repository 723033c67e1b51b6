import type { AdminClient } from '../../../app/adapters/shopify/admin-client.server';
import { createShopifyPort } from '../../../app/adapters/shopify/shopify-port.server';

/** A port whose Shopify answers one after the other, whatever is asked; an error is thrown. Waits take no time. */
export function answering(...replies: unknown[]) {
  const asked: { name: string; variables: unknown }[] = [];
  const waits: number[] = [];
  const client: AdminClient = {
    async request(_, operation, variables) {
      asked.push({ name: operation.name, variables });
      const reply = replies.shift();
      if (reply instanceof Error) throw reply;
      // A reply of the test's own making stands for Shopify's.
      return reply as never;
    },
  };
  const pause = (ms: number) => Promise.resolve(void waits.push(ms));
  return { asked, waits, port: createShopifyPort(client, { pollMs: [0, 0], pause }) };
}
