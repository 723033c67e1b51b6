import { z } from 'zod';
import type { SimulatorClient } from '../stack/client';

/** A row of the simulator's ledger, as far as the checker looks at it. */
export const Row = z.object({
  seq: z.number(),
  kind: z.string(),
  orderId: z.string().nullish(),
  target: z.string().nullish(),
  amount: z.string().nullish(),
  quantity: z.number().nullish(),
  by: z.string(),
  detail: z.record(z.string(), z.unknown()),
  at: z.coerce.date(),
});
export type Row = Readonly<z.infer<typeof Row>>;

export const Letter = z.object({
  sender: z.enum(['app', 'shopify']),
  kind: z.string().nullish(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  links: z.array(z.string()),
  receivedAt: z.coerce.date(),
});
export type Letter = Readonly<z.infer<typeof Letter>>;

/** All that the checker may know: what the simulated Shopify and the mailbox saw. Nothing of the app's own. */
export interface Witness {
  readonly rows: readonly Row[];
  readonly mails: readonly Letter[];
}

export async function readWitness(sim: SimulatorClient, shop: string): Promise<Witness> {
  const rows = await sim.get<unknown>(`/_sim/ledger?shop=${shop}`);
  const mails = await sim.get<unknown>(`/_sim/mail?shop=${shop}`);
  return { rows: z.array(Row).parse(rows), mails: z.array(Letter).parse(mails) };
}
