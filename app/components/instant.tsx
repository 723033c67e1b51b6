/** An instant in the shop's time, the same on the server and in the browser. */
export function Instant({ at, zone, day = false }: { at: string; zone: string; day?: boolean }) {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    dateStyle: 'medium',
    ...(day ? {} : { timeStyle: 'short' }),
  });
  return <time dateTime={at}>{format.format(new Date(at))}</time>;
}
