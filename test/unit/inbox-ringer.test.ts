import { createRinger } from '../../app/adapters/inbox/ringer';
import { rememberingLog } from '../support/web-deps';

describe('ringing for what webhooks made', () => {
  const rung: (readonly string[])[] = [];
  const all = (): string[] => rung.flat();
  const bell = { ring: async (ids: readonly string[]) => void rung.push(ids) };
  const ids = (count: number): string[] => Array.from({ length: count }, (_, n) => `${n}`);

  beforeEach(() => {
    jest.useFakeTimers();
    rung.splice(0);
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  test('a lone task is rung for at once, and so is the next one after a while', () => {
    const ringer = createRinger(bell, rememberingLog());
    ringer.ring(['1']);
    jest.advanceTimersByTime(5);
    expect(rung).toEqual([['1']]);
    jest.advanceTimersByTime(1_000);
    ringer.ring(['2']);
    jest.advanceTimersByTime(5);
    expect(rung).toEqual([['1'], ['2']]);
  });

  test('a few at a time when there are many, in their order, and each once', () => {
    const ringer = createRinger(bell, rememberingLog());
    ringer.ring(ids(120));
    jest.advanceTimersByTime(5);
    expect(all()).toEqual(ids(50));
    jest.advanceTimersByTime(10_000);
    expect(all()).toEqual(ids(120));
  });

  test('a flood is left to the sweep', () => {
    const ringer = createRinger(bell, rememberingLog());
    for (let wave = 0; wave < 10; wave++) ringer.ring(ids(400));
    jest.advanceTimersByTime(60_000);
    expect(all()).toHaveLength(500);
    expect(jest.getTimerCount()).toBe(0);
  });

  test('nothing any more once it is closed, and no timer is left', () => {
    const ringer = createRinger(bell, rememberingLog());
    ringer.ring(ids(100));
    ringer.close();
    expect(jest.getTimerCount()).toBe(0);
    expect(all()).toEqual([]);
  });

  test('a bell that fails is a line in the log', async () => {
    const log = rememberingLog();
    const ringer = createRinger({ ring: () => Promise.reject(new Error('torn off')) }, log);
    ringer.ring(['1']);
    await jest.advanceTimersByTimeAsync(5);
    expect(log.lines).toEqual([expect.objectContaining({ level: 'warn' })]);
    ringer.close();
  });
});
