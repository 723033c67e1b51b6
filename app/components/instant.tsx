/**
 * "Mon 2 Mar, 14:05" by the shop's clock. Put together from parts: how a whole date is written differs between the server's
 * tables and the browser's, and the page would not be taken over.
 */
export function instantInWords(at: string, zone: string, day = false): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at));
  const of = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((part) => part.type === type)?.value ?? '';
  const date = `${of('weekday')} ${of('day')} ${of('month')}`;
  return day ? date : `${date}, ${of('hour')}:${of('minute')}`;
}

/** "14:05" by the shop's clock. */
export function TimeOfDay({ at, zone }: { at: string; zone: string }) {
  return <time dateTime={at}>{instantInWords(at, zone).slice(-5)}</time>;
}

/** An instant in the shop's time, the same on the server and in the browser. */
export function Instant({ at, zone, day = false }: { at: string; zone: string; day?: boolean }) {
  return <time dateTime={at}>{instantInWords(at, zone, day)}</time>;
}

/** The same instant as a field for date and time wants it, by the shop's clock: "2026-03-05T10:00". */
export function localTime(at: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at));
  const of = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
}
