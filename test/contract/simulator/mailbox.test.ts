import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { MailFault } from '../../../simulator/mail/faults';
import { Mailbox } from '../../../simulator/mail/mailbox';
import { linksIn } from '../../../simulator/mail/message';
import { startSmtp, type RunningSmtp } from '../../../simulator/mail/smtp';

const SIMULATED = new Date('2026-03-02T09:00:00.000Z');
const letter = {
  from: 'The shop <shop@example.com>',
  to: 'customer-1@example.com',
  subject: 'Your kettle is late',
  text: 'Wait or cancel: https://shop.example.com/choice/abc.',
  html: '<p>Wait or <a href="https://shop.example.com/choice/abc?a=1&amp;b=2">cancel</a></p>',
  headers: { 'X-Holdfast-Shop': 'demo.myshopify.com', 'X-Holdfast-Step': 'first-notice' },
};

let mailbox: Mailbox;
let smtp: RunningSmtp;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-mail-'));
  mailbox = new Mailbox();
  smtp = await startSmtp({ port: 0, mailbox, now: () => SIMULATED });
});

afterEach(async () => {
  await smtp.close();
  rmSync(folder, { recursive: true });
});

async function send(message: object = letter): Promise<string> {
  const transport = createTransport({
    host: '127.0.0.1',
    port: smtp.port,
    secure: false,
    ignoreTLS: true,
    socketTimeout: 400,
  });
  try {
    return (await transport.sendMail(message)).response;
  } catch (error) {
    const { responseCode } = error as { responseCode?: number };
    return `failed ${responseCode ?? 'without a reply'}`;
  } finally {
    transport.close();
  }
}

describe('the mailbox', () => {
  it('keeps a letter as it was received, with its links, shop, step and the simulated time', async () => {
    expect(await send()).toMatch(/^250/);
    expect(mailbox.list()).toEqual([
      expect.objectContaining({
        id: 'mail-1',
        sender: 'app',
        shop: 'demo.myshopify.com',
        kind: 'first-notice',
        to: 'customer-1@example.com',
        from: expect.stringContaining('shop@example.com'),
        subject: 'Your kettle is late',
        text: expect.stringContaining('Wait or cancel'),
        html: expect.stringContaining('<p>Wait or'),
        links: [
          'https://shop.example.com/choice/abc?a=1&b=2',
          'https://shop.example.com/choice/abc',
        ],
        receivedAt: SIMULATED.toISOString(),
      }),
    ]);
    expect(mailbox.list()[0]?.headers['x-holdfast-step']).toBe('first-notice');
  });

  it('finds letters by recipient, whatever the case, and by shop', async () => {
    await send();
    await send({
      ...letter,
      to: 'customer-2@example.com',
      headers: { 'X-Holdfast-Shop': 'other.myshopify.com' },
    });
    expect(mailbox.list({ to: 'Customer-2@Example.com' }).map(({ id }) => id)).toEqual(['mail-2']);
    expect(mailbox.list({ shop: 'demo.myshopify.com' }).map(({ id }) => id)).toEqual(['mail-1']);
    expect(mailbox.get('mail-2')?.shop).toBe('other.myshopify.com');
  });

  it('counts a letter to two people as two', async () => {
    await send({ ...letter, to: ['customer-1@example.com', 'customer-2@example.com'] });
    expect(mailbox.list().map(({ to }) => to)).toEqual([
      'customer-1@example.com',
      'customer-2@example.com',
    ]);
  });

  it.each<[MailFault, string, number]>([
    [{ mode: 'reject' }, 'failed 550', 0],
    [{ mode: 'tempfail', count: 1 }, 'failed 451', 0],
    [{ mode: 'timeout' }, 'failed without a reply', 0],
    [{ mode: 'drop' }, 'failed without a reply', 0],
    [{ mode: 'dropAfterData' }, 'failed without a reply', 1],
  ])(
    "with the fault %j answers '%s' and holds %i letters, then recovers",
    async (fault, outcome, stored) => {
      mailbox.faults.add(fault);
      expect(await send()).toBe(outcome);
      expect(mailbox.list()).toHaveLength(stored);
      expect(await send()).toMatch(/^250/);
      expect(mailbox.list()).toHaveLength(stored + 1);
    },
  );

  it('applies a fault with a rate to that share of the letters until it is cleared', async () => {
    const draws = [0.1, 0.9, 0.1];
    const unsteady = new Mailbox({ random: () => draws.shift() ?? 0 });
    unsteady.faults.add({ mode: 'drop', rate: 0.5 });
    expect([unsteady.faults.take(), unsteady.faults.take(), unsteady.faults.take()]).toEqual([
      'drop',
      undefined,
      'drop',
    ]);
    unsteady.faults.clear();
    expect(unsteady.faults.take()).toBeUndefined();
  });

  it('still has every letter after a restart, also when the last line was torn by a kill', async () => {
    const file = join(folder, 'mail.jsonl');
    const [sample] = [await send()].flatMap(() => mailbox.list());
    if (!sample) throw new Error('no letter arrived');
    new Mailbox({ file }).deliver(sample);
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"id":"mail-2","sub`);

    const restarted = new Mailbox({ file });
    expect(restarted.list()).toEqual([sample]);
    restarted.deliver({ ...sample, id: restarted.nextId() });
    expect(new Mailbox({ file }).list().map(({ id }) => id)).toEqual(['mail-1', 'mail-2']);
  });

  it("reads links from text and html, each once and without the sentence's full stop", () => {
    expect(
      linksIn(
        'See https://a.example/x, or https://b.example/y.',
        '<a href="https://a.example/x">x</a><a href="mailto:me@example.com">m</a>',
      ),
    ).toEqual(['https://a.example/x', 'https://b.example/y']);
  });
});
