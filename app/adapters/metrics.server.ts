import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { WebDeps } from '../web-deps';
import { priceMetrics } from './price-metrics.server';

export interface Metrics {
  readonly contentType: string;
  text(): Promise<string>;
  webhookAnswered(status: number, seconds: number): void;
}

/** -1 stands for "none": a sample that comes and goes reads like a scrape that failed. */
const NONE = -1;

/** Counts and times, never a shop's name or an order's: those belong to nobody who may read metrics. */
export function createMetrics({
  gauges,
  oldestDuty,
  prices,
}: Pick<WebDeps, 'gauges' | 'oldestDuty' | 'prices'>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string): Gauge =>
    new Gauge({ name, help, registers: [registry] });
  const due = gauge('holdfast_tasks_due', 'Tasks whose time has come, by the database');
  const inFlight = gauge('holdfast_tasks_in_flight', 'Tasks that a worker holds, by the database');
  const next = gauge(
    'holdfast_next_task_due_seconds',
    'Seconds until the next task is due; 0 when one is due, -1 when none is to come',
  );
  const suspended = gauge(
    'holdfast_shops_suspended',
    'Shops that Shopify lets us do nothing for at the moment; their tasks wait and are not counted as due',
  );
  const duty = gauge(
    'holdfast_privacy_request_oldest_seconds',
    'How long the oldest request to erase or hand out data has waited since its first try; 0 when none waits',
  );
  const answers = new Counter({
    name: 'holdfast_webhooks_total',
    help: 'Webhooks answered, by status',
    labelNames: ['status'],
    registers: [registry],
  });
  const times = new Histogram({
    name: 'holdfast_webhook_seconds',
    help: 'Time from a webhook to its answer',
    buckets: [0.005, 0.02, 0.1, 0.5, 1, 5],
    registers: [registry],
  });
  const showPrices = priceMetrics(registry);
  return {
    contentType: registry.contentType,
    text: async () => {
      const tasks = await gauges();
      duty.set(await oldestDuty());
      due.set(tasks.due);
      inFlight.set(tasks.inFlight);
      suspended.set(tasks.suspendedShops);
      next.set(tasks.nextDueSeconds ?? NONE);
      showPrices(prices());
      return registry.metrics();
    },
    webhookAnswered: (status, seconds) => {
      answers.inc({ status: String(status) });
      times.observe(seconds);
    },
  };
}
