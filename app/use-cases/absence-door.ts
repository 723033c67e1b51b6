import { afterAbsence } from '../domain/after-absence';
import type { Intent } from '../domain/intent';
import type { Tx } from '../ports';

/** What the shop's last absence asks of an effect (`app/domain/after-absence.ts`). */
export async function absenceDoor(tx: Tx, intent: Intent): Promise<'go' | 'wait' | 'ask'> {
  const absence = await tx.absence();
  if (absence === null) return 'go';
  const [row] = await tx.demandOfOrder(intent.orderId);
  return afterAbsence(absence, {
    intent,
    case: await tx.loadCase(intent.orderId),
    orderedAt: row?.orderedAt ?? null,
  });
}
