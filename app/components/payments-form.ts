import { z } from 'zod';
import { OrderId } from '../domain/ids';
import { CaptureMethod, type Settings } from '../domain/settings';
import { seenVersion, whole } from './form-values';

/** What the merchant says of how the shop takes payment; "found" leaves it to the orders. */
export const AS_FOUND = 'found';

const Method = z.object({
  do: z.literal('say-method'),
  method: CaptureMethod.or(z.literal(AS_FOUND).transform(() => null)),
});
const Days = z.object({
  do: z.literal('set-days'),
  days: z.record(z.string().min(1).max(100), whole(1, 365)),
});
const Approve = z.object({
  do: z.literal('approve'),
  order: OrderId,
  intent: z.string().min(1).max(200),
});
const PaymentsForm = z.discriminatedUnion('do', [Method, Days, Approve]);

/** What can be asked for on this page. */
export const PAYMENTS_ACTS = PaymentsForm.options.map(({ shape }) => shape.do.value);

const PREFIX = 'days-';
export const daysField = (gateway: string): string => `${PREFIX}${gateway}`;

/** A gateway whose field is empty goes by what is known to everybody. */
function daysIn(form: FormData): Record<string, unknown> {
  const given = [...form].filter(([name, value]) => name.startsWith(PREFIX) && value !== '');
  return Object.fromEntries(given.map(([name, value]) => [name.slice(PREFIX.length), value]));
}

interface ChangeWish {
  readonly change: Partial<Pick<Settings, 'captureMethod' | 'authorizationDays'>>;
  readonly seen: number | undefined;
}
/** A yes to the capture of an order in stock. */
interface ApproveWish {
  readonly approve: { readonly orderId: OrderId; readonly intent: string };
}
export type PaymentsWish = ChangeWish | ApproveWish;

/** What is to be changed or done, or what is wrong with each gateway's field, in words. */
export function readPaymentsForm(
  form: FormData,
): PaymentsWish | { readonly errors: Readonly<Record<string, string>> } {
  const parsed = PaymentsForm.safeParse({ ...Object.fromEntries(form), days: daysIn(form) });
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, message }) => [String(path[1]), message]);
    return { errors: Object.fromEntries(errors) };
  }
  const seen = seenVersion.safeParse(form.get('version') ?? undefined).data;
  const wish = parsed.data;
  if (wish.do === 'approve') return { approve: { orderId: wish.order, intent: wish.intent } };
  return wish.do === 'say-method'
    ? { change: { captureMethod: wish.method }, seen }
    : { change: { authorizationDays: wish.days }, seen };
}
