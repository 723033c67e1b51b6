/** An instant in the shop's time, the same on the server and in the browser. */
export function Instant({ at, zone, day = false }: { at: string; zone: string; day?: boolean }) {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(day ? {} : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  });
  return <time dateTime={at}>{format.format(new Date(at))}</time>;
}

/** The same instant as a field for date and time wants it, by the shop's clock: "2026-03-05T10:00". */
export function localTime(at: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return parts.format(new Date(at)).replace(' ', 'T');
}
