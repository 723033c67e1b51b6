import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Fired, Order, Report, Shot } from './protocol';

/** The load generator as the bench sees it. */
export interface Load {
  /** Makes and signs that many bodies; says how many bytes they are. */
  prepare(count: number, secret: string): Promise<number>;
  /** Delivers the first `count` of them, each once. */
  fire(shot: Shot): Promise<Fired>;
  close(): void;
}

export function startLoad(): Load {
  const child = fork(fileURLToPath(new URL('./generator.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
  });
  const ask = (order: Order): Promise<Report> =>
    new Promise((resolve, reject) => {
      const gone = (): void => reject(new Error('The load generator ended'));
      child.once('exit', gone);
      child.once('message', (report: Report) => {
        child.off('exit', gone);
        if (report.kind === 'failed') reject(new Error(`The load failed: ${report.why}`));
        else resolve(report);
      });
      child.send(order);
    });
  return {
    async prepare(count, secret) {
      const report = await ask({ kind: 'prepare', count, secret });
      return report.kind === 'prepared' ? report.bytes : 0;
    },
    async fire(shot) {
      const report = await ask({ kind: 'fire', ...shot });
      if (report.kind !== 'fired') throw new Error('The load generator answered something else');
      return report.fired;
    },
    close: () => child.disconnect(),
  };
}
