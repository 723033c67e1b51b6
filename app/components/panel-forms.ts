import { z } from 'zod';
import { LineId, OrderId } from '../domain/ids';
import { Mode } from '../domain/settings';

const YesNo = z.enum(['yes', 'no']).transform((value) => value === 'yes');

/** One setting at a time; what it is called in the form it is called in the settings. */
const HomeForm = z.union([
  z.object({ mode: Mode }),
  z.object({ paused: YesNo }),
  z.object({ captureClearOrders: YesNo }),
]);

const CaseForm = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('set-date'),
    lineIds: z.array(LineId).min(1, 'Tick the lines that the date is for.'),
    date: z.iso.date('That is not a date.').or(z.literal('').transform(() => null)),
  }),
  z.object({ do: z.literal('resolve-attention') }),
  z.object({ do: z.literal('approve'), intent: z.string().min(1).max(200) }),
]);
export type CaseForm = Readonly<z.infer<typeof CaseForm>>;

export function readHomeForm(form: FormData): z.infer<typeof HomeForm> | null {
  return HomeForm.safeParse(Object.fromEntries(form)).data ?? null;
}

/** What the merchant wants, or what to tell them that is wrong with it. */
export function readCaseForm(form: FormData): CaseForm | string {
  const parsed = CaseForm.safeParse({
    ...Object.fromEntries(form),
    lineIds: form.getAll('lineIds'),
  });
  return parsed.success
    ? parsed.data
    : (parsed.error.issues[0]?.message ?? 'That did not come through.');
}

/** The panel's addresses carry an order's number alone. Null for what isn't one. */
export function orderIdOf(number: string | undefined): OrderId | null {
  return OrderId.safeParse(`gid://shopify/Order/${number ?? ''}`).data ?? null;
}
