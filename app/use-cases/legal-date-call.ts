import { raiseAttention } from '../domain/decide/attention';
import type { Case } from '../domain/case';
import { legalDatePassed } from '../domain/legal-dates';
import type { Shop } from '../domain/settings';
import type { Tx } from '../ports';
import { legalDatePassedInWords } from '../words/legal-date';
import { keepDecision } from './keep-decision';

/** A date by law that passed since the shop went away is a person's to make good: they are called for it. */
export async function callForLegalDate(
  tx: Tx,
  value: Case | null,
  { shop, since, now }: { readonly shop: Shop; readonly since: Date; readonly now: Date },
): Promise<void> {
  const date = value === null ? null : legalDatePassed(value, since, now);
  if (value === null || date === null) return;
  await keepDecision(tx, raiseAttention(value, now, legalDatePassedInWords(date, shop)));
}
