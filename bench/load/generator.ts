import { Connection } from './connection';
import { request, signed, type Signed } from './payloads';
import { CONNECTIONS, type Fired, type Order, type Report, type Shot } from './protocol';

/* The load, in a process of its own: a closed loop over some kept-alive connections. Everything is made in advance. */

const TRIGGERED = '2026-11-23T17:00:00.123456789Z';
const TRIGGERED_OTHERWISE = '2026-11-23T17:00:01.123456789Z';

let bodies: Signed[] = [];

function prepare(count: number, secret: string): number {
  bodies = Array.from({ length: count }, (_, n) => signed(n, secret));
  return bodies.reduce((sum, { body }) => sum + body.length, 0);
}

async function fire({ port, count, wave, forgotten = false }: Shot): Promise<Fired> {
  const triggered = forgotten ? TRIGGERED_OTHERWISE : TRIGGERED;
  const requests = bodies.slice(0, count).map((body) => request(body, wave, triggered));
  const opening = Array.from({ length: CONNECTIONS }, () => Connection.open(port));
  const connections = await Promise.all(opening);
  const times: number[] = [];
  let next = 0;
  const loop = async (connection: Connection): Promise<void> => {
    for (let one = requests[next++]; one; one = requests[next++]) {
      const sent = performance.now();
      if ((await connection.send(one)) === 200) times.push(performance.now() - sent);
    }
  };
  const start = performance.now();
  await Promise.all(connections.map(loop));
  const seconds = (performance.now() - start) / 1000;
  for (const connection of connections) connection.close();
  times.sort((a, b) => a - b);
  const at = (part: number): number => times[Math.floor(times.length * part)] ?? 0;
  return { seconds, acknowledged: times.length, p50: at(0.5), p99: at(0.99) };
}

async function obey(order: Order): Promise<Report> {
  if (order.kind === 'prepare')
    return { kind: 'prepared', bytes: prepare(order.count, order.secret) };
  return { kind: 'fired', fired: await fire(order) };
}

process.on('message', (order: Order) => {
  void obey(order)
    .catch((error: unknown): Report => ({ kind: 'failed', why: String(error) }))
    .then((report) => process.send?.(report));
});
process.on('disconnect', () => process.exit(0));
