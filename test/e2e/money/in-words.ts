import { z } from 'zod';
import type { SimulatorClient } from '../../../simulator/stack/client';
import { Letter, Row } from '../../../simulator/tour/witness';

/** The machine's time tells what came first within one moment of the shops'. */
const Timed = { realTime: z.coerce.date() };
const Rows = z.array(Row.extend(Timed));
const Letters = z.array(Letter.extend(Timed));

export interface Named {
  readonly orderId: string;
  readonly email: string;
}

const PLAIN: Readonly<Record<string, string>> = {
  hold: 'held',
  release: 'released',
  void: 'voided',
  lapse: 'lapsed',
  cancel: 'order-cancelled',
  edit: 'edited',
  'cancellation-request': 'asked back',
};
const MONEY: Readonly<Record<string, string>> = {
  capture: 'captured',
  refund: 'refunded',
  payment: 'paid',
};
const BY: Readonly<Record<string, string>> = { merchant: ' by staff', shopify: ' by Shopify' };

function ofRow({ kind, amount, by, detail }: Row): string | null {
  const who = BY[by] ?? '';
  const what = MONEY[kind];
  if (what !== undefined)
    return detail['status'] === 'SUCCESS' ? `${what} ${amount ?? '0'}${who}` : null;
  const plain = PLAIN[kind];
  return plain === undefined ? null : `${plain}${who}`;
}

/** What our letters to the order's customer were, the oldest first. */
export async function lettersTo(sim: SimulatorClient, { email }: Named) {
  const all = await sim.get<unknown>(`/_sim/mail?to=${encodeURIComponent(email)}`);
  return Letters.parse(all).filter((mail) => mail.sender === 'app');
}

/** One order's history: rows that moved something, and letters of ours, in their order. */
export async function historyOf(sim: SimulatorClient, order: Named): Promise<string[]> {
  const rows = await sim.get<unknown>(`/_sim/ledger?orderId=${encodeURIComponent(order.orderId)}`);
  const told = await lettersTo(sim, order);
  const events = [
    ...Rows.parse(rows).map((row) => ({ at: row.realTime, words: ofRow(row) })),
    ...told.map((mail) => ({ at: mail.realTime, words: mail.kind ?? null })),
  ];
  return events
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .flatMap(({ words }) => (words === null ? [] : [words]));
}
