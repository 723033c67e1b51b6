import { z } from 'zod';
import type { ChoiceAnswer } from '../../domain/choice-view';
import { LineId } from '../../domain/ids';
import { Money } from '../../domain/money';

/** More lines than an order can have. */
const MOST = 500;

const LINE_ACTIONS = ['keep', 'cancel', 'undo'] as const;
const AGREEMENTS = ['part-first', 'charge-early'] as const;
/** Everything that the page's forms can ask for. */
export const CHOICE_ACTIONS = [...LINE_ACTIONS, ...AGREEMENTS];

const Form = z.union([
  z.object({ action: z.enum(LINE_ACTIONS), lineIds: z.array(LineId).max(MOST) }),
  z.object({ action: z.enum(AGREEMENTS), amount: Money.shape.amount }),
]);

/** Null for what our own form can't have sent. */
export function readAnswer(form: FormData): ChoiceAnswer | null {
  const parsed = Form.safeParse({
    action: form.get('action'),
    lineIds: form.getAll('lineIds'),
    amount: form.get('amount'),
  });
  return parsed.success ? parsed.data : null;
}
