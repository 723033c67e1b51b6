import { z } from 'zod';
import type { ChoiceAnswer } from '../../domain/choice-view';
import { LineId } from '../../domain/ids';

/** More lines than an order can have. */
const MOST = 500;

export const CHOICE_ACTIONS = ['keep', 'cancel', 'undo'] as const;

const Form = z.object({
  action: z.enum(CHOICE_ACTIONS),
  lineIds: z.array(LineId).max(MOST),
});

/** Null for what our own form can't have sent. */
export function readAnswer(form: FormData): ChoiceAnswer | null {
  const parsed = Form.safeParse({ action: form.get('action'), lineIds: form.getAll('lineIds') });
  return parsed.success ? parsed.data : null;
}
