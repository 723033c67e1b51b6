import { setTimeout as sleep } from 'node:timers/promises';
import { happenDue } from '../world/happen';
import type { World } from '../world/world';
import { readAppState, type AppState } from './metrics';

const POLL_MS = 15;

export interface Advance {
  readonly now: string;
  readonly steps: number;
  /** The app stayed away or busy for longer than the simulator's patience, and time went on without it. */
  readonly impatient: boolean;
}

/** Moments in milliseconds; undefined where nothing is planned. */
export interface Upcoming {
  readonly stores: number | undefined;
  readonly app: number | undefined;
}

const dueAt = (now: number, seconds: number): number =>
  now + Math.max(1, Math.ceil(seconds * 1000));

function earliest({ stores, app }: Upcoming): Date | undefined {
  const at = Math.min(stores ?? Number.POSITIVE_INFINITY, app ?? Number.POSITIVE_INFINITY);
  return Number.isFinite(at) ? new Date(at) : undefined;
}

/**
 * Time goes from event to event: to the earlier of the simulator's own next and the app's next due task. At each stop
 * the app has acknowledged every webhook and has nothing due or in flight, so that what it does is done at that moment.
 */
export class Stepper {
  private queue: Promise<unknown> = Promise.resolve();
  private journeys = 0;

  constructor(private readonly world: World) {}

  /** Somebody is moving the clock now. */
  get moving(): boolean {
    return this.journeys > 0;
  }

  to(target: Date): Promise<Advance> {
    return this.inTurn(() => this.travel(target));
  }

  /** To the next thing that is due in the stores or in the app; null when nothing is. */
  toNext(): Promise<Advance | null> {
    return this.inTurn(async () => {
      await this.travel(this.world.clock.now());
      const next = earliest(await this.upcoming());
      return next === undefined ? null : this.travel(next);
    });
  }

  /** What is next in the stores, and what the app says that it will do next. */
  async upcoming(): Promise<Upcoming> {
    const { clock, schedule, settings } = this.world;
    const state = settings.appMetricsUrl
      ? await readAppState(settings.appMetricsUrl, 1_000)
      : undefined;
    return {
      stores: schedule.nextAt(),
      app: state?.nextDue === undefined ? undefined : dueAt(clock.now().getTime(), state.nextDue),
    };
  }

  /** One journey at a time. */
  private inTurn<T>(journey: () => Promise<T>): Promise<T> {
    this.journeys += 1;
    const run = this.queue.then(journey).finally(() => (this.journeys -= 1));
    this.queue = run.catch(() => undefined);
    return run;
  }

  private async travel(target: Date): Promise<Advance> {
    const { clock, schedule } = this.world;
    let impatient = false;
    for (let steps = 0; ; steps += 1) {
      happenDue(this.world);
      const rest = await this.quiet();
      impatient ||= rest.impatient;
      const now = clock.now().getTime();
      if ((schedule.nextAt() ?? Number.POSITIVE_INFINITY) <= now) continue;
      if (now >= target.getTime()) return { now: clock.iso(), steps, impatient };
      const appNext =
        rest.state?.nextDue === undefined
          ? Number.POSITIVE_INFINITY
          : dueAt(now, rest.state.nextDue);
      clock.moveTo(
        new Date(
          Math.min(target.getTime(), schedule.nextAt() ?? Number.POSITIVE_INFINITY, appNext),
        ),
      );
      this.world.onChange();
    }
  }

  /**
   * One calm reading is enough: a task ends and makes others in one commit, and what the app did in the stores is told
   * by a webhook, so that no webhook in the meantime means that the reading still holds.
   */
  private async quiet(): Promise<{ state: AppState | undefined; impatient: boolean }> {
    const { appMetricsUrl, patienceMs } = this.world.settings;
    const until = Date.now() + patienceMs;
    let state: AppState | undefined;
    await this.world.courier.settled();
    if (!appMetricsUrl) return { state: undefined, impatient: false };
    while (Date.now() < until) {
      await this.world.courier.settled();
      const before = this.world.courier.dispatched;
      state = await readAppState(appMetricsUrl);
      const busy =
        !state ||
        state.due > 0 ||
        state.inFlight > 0 ||
        (state.nextDue !== undefined && state.nextDue <= 0) ||
        !this.world.courier.quiet ||
        this.world.courier.dispatched !== before;
      if (!busy) return { state, impatient: false };
      await sleep(POLL_MS);
    }
    return { state, impatient: true };
  }
}
