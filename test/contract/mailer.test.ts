import { createSmtpMailer } from '../../app/adapters/mail/smtp-mailer.server';
import { ShopId } from '../../app/domain/ids';
import { Unreachable } from '../../app/errors';
import type { Log, Mail, Mailer } from '../../app/ports';
import type { MailFaultMode } from '../../simulator/mail/faults';
import { Mailbox } from '../../simulator/mail/mailbox';
import { type RunningSmtp, startSmtp } from '../../simulator/mail/smtp';
import { type Script, type ScriptedServer, startScriptedServer } from './mailer-scripted-server';

const silent = (): void => undefined;
const log: Log = { debug: silent, info: silent, warn: silent, error: silent };
const timeouts = { connect: 300, silence: 300, whole: 1_500 };
const at = (port: number, more = ''): Mailer =>
  createSmtpMailer({
    url: `smtp://${more}127.0.0.1:${port}`,
    from: 'post@holdfast.example',
    log,
    timeouts,
  });

const mail: Mail = {
  shop: ShopId.parse('maple.myshopify.com'),
  step: 'first-notice',
  to: 'anna@example.com',
  fromName: 'Maple & Tin',
  replyTo: 'hello@maple.example',
  subject: 'Your order #1001 is delayed',
  text: 'Grüße – ¥1,000\n.\nA line that is only a dot came before.',
  html: '<p>Grüße – ¥1,000</p>',
  messageId: 'm3@holdfast.example',
  references: ['m1@holdfast.example', 'm2@holdfast.example'],
};

/** The outcome in one word. */
const outcomeOf = (sending: Promise<{ outcome: string }>): Promise<string> =>
  sending.then(
    (result) => result.outcome,
    (error: unknown) =>
      error instanceof Unreachable ? 'unreachable' : `not in the contract: ${String(error)}`,
  );

describe('a mailer, with a real mailbox at the other end', () => {
  const mailbox = new Mailbox();
  let smtp: RunningSmtp;
  beforeAll(async () => {
    smtp = await startSmtp({ port: 0, mailbox, now: () => new Date('2026-03-01T12:00:00Z') });
  });
  afterAll(() => smtp.close());
  afterEach(() => mailbox.faults.clear());

  test('hands over the message with its thread, its shop and its step', async () => {
    const result = await at(smtp.port).send(mail);
    expect(result).toMatchObject({ outcome: 'sent', reference: expect.stringMatching(/^250/) });
    const [received] = mailbox.list().slice(-1);
    expect(received).toMatchObject({
      to: 'anna@example.com',
      from: '"Maple & Tin" <post@holdfast.example>',
      subject: mail.subject,
      shop: 'maple.myshopify.com',
      kind: 'first-notice',
    });
    expect(received?.text.trim()).toBe(mail.text);
    expect(received?.html.trim()).toBe(mail.html);
    expect(received?.headers).toMatchObject({
      'message-id': '<m3@holdfast.example>',
      'in-reply-to': '<m2@holdfast.example>',
      references: '<m1@holdfast.example> <m2@holdfast.example>',
      'reply-to': 'hello@maple.example',
      'auto-submitted': 'auto-generated',
    });
  });

  test('the first message of a thread refers to none, and answers go to the sender', async () => {
    await at(smtp.port).send({ ...mail, references: [], replyTo: null });
    const headers = mailbox.list().at(-1)?.headers ?? {};
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['references']));
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['in-reply-to']));
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['reply-to']));
  });

  test.each([
    ['an address', 'security@bank.example', 'security bank.example'],
    ['an address behind a name', 'Bank <security@bank.example>', 'Bank security bank.example'],
    ['nothing but signs', '<">', ''],
  ])('a name that is %s can’t pass for the sender', async (_what, fromName, shown) => {
    await at(smtp.port).send({ ...mail, fromName });
    const from = mailbox.list().at(-1)?.from ?? '';
    expect(from).toContain('post@holdfast.example');
    expect(
      from
        .replace(/<?post@holdfast\.example>?/, '')
        .replaceAll('"', '')
        .trim(),
    ).toBe(shown);
  });

  test('nothing in a name or a subject becomes a header or a second recipient', async () => {
    const before = mailbox.list().length;
    await at(smtp.port).send({
      ...mail,
      fromName: 'Tin\r\nBcc: eve@example.com',
      subject: 'Hello\r\nBcc: eve@example.com',
    });
    expect(mailbox.list().length).toBe(before + 1);
    expect(mailbox.list().at(-1)?.headers).not.toHaveProperty('bcc');
    expect(
      await outcomeOf(at(smtp.port).send({ ...mail, to: 'a@example.com>, <eve@example.com' })),
    ).toBe('refused');
    expect(mailbox.list({ to: 'eve@example.com' })).toEqual([]);
  });

  test('a message whose link was not filled in does not leave', async () => {
    const before = mailbox.list().length;
    expect(
      await outcomeOf(at(smtp.port).send({ ...mail, html: '<a href="%%CHOICE_LINK%%">' })),
    ).toBe('refused');
    expect(mailbox.list().length).toBe(before);
  });

  const FAULTS: [MailFaultMode, outcome: string, delivered: number][] = [
    ['reject', 'refused', 0],
    ['tempfail', 'unreachable', 0],
    ['drop', 'unreachable', 0],
    ['timeout', 'unclear', 0],
    ['dropAfterData', 'unclear', 1],
  ];
  test.each(FAULTS)(
    '"%s" is reported as %s, ten times out of ten',
    async (mode, outcome, delivered) => {
      const before = mailbox.list().length;
      mailbox.faults.add({ mode, count: 10 });
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, () => outcomeOf(at(smtp.port).send(mail))),
      );
      expect(outcomes).toEqual(Array.from({ length: 10 }, () => outcome));
      expect(mailbox.list().length - before).toBe(10 * delivered);
      expect(await outcomeOf(at(smtp.port).send(mail))).toBe('sent');
    },
  );

  test('with faults at random, no message that may be tried again was delivered', async () => {
    const before = mailbox.list().length;
    for (const mode of ['reject', 'tempfail', 'drop', 'dropAfterData'] as const)
      mailbox.faults.add({ mode, rate: 0.2 });
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        outcomeOf(at(smtp.port).send({ ...mail, to: `c${n}@example.com` })),
      ),
    );
    const delivered = new Set(
      mailbox
        .list()
        .slice(before)
        .map((message) => message.to),
    );
    expect(mailbox.list().length - before).toBe(delivered.size);
    outcomes.forEach((outcome, n) => {
      const arrived = delivered.has(`c${n}@example.com`);
      if (outcome === 'sent') expect(arrived).toBe(true);
      if (outcome === 'refused' || outcome === 'unreachable') expect(arrived).toBe(false);
    });
  });
});

