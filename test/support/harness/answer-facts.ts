import type { Case } from '../../../app/domain/case';
import type { ChoiceAnswer } from '../../../app/domain/choice-view';
import type { Fact } from '../../../app/domain/history';
import { money } from '../../../app/domain/money';

/**
 * What a customer's answer on the choice page came to, line by line, as the case took it up. All that an answer can tell
 * is told here: what it agrees to, too (`agreed`), by the answers that agree to something.
 */
export function factsOfAnswer(value: Case, answer: ChoiceAnswer, at: Date): Fact[] {
  if ('amount' in answer) {
    const currency = value.lines[0]?.unitPrice.currencyCode ?? 'USD';
    const amount = money(answer.amount, currency);
    return [{ kind: 'agreed', at, order: value.orderId, to: answer.action, amount }];
  }
  const { action, lineIds } = answer;
  return value.lines
    .filter((line) => lineIds.includes(line.id))
    .flatMap(({ id, choice }): Fact[] => {
      const undoUntil = choice.kind === 'cancel-requested' ? choice.undoUntil : null;
      if (action === 'cancel' && undoUntil === null) return [];
      const { orderId: order } = value;
      return [{ kind: 'chose', at, order, lines: [id], choice: action, by: 'customer', undoUntil }];
    });
}
