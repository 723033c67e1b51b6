import { z } from 'zod';
import type { ChoiceAnswer } from '../../domain/choice-view';
import { LineId } from '../../domain/ids';
import { Money } from '../../domain/money';

/** More lines than an order can have. */
const MOST = 500;

const Form = z.union([
  z.object({ action: z.enum(['keep', 'cancel', 'undo']), lineIds: z.array(LineId).max(MOST) }),
  z.object({ action: z.enum(['part-first', 'charge-early']), amount: Money.shape.amount }),
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