test('nobody listens: unreachable', async () => {
  const gone = await startScriptedServer({});
  await gone.close();
  expect(await outcomeOf(at(gone.port).send(mail))).toBe('unreachable');
  const nowhere = createSmtpMailer({
    url: 'smtp://no-such-host.invalid:25',
    from: 'post@holdfast.example',
    log,
    timeouts,
  });
  expect(await outcomeOf(nowhere.send(mail))).toBe('unreachable');
});

/** Each stage of the conversation, each way to fail there; with and without pipelining, where DATA goes along at once. */
describe('a mailer, with a server that fails at one stage', () => {
  const running: ScriptedServer[] = [];
  const start = async (script: Script): Promise<ScriptedServer> => {
    const server = await startScriptedServer(script);
    running.push(server);
    return server;
  };
  afterEach(() => Promise.all(running.splice(0).map((server) => server.close())));

  const PLAIN = '250 hello';
  const PIPELINING = '250-hello\r\n250 PIPELINING';
  const stages: [Script, outcome: string][] = [
    [{ greeting: 'silence' }, 'unreachable'],
    [{ greeting: 'cut' }, 'unreachable'],
    [{ greeting: '421 busy' }, 'unreachable'],
    [{ greeting: '554 not you' }, 'unreachable'],
    [{ mail: '550 not from there' }, 'refused'],
    [{ mail: '451 later' }, 'unreachable'],
    [{ mail: 'silence' }, 'unreachable'],
    [{ mail: 'cut' }, 'unreachable'],
    [{ mail: 'what' }, 'unreachable'],
    [{ rcpt: '550 nobody here' }, 'refused'],
    [{ rcpt: '452 full' }, 'unreachable'],
    [{ rcpt: 'cut' }, 'unreachable'],
    [{ data: '554 no' }, 'refused'],
    [{ data: '421 going down' }, 'unreachable'],
    [{ data: 'silence' }, 'unreachable'],
    [{ data: 'cut' }, 'unreachable'],
    [{ body: '250 taken as 7' }, 'sent'],
    [{ body: '554 looks like spam' }, 'refused'],
    [{ body: '451 greylisted' }, 'unreachable'],
    [{ body: 'silence' }, 'unclear'],
    [{ body: 'cut' }, 'unclear'],
    [{ body: 'what' }, 'unclear'],
    [{ body: '354 go on' }, 'unclear'],
    [{ body: 'half:451 lat' }, 'unclear'],
    [{ body: 'half:250 ok' }, 'unclear'],
  ];
  const cases = [PLAIN, PIPELINING].flatMap((ehlo) =>
    stages.map(([script, outcome]) => [{ ehlo, ...script }, outcome] as const),
  );

  test.each(cases)('%j: %s', async (script, outcome) => {
    const server = await start(script);
    const outcomes = await Promise.all([1, 2, 3].map(() => outcomeOf(at(server.port).send(mail))));
    expect(outcomes).toEqual([outcome, outcome, outcome]);
    const mayBeTriedAgain = outcome === 'unreachable' && script.body === undefined;
    if (mayBeTriedAgain) expect(server.bodies).toEqual([]);
  });

  test('a login that is refused says nothing of the message: unreachable', async () => {
    const server = await start({ ehlo: '250-hello\r\n250 AUTH PLAIN', auth: '535 wrong' });
    expect(await outcomeOf(at(server.port, 'user:wrong@').send(mail))).toBe('unreachable');
  });

  test('a login that is taken is used', async () => {
    const server = await start({ ehlo: '250-hello\r\n250 AUTH PLAIN' });
    expect(await outcomeOf(at(server.port, 'user:right@').send(mail))).toBe('sent');
    expect(server.bodies).toHaveLength(1);
  });
});
