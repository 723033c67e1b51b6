import { createHmac } from 'node:crypto';
import { readHint } from '../../app/domain/webhook-topics';
import { request, signed } from '../../bench/load/payloads';
import { readPs, readStat } from '../../bench/process-cpu';
import { table } from '../../bench/table';
import { jsonLine, judge, median } from '../../bench/verdict';

const MORE = { name: 'ingest', must: 0.7, aim: 1.2, better: 'more' } as const;
const LESS = { name: 'cost', must: 0.8, aim: 0.6, better: 'less' } as const;

describe('the verdict', () => {
  test.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[7], 7],
  ])('the median of %p is %p', (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  test('the median must reach the goal, the worst round need not', () => {
    expect(judge(MORE, [0.6, 0.9, 0.8])).toMatchObject({
      ratio: 0.8,
      min: 0.6,
      max: 0.9,
      ok: true,
    });
    expect(judge(MORE, [0.6, 0.69, 0.8]).ok).toBe(false);
  });

  test('a cost must stay under its goal', () => {
    expect(judge(LESS, [0.8, 0.7, 0.9]).ok).toBe(true);
    expect(judge(LESS, [0.81, 0.7, 0.9]).ok).toBe(false);
  });

  test.each([MORE, LESS])('nothing measured is nothing reached', (goal) => {
    expect(judge(goal, []).ok).toBe(false);
    expect(judge(goal, [NaN, NaN]).ok).toBe(false);
  });

  test('is one line of JSON', () => {
    expect(jsonLine(judge(MORE, [0.98765, 0.9, 1]))).toBe(
      '{"bench":"ingest","ratio":0.988,"min":0.9,"max":1,"runs":3,"must":0.7,"ok":true}',
    );
  });

  test('stands in a table', () => {
    expect(
      table([
        { side: 'app', rate: 1200 },
        { side: 'bare', rate: 7 },
      ]),
    ).toBe('side  rate\napp   1200\nbare     7');
  });
});

describe('the deliveries', () => {
  const numbers = Array.from({ length: 200 }, (_, n) => n);

  test('are orders of 8 to 20 kB and inventory levels of less than half of one', () => {
    for (const n of numbers) {
      const { body, topic } = signed(n, 's');
      if (topic === 'orders/create') {
        expect(body.length).toBeGreaterThan(8_000);
        expect(body.length).toBeLessThan(20_000);
      } else {
        expect(topic).toBe('inventory_levels/update');
        expect(body.length).toBeLessThan(450);
      }
    }
  });

  test('are each about something else, so that no two tasks become one', () => {
    const subjects = numbers.map((n) => {
      const { topic, body } = signed(n, 's');
      return JSON.stringify(readHint(topic, String(body), 'w')?.task);
    });
    expect(new Set(subjects).size).toBe(numbers.length);
  });

  test('are signed, and the same body in another wave is another delivery', () => {
    const one = signed(3, 'the secret');
    expect(one.signature).toBe(
      createHmac('sha256', 'the secret').update(one.body).digest('base64'),
    );
    const [first, second] = [1, 2].map((wave) => String(request(one, wave, 'today')));
    const idOf = (text = ''): string | undefined => /webhook-id: (\S+)/i.exec(text)?.[1];
    expect(first).toContain(`X-Shopify-Hmac-Sha256: ${one.signature}\r\n`);
    expect(first?.endsWith(`\r\n\r\n${String(one.body)}`)).toBe(true);
    expect(idOf(first)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(idOf(first)).not.toBe(idOf(second));
  });
});

describe('processor time', () => {
  test('is read from /proc whatever the process is called', () => {
    const line =
      '42 (a (b) c) S 7 42 42 0 -1 4194304 1 2 3 4 150 50 30 20 20 0 11 0 5 1 2 3 4 5 6 7 8';
    expect(readStat(line)).toEqual({ pid: 42, parent: 7, seconds: 2, gone: 0.5 });
  });

  test.each([
    ['  42   7   0:01.50', 1.5],
    ['42 7 01:02:03', 3_723],
    ['42 7 1-00:00:01', 86_401],
  ])('is read from ps: %s', (line, seconds) => {
    expect(readPs(line)).toEqual({ pid: 42, parent: 7, seconds, gone: 0 });
  });
});
