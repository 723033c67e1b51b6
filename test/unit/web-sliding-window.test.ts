import { SlidingWindow } from '../../app/http/sliding-window.server';

describe('a limit', () => {
  const MINUTE = 60_000;
  let time = 0;
  const limit = () => new SlidingWindow(10, MINUTE, () => time);
  const hits = (window: SlidingWindow, key: string, count: number) =>
    Array.from({ length: count }, () => window.allows(key)).filter(Boolean).length;
  beforeEach(() => (time = 100 * MINUTE));

  test('lets so many through and no more, each key for itself', () => {
    const window = limit();
    expect(hits(window, 'a', 15)).toBe(10);
    expect(hits(window, 'b', 5)).toBe(5);
  });

  test('does not start afresh at the turn of the minute', () => {
    const window = limit();
    time += 59_000;
    hits(window, 'a', 10);
    time += 2_000;
    expect(hits(window, 'a', 10)).toBeLessThanOrEqual(1);
    time += 28_000;
    expect(hits(window, 'a', 10)).toBeGreaterThanOrEqual(4);
  });

  test('forgives after two minutes', () => {
    const window = limit();
    hits(window, 'a', 10);
    time += 2 * MINUTE;
    expect(hits(window, 'a', 15)).toBe(10);
  });

  test('counts nothing when it is only asked', () => {
    const window = limit();
    for (let count = 0; count < 50; count += 1) expect(window.allows('a', 0)).toBe(true);
    expect(hits(window, 'a', 15)).toBe(10);
  });
});
