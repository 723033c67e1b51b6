import type { Decision } from '../domain/decide/decision';
import type { Tx } from '../ports';

/** Writes what was decided of a case, with its entries in the timeline; nothing where there was nothing to decide. */
export async function keepDecision(tx: Tx, decision: Decision | null): Promise<void> {
  if (decision === null || 'ignored' in decision) return;
  await tx.saveCase(decision.case);
  await tx.addTimeline(decision.case.orderId, decision.timeline);
}
