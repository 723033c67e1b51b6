import { z } from 'zod';
import { Mode, type Settings } from '../domain/settings';

/** The settings as fields of a form: everything is text. */
export type SettingsFields = Readonly<Record<FieldName, string>>;
export type FieldErrors = Readonly<Partial<Record<FieldName, string>>>;

const whole = (from: number, to: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,6}$/, `Enter a whole number from ${from} to ${to}.`)
    .transform(Number)
    .refine((n) => n >= from && n <= to, `Enter a whole number from ${from} to ${to}.`);
const time = z
  .string()
  .trim()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time such as 18:00.');
const yes = z.string().transform((value) => value === 'yes');
const address = z
  .string()
  .trim()
  .max(200, 'That is too long for an e-mail address.')
  .refine((text) => text === '' || z.email().safeParse(text).success, {
    error: 'Enter an e-mail address such as shop@example.com, or leave it empty.',
  });
const LOCATION = /^(?:gid:\/\/shopify\/Location\/)?(\d+)$/;
const locations = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
  .refine((parts) => parts.every((part) => LOCATION.test(part)), {
    error: 'Enter the numbers of locations, one per line, such as 71234567.',
  })
  .transform((parts) =>
    parts.map((part) => `gid://shopify/Location/${LOCATION.exec(part)?.[1] ?? ''}`),
  );

const SettingsForm = z
  .object({
    mode: Mode,
    cutOff: time,
    nightFrom: time,
    nightTo: time,
    followUpDays: whole(2, 30),
    capHours: whole(0, 72),
    undoMinutes: whole(0, 1440),
    statedShippingDays: whole(1, 365),
    captureClearOrders: yes,
    includeTestOrders: yes,
    shippingToldBy: z.enum(['shopify', 'holdfast']),
    senderName: z
      .string()
      .trim()
      .max(100, 'Please use at most 100 characters.')
      .refine((text) => !/[\r\n<>"]/.test(text), 'A name can’t contain quotes or angle brackets.'),
    senderEmail: address,
    replyTo: address,
    feedLocations: locations,
  })
  .refine(({ nightFrom, nightTo }) => nightFrom !== nightTo, {
    path: ['nightTo'],
    error: 'The night must end at another time than it begins.',
  }) satisfies z.ZodType<Partial<Settings>>;
export type FieldName = keyof z.infer<typeof SettingsForm>;
type Change = z.infer<typeof SettingsForm>;

export function fieldsOf(settings: Settings): SettingsFields {
  const yesNo = (value: boolean): string => (value ? 'yes' : 'no');
  return {
    mode: settings.mode,
    cutOff: settings.cutOff,
    nightFrom: settings.nightFrom,
    nightTo: settings.nightTo,
    followUpDays: String(settings.followUpDays),
    capHours: String(settings.capHours),
    undoMinutes: String(settings.undoMinutes),
    statedShippingDays: String(settings.statedShippingDays),
    captureClearOrders: yesNo(settings.captureClearOrders),
    includeTestOrders: yesNo(settings.includeTestOrders),
    shippingToldBy: settings.shippingToldBy,
    senderName: settings.senderName,
    senderEmail: settings.senderEmail,
    replyTo: settings.replyTo,
    feedLocations: settings.feedLocations.map((id) => id.split('/').at(-1) ?? id).join('\n'),
  };
}

/** What is to be changed, or what is wrong with each field, in words. */
export function readSettingsForm(
  form: FormData,
):
  | { readonly change: Change; readonly seen: number | undefined }
  | { readonly errors: FieldErrors } {
  const parsed = SettingsForm.safeParse(Object.fromEntries(form));
  if (parsed.success) {
    const seen = z.coerce
      .number()
      .int()
      .safeParse(form.get('version') ?? undefined).data;
    return { change: parsed.data, seen };
  }
  const errors: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) errors[String(path[0])] ??= message;
  return { errors };
}

/**
 * What stands in the form after somebody else has saved: their values where this person changed nothing, and this
 * person's own where they did. Nothing is lost on either side.
 */
export function mergeFields(
  mine: SettingsFields,
  opened: SettingsFields,
  saved: SettingsFields,
): { readonly merged: SettingsFields; readonly theirs: readonly FieldName[] } {
  const names = Object.keys(saved) as FieldName[];
  const merged = Object.fromEntries(
    names.map((name) => [name, mine[name] === opened[name] ? saved[name] : mine[name]]),
  ) as SettingsFields;
  return { merged, theirs: names.filter((name) => opened[name] !== saved[name]) };
}
