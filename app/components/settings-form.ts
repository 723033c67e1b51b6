import { z } from 'zod';
import { BeforeLapse, Mode, PartOrders, type Settings } from '../domain/settings';
import { address, locations, seenVersion, time, whole, yes } from './form-values';

/** The settings as fields of a form: everything is text. */
export type SettingsFields = Readonly<Record<FieldName, string>>;
export type FieldErrors = Readonly<Partial<Record<FieldName, string>>>;

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
    partOrders: PartOrders,
    restWaitsDays: whole(0, 5),
    beforeLapse: BeforeLapse,
    useExtendedAuthorizations: yes,
    paymentDays: whole(3, 60),
    refundDays: whole(1, 7),
    usePaymentTerms: yes,
    includeTestOrders: yes,
    shippingToldBy: z.enum(['shopify', 'holdfast']),
    senderName: z
      .string()
      .trim()
      .max(100, 'Please use at most 100 characters.')
      .refine((text) => !/[\r\n<>"]/.test(text), 'A name can’t contain quotes or angle brackets.'),
    replyTo: address,
    feedLocations: locations,
    leaveAtLocations: locations,
    takeBackAtLocations: locations,
  })
  .refine(({ nightFrom, nightTo }) => nightFrom !== nightTo, {
    path: ['nightTo'],
    error: 'The night must end at another time than it begins.',
  })
  .refine(
    ({ leaveAtLocations, takeBackAtLocations }) =>
      !leaveAtLocations.some((location) => takeBackAtLocations.includes(location)),
    {
      path: ['takeBackAtLocations'],
      error: 'A location can’t be in both lists of fulfillment services.',
    },
  ) satisfies z.ZodType<Partial<Settings>>;
export type FieldName = keyof z.infer<typeof SettingsForm>;
type Change = z.infer<typeof SettingsForm> & Pick<Settings, 'senderEmail'>;

/** Locations by their numbers, one per line. */
const numbersOf = (locationIds: readonly string[]): string =>
  locationIds.map((id) => id.split('/').at(-1) ?? id).join('\n');

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
    partOrders: settings.partOrders,
    restWaitsDays: String(settings.restWaitsDays),
    beforeLapse: settings.beforeLapse,
    useExtendedAuthorizations: yesNo(settings.useExtendedAuthorizations),
    paymentDays: String(settings.paymentDays),
    refundDays: String(settings.refundDays),
    usePaymentTerms: yesNo(settings.usePaymentTerms),
    includeTestOrders: yesNo(settings.includeTestOrders),
    shippingToldBy: settings.shippingToldBy,
    senderName: settings.senderName,
    replyTo: settings.replyTo || settings.senderEmail,
    feedLocations: numbersOf(settings.feedLocations),
    leaveAtLocations: numbersOf(settings.leaveAtLocations),
    takeBackAtLocations: numbersOf(settings.takeBackAtLocations),
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
    const seen = seenVersion.safeParse(form.get('version') ?? undefined).data;
    // The address of older releases stood in the field for answers: what was saved there replaces it.
    return { change: { ...parsed.data, senderEmail: '' }, seen };
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
