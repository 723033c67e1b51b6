import { DateTime } from 'luxon';
import type { Browser, Frame, Page } from 'playwright-core';
import { z } from 'zod';
import { openBrowser, visitor } from '../../../scripts/browser';
import { buildIfStale } from '../../../scripts/build-if-stale';
import { type SimulatorClient, simulatorClient } from '../../../simulator/stack/client';
import { type Stack, startStack } from '../../../simulator/stack/stack';
import { seriousFaults } from './axe';
import { type Coverage, createCoverage } from './coverage';

/** Monday, 10:00 in the shops' New York. Time stands still but for what a test lets pass. */
const START = new Date('2026-03-16T14:00:00Z');
/** A machine with other work to do is slow, not broken. */
const PATIENCE_MS = 15_000;

/** One demo stack and one browser for all journeys; each of them has a shop of its own. */
export interface Bench {
  readonly stack: Stack;
  readonly sim: SimulatorClient;
  readonly coverage: Coverage;
  /** Somebody who has never been here. */
  newPerson(options?: Parameters<Browser['newContext']>[0]): Promise<Page>;
  /** Lets the time pass; by default none: what is due now is done. */
  pass(duration?: string): Promise<void>;
  /** Lets the time pass until it is so late in the shops' New York. */
  passUntil(hour: number): Promise<void>;
  /** What axe finds serious or critical in what this person sees; the frame of the app counts as its own page. */
  axe(seen: Frame): Promise<string[]>;
  /** What scripts have complained of since this was last asked. */
  takeComplaints(): string[];
  stop(): Promise<void>;
}

const Clock = z.object({ now: z.string() });

/** The browser says it itself when an answer isn't 2xx: that is no complaint of a script's. */
const STATUS_ALONE = /^Failed to load resource/;

export async function startBench(): Promise<Bench> {
  await buildIfStale(() => undefined);
  const [stack, browser] = await Promise.all([
    startStack({ simulatorPort: 0, start: START, rate: 0 }),
    openBrowser(),
  ]);
  const sim = simulatorClient(stack.simulatorUrl);
  const coverage = createCoverage(stack.appUrl);
  const complaints: string[] = [];
  return {
    stack,
    sim,
    coverage,
    async newPerson(options) {
      const context = await visitor(browser, options);
      context.setDefaultTimeout(PATIENCE_MS);
      coverage.watch(context);
      context.on('weberror', (error) => void complaints.push(String(error.error())));
      context.on('console', (line) => {
        if (line.type() === 'error' && !STATUS_ALONE.test(line.text()))
          complaints.push(line.text());
      });
      return context.newPage();
    },
    async pass(duration = 'PT0S') {
      await sim.post('/_sim/clock', { advance: duration });
    },
    async passUntil(hour) {
      const clock = Clock.parse(await sim.get<unknown>('/_sim/clock'));
      const now = DateTime.fromISO(clock.now, { zone: 'America/New_York' });
      const today = now.set({ hour, minute: 0, second: 0, millisecond: 0 });
      const then = today > now ? today : today.plus({ days: 1 });
      await sim.post('/_sim/clock', { now: then.toUTC().toISO() });
    },
    async axe(seen) {
      const faults = await seriousFaults(seen);
      coverage.axeSaw(seen.url());
      return faults;
    },
    takeComplaints: () => complaints.splice(0),
    async stop() {
      await browser.close();
      await stack.stop();
    },
  };
}
