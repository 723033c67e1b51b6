import { z } from 'zod';
import { ASKED_KINDS } from '../domain/after-absence';
import { LineId, OrderId } from '../domain/ids';
import { CASE_FILTERS, type CaseQuery } from '../domain/panel-view';
import { Mode } from '../domain/settings';
import { seenVersion } from './form-values';
import { NoticeKind } from '../domain/shop-notice';

const YesNo = z.enum(['yes', 'no']).transform((value) => value === 'yes');

/** One setting at a time; what it is called in the form it is called in the settings. */
const HomeForm = z.union([z.object({ mode: Mode }), z.object({ paused: YesNo })]);

/** What can be asked for on the home page. */
export const HOME_ACTS = HomeForm.options.flatMap(({ shape }) => Object.keys(shape));

export function readHomeForm(form: FormData) {
  const fields = Object.fromEntries(form);
  const change = HomeForm.safeParse(fields).data;
  return change ? { change, seen: seenVersion.safeParse(fields['version']).data } : null;
}

/** The notice that somebody answers; null where the form is about something else. */
export function readNoticeForm(form: FormData): NoticeKind | null {
  return NoticeKind.safeParse(form.get('notice')).data ?? null;
}

const AbsenceForm = z.discriminatedUnion('do', [
  z.object({ do: z.literal('ask-again') }),
  z.object({
    do: z.literal('yes-to-all'),
    of: z.enum(ASKED_KINDS),
    asOf: z.iso.datetime().transform((at) => new Date(at)),
  }),
]);

/** What is asked of a suspension or after it; null where the form is about something else. */
export function readAbsenceForm(form: FormData) {
  return AbsenceForm.safeParse(Object.fromEntries(form)).data ?? null;
}

const lineIds = z.array(LineId);
const key = z.string().min(1).max(100);
const note = z.string().max(500, 'Please say it in 500 characters.');
const Seen = z.object({ version: seenVersion });

const CaseForm = z.discriminatedUnion('do', [
  Seen.extend({
    do: z.literal('set-date'),
    lineIds: lineIds.min(1, 'Tick the lines that the date is for.'),
    date: z.iso.date('That is not a date.').or(z.literal('').transform(() => null)),
  }),
  Seen.extend({ do: z.literal('resolve-attention') }),
  Seen.extend({ do: z.literal('stop-links') }),
  Seen.extend({ do: z.literal('approve'), intent: z.string().min(1).max(200) }),
  Seen.extend({ do: z.literal('send-now'), key }),
  Seen.extend({
    do: z.literal('send-later'),
    key,
    time: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'Choose a day and a time.'),
  }),
  Seen.extend({ do: z.literal('skip'), key, told: note }),
  Seen.extend({ do: z.literal('release'), why: note }),
  Seen.extend({ do: z.literal('part-first'), why: note }),
  Seen.extend({ do: z.literal('capture') }),
  Seen.extend({ do: z.literal('cancel'), lineIds }),
  Seen.extend({ do: z.literal('undo-cancel'), lineIds }),
]);
export type CaseForm = Readonly<z.infer<typeof CaseForm>>;

/** What the toast says when it is done. */
export const DONE_WORDS: Readonly<Record<CaseForm['do'], string>> = {
  'set-date': 'Saved. The customer is told.',
  'resolve-attention': 'Taken care of',
  'stop-links': 'The link no longer works',
  approve: 'It is on its way',
  'send-now': 'It is being sent',
  'send-later': 'Moved',
  skip: 'Left out, and on record',
  release: 'The hold is being released',
  'part-first': 'The part that is here goes first',
  capture: 'The capture is on its way',
  cancel: 'It will be cancelled',
  'undo-cancel': 'The cancellation is taken back',
};

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

const Query = z.object({
  filter: z.enum(CASE_FILTERS).catch('all'),
  search: z.string().trim().max(50).catch(''),
  sort: z.enum(['oldest', 'newest']).catch('oldest'),
  after: z.string().nullable().catch(null),
  before: z.string().nullable().catch(null),
}) satisfies z.ZodType<CaseQuery>;

/** What an address asks of the list; what makes no sense is left out. */
export function readCaseQuery(address: URLSearchParams): CaseQuery {
  const given = (name: string): string | null => address.get(name);
  return Query.parse({
    filter: given('filter'),
    search: given('search') ?? '',
    sort: given('sort'),
    after: given('after'),
    before: given('before'),
  });
}

/** The same in an address again: what is as usual isn't written. */
export function writeCaseQuery(query: Partial<CaseQuery>): string {
  const usual: Readonly<Record<string, string>> = { filter: 'all', sort: 'oldest' };
  const written = Object.entries(query).filter(
    (entry): entry is [string, string] =>
      entry[1] !== null && entry[1] !== '' && entry[1] !== usual[entry[0]],
  );
  return `?${new URLSearchParams(written)}`;
}
