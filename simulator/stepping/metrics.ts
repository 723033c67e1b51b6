export interface AppState {
  readonly due: number;
  readonly inFlight: number;
  /** Seconds of the app's time until its next waiting task; undefined when nothing waits. */
  readonly nextDue: number | undefined;
}

/** Reads one gauge out of the Prometheus text; several rows of one name are added up, or the least is taken. */
function gauge(
  text: string,
  name: string,
  combine: (values: number[]) => number,
): number | undefined {
  const values = [...text.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})?\\s+(\\S+)`, 'gm'))]
    .map((match) => Number(match[1]))
    .filter((value) => Number.isFinite(value));
  return values.length === 0 ? undefined : combine(values);
}

const total = (values: number[]): number => values.reduce((a, b) => a + b, 0);

export function parseMetrics(text: string): AppState {
  const next = gauge(text, 'holdfast_next_task_due_seconds', (values) =>
    Math.min(...values.filter((value) => value >= 0), Number.POSITIVE_INFINITY),
  );
  return {
    due: gauge(text, 'holdfast_tasks_due', total) ?? 0,
    inFlight: gauge(text, 'holdfast_tasks_in_flight', total) ?? 0,
    nextDue: next === undefined || !Number.isFinite(next) ? undefined : next,
  };
}

/** undefined: the app cannot be asked now. */
export async function readAppState(url: string, withinMs = 5_000): Promise<AppState | undefined> {
  try {
    const reply = await fetch(url, { signal: AbortSignal.timeout(withinMs) });
    const text = await reply.text();
    return reply.ok ? parseMetrics(text) : undefined;
  } catch {
    return undefined;
  }
}
