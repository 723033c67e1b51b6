import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { commandHands } from '../../../probe/hands/command';
import { BadOptions, optionsFrom } from '../../../probe/options';
import { OrderPacing } from '../../../probe/pacing';
import { redact } from '../../../probe/record/redact';
import { PROBE_SCOPES } from '../../../probe/scopes';
import { operation, wordsOf } from '../../../probe/shopify/operation';
import { answerOf } from '../../../probe/shopify/reply';

describe('new orders', () => {
  it('are at most five in any minute', async () => {
    let now = 0;
    const made: number[] = [];
    const pacing = new OrderPacing(
      () => now,
      (seconds) => {
        now += seconds * 1000;
        return Promise.resolve();
      },
    );
    for (let order = 0; order < 23; order += 1) {
      await pacing.turn();
      made.push(now);
      now += 700;
    }
    for (const moment of made)
      expect(
        made.filter((other) => other >= moment && other < moment + 60_000).length,
      ).toBeLessThan(6);
    // No slower than Shopify asks for: 23 orders are five minutes' worth, the last of them begun.
    expect(now).toBeLessThan(5 * 60_000);
  });
});

describe('tokens', () => {
  it('are taken out of what is kept, whichever app they are of', () => {
    expect(redact('a shpat_0123abcd b shpss_99Zz c', ['hunter2'])).toBe('a [token] b [token] c');
    expect(redact('the secret hunter2', ['hunter2', ''])).toBe('the secret [token]');
  });
});

describe('the options', () => {
  const env = { PROBE_SHOP: 'one.myshopify.com', PROBE_TOKEN: 'shpat_1' };

  it('name everything that is missing', () => {
    expect(() => optionsFrom({}, [])).toThrow(
      new BadOptions('PROBE_SHOP is missing: the store, as name.myshopify.com.'),
    );
    expect(() => optionsFrom({ PROBE_SHOP: 'one.myshopify.com' }, [])).toThrow(
      'PROBE_TOKEN is missing, or PROBE_CLIENT_ID and PROBE_CLIENT_SECRET in its place.',
    );
    expect(() => optionsFrom(env, ['--only', '11'])).toThrow('--only takes numbers of questions');
  });

  it('read the questions and the address for webhooks', () => {
    const more = { ...env, PROBE_WEBHOOK_URL: 'https://tunnel.example.com/' };
    expect(optionsFrom(more, ['--only', '1,10', '--yes'])).toMatchObject({
      only: [1, 10],
      yes: true,
      access: { token: 'shpat_1' },
      webhooks: { url: 'https://tunnel.example.com', port: 4400 },
    });
  });
});

describe('a command that does the steps by hand', () => {
  const step = { step: 'look', order: '#1001', at: 'the order page' } as const;

  it('gets the step, and its output is the answer', async () => {
    expect(JSON.parse((await commandHands('cat').do(step)) ?? '')).toEqual(step);
  });

  it('has skipped the step when it prints nothing', async () => {
    expect(await commandHands('cat > /dev/null').do(step)).toBeNull();
  });

  it('stops the probe when it fails', async () => {
    await expect(commandHands('cat > /dev/null; exit 3').do(step)).rejects.toThrow('ended with 3.');
  });
});

describe('a refusal', () => {
  const capture = operation(
    z.object({ transaction: z.object({ id: z.string() }) }),
    'mutation Capture($id: ID!) {\n  orderCapture(id: $id) { transaction { id } userErrors { message } }\n}',
  );

  it('is read from the list of the mutation, whatever its name', () => {
    const reply = {
      data: {
        orderCapture: {
          transaction: null,
          orderCaptureUserErrors: [{ message: 'No.', code: 'INVALID' }],
        },
      },
    };
    const answer = answerOf(capture, reply);
    expect(answer.value).toBeNull();
    expect(wordsOf(answer)).toBe('"No." (INVALID)');
  });

  it('is read from the errors of the request', () => {
    const errors = [{ message: 'Not allowed', extensions: { code: 'ACCESS_DENIED' } }];
    expect(wordsOf(answerOf(capture, { data: null, errors }))).toBe(
      '"Not allowed" (ACCESS_DENIED)',
    );
  });

  it('is no refusal when the call was taken', () => {
    const reply = { data: { orderCapture: { transaction: { id: '1' }, userErrors: [] } } };
    expect(wordsOf(answerOf(capture, reply))).toBe('taken');
  });
});

describe('docs/first-day.md', () => {
  const text = readFileSync('docs/first-day.md', 'utf8');

  it('lists exactly the scopes that the probe asks for', () => {
    const rows = text.split('\n').filter((line) => /^\s*\| `(read|write)_/.test(line));
    const listed = rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, scope]) => scope),
    );
    expect([...listed].sort()).toEqual([...PROBE_SCOPES].sort());
  });

  it('explains every variable and every option', () => {
    const source = readFileSync('probe/options.ts', 'utf8');
    for (const [name] of source.matchAll(/\bPROBE_[A-Z_]+\b/g)) expect(text).toContain(name);
    for (const option of ['--yes', '--clean', '--only', '--by-hand'])
      expect(text).toContain(`\`${option}`);
  });
});
