import { type Step, STEPS } from '../../app/domain/case';
import { CHOICE_LINK, fillLinks, needsChoiceLink, needsPaymentLink } from '../../app/emails/links';
import { DELAY_STEPS, isDelayStep } from '../../app/emails/message-input';
import { moneyFacts, moneySentence } from '../../app/emails/money-sentence';
import { renderMessage } from '../../app/emails/render';
import { missingSentences, requiredSentences } from '../../app/emails/required-sentences';
import { aLine, anAuthorization, anInput, aPicture, NOW, usd } from './emails-fixtures';

const endOf = (day: string): Date => new Date(`${day}T23:59:59.999-04:00`);
const textOf = (change: Parameters<typeof anInput>[0]): string =>
  renderMessage(anInput(change)).text;
const count = (text: string, what: RegExp): number => [...text.matchAll(what)].length;

describe.each(DELAY_STEPS)('%s, like every message about a delay,', (step) => {
  const pictures = {
    authorized: aPicture({ authorizations: [anAuthorization()] }),
    paid: aPicture({ charged: usd('40'), chargedAtCheckout: true }),
    disputed: aPicture({ charged: usd('40'), disputed: true }),
    'nothing to pay': aPicture({ total: usd('0') }),
  };
  test.each(Object.entries(pictures))(
    'names items, money (%s), the offer, the silence and the link',
    (_, money) => {
      for (const silence of ['keeps', 'cancels'] as const) {
        const input = anInput({
          step,
          money,
          silence,
          lines: [aLine(), aLine({ title: 'Towel', state: 'ready' })],
        });
        const message = renderMessage(input);
        expect(missingSentences(input, message)).toEqual([]);
        expect(message.text).toContain(moneySentence(money, 'en-US', NOW));
        expect(count(message.text, /%%CHOICE_LINK%%/g)).toBe(1);
      }
    },
  );

  test('says sorry once', () => {
    for (const date of [null, endOf('2026-03-20')])
      expect(count(textOf({ step, lines: [aLine({ date })] }), /sorry/gi)).toBe(1);
  });

  test('names a date that is known, and says honestly when there is none', () => {
    expect(textOf({ step, lines: [aLine({ date: endOf('2026-03-20') })] })).toContain(
      '2 × Copper kettle: expected to ship by Friday, March 20',
    );
    const undated = textOf({ step, lines: [aLine()] });
    expect(undated).toContain('no date yet');
    expect(undated).toContain('asking the supplier');
  });

  test('never tells a day that has passed as one to expect', () => {
    const text = textOf({ step, lines: [aLine({ date: endOf('2026-03-05') })] });
    expect(text).toContain('was expected to ship by Thursday, March 5; there is no new date yet');
  });

  test('never blames, sells or promises when the next word comes', () => {
    expect(textOf({ step })).not.toMatch(
      /fault|blame|unfortunately|discount|coupon|tomorrow|will write|posted/i,
    );
  });
});

test('a step that tells of no delay has the facts about the money and no link', () => {
  for (const step of STEPS.filter((name) => !isDelayStep(name) && !name.startsWith('payment'))) {
    const input = anInput({ step, lines: [aLine({ state: 'ready' })] });
    const message = renderMessage(input);
    expect(missingSentences(input, message)).toEqual([]);
    expect(needsChoiceLink(message)).toBe(false);
    expect(message.text).toContain(`Your money: ${moneyFacts(input.money, 'en', NOW)}\n`);
  }
});

describe('a message that asks for the payment', () => {
  const payment = {
    way: 'link' as const,
    due: usd('40'),
    payBy: new Date('2026-03-16T23:59:59Z'),
    ofRest: false,
    last: true,
  };

  test.each(['payment-request', 'payment-reminder'] as const)(
    '%s has the page to pay, the last day, and a way out',
    (step) => {
      const input = anInput({ step, lines: [aLine({ state: 'ready' })], payment });
      const message = renderMessage(input);
      expect(missingSentences(input, message)).toEqual([]);
      for (const words of [message.text, message.html]) {
        expect(words).toContain('$40.00');
        expect(words).toContain('March 16');
      }
      const sent = fillLinks(message, {
        choice: 'https://c.example',
        payment: 'https://p.example',
      });
      expect(needsChoiceLink(sent) || needsPaymentLink(sent)).toBe(false);
      expect(sent.text).toContain('https://p.example');
    },
  );

  test('says in the last one that the order ends unpaid', () => {
    const input = anInput({
      step: 'payment-reminder',
      lines: [aLine({ state: 'ready' })],
      payment,
    });
    expect(renderMessage(input).text).toContain('If it isn’t paid by then, we cancel it');
  });

  test.each(['payment-request', 'payment-reminder'] as const)(
    '%s asks for the rest where a part has left already',
    (step) => {
      const lines = [aLine({ state: 'ready' }), aLine({ title: 'Lamp', state: 'shipped' })];
      const { subject, text } = renderMessage(
        anInput({ step, lines, payment: { ...payment, ofRest: true } }),
      );
      expect(subject).toContain('The rest of your order #1001');
      expect(text).toMatch(/the rest of your order #1001 has arrived/i);
    },
  );

  test('promises no link where Shopify offers none', () => {
    const input = anInput({ step: 'money-notice', payment: { ...payment, way: 'unknown' } });
    const { text } = renderMessage(input);
    expect(text).not.toContain('link to pay');
    expect(text).toContain('we write to you about the payment');
  });
});

test('a sentence that an edited template leaves out is named', () => {
  const input = anInput();
  const { subject, text, html } = renderMessage(input);
  const without = { subject, html, text: text.replace(/You’re free to cancel.*/, '') };
  expect(missingSentences(input, without)).toEqual(['offer']);
  expect(
    missingSentences(input, { subject, text, html: html.replaceAll(CHOICE_LINK, '#') }),
  ).toEqual(['choice-link']);
  expect(requiredSentences('shipped')).not.toContain('offer');
});

describe('what silence means', () => {
  test('it keeps the order', () =>
    expect(textOf({})).toContain('if we don’t hear from you, we keep your order'));
  test('it cancels, and the day is named where there is one', () => {
    const text = textOf({ silence: 'cancels', cancelsAt: endOf('2026-04-30') });
    expect(text).toContain(
      'please tell us by the same link by Thursday, April 30. If we don’t hear from you, we cancel',
    );
    expect(text).not.toContain('we keep your order');
  });
});

test('a new date is told with the one that it takes the place of', () => {
  const lines = [aLine({ date: endOf('2026-03-27'), previousDate: endOf('2026-03-20') })];
  const { subject, text } = renderMessage(anInput({ step: 'new-date', lines }));
  expect(subject).toBe('A new date for your order #1001');
  expect(text).toContain('now expected to ship by Friday, March 27 (before: Friday, March 20)');
});

test('a first date is not told as a change of one that was never given', () => {
  const lines = [aLine({ date: endOf('2026-03-20') })];
  const { subject, text } = renderMessage(anInput({ step: 'new-date', lines }));
  expect(subject).toBe('A date for your order #1001');
  expect(text).toContain('We can tell you now when we expect your order #1001 to ship.');
  expect(text).not.toMatch(/doesn’t hold|moved|before:/);
});

test('a date that is gone is told as gone', () => {
  const lines = [aLine({ previousDate: endOf('2026-03-20') })];
  const { subject, text } = renderMessage(anInput({ step: 'new-date', lines }));
  expect(subject).toBe('The date of your order #1001 has moved');
  expect(text).toContain('no new date yet (before: Friday, March 20)');
});

test('better news is told as better news', () => {
  const lines = [aLine({ date: endOf('2026-03-12'), previousDate: endOf('2026-03-20') })];
  expect(textOf({ step: 'new-date', lines })).toContain('sooner than we told you');
});

test('a day is the customer’s day, with the year when it is another one', () => {
  const lines = [aLine({ date: new Date('2027-01-01T04:59:59Z') })];
  expect(textOf({ lines, now: new Date('2026-12-20T00:00:00Z') })).toContain(
    'by Thursday, December 31\n',
  );
  expect(textOf({ lines, timezone: 'Europe/Berlin' })).toContain('by Friday, January 1, 2027');
  expect(textOf({ lines, timezone: 'Nowhere/Land', locale: 'en-GB' })).toMatch(
    /by Friday,? 1 January 2027/,
  );
});

test('a delay leads where several things are told at once, and the offer stands', () => {
  const also: Step[] = ['new-date', 'cancelled'];
  const input = anInput({
    step: 'ready',
    also,
    lines: [
      aLine({ date: endOf('2026-03-27') }),
      aLine({ title: 'Towel', state: 'ready' }),
      aLine({ title: 'Mug', state: 'cancelled' }),
    ],
  });
  const message = renderMessage(input);
  expect(message.subject).toBe('A date for your order #1001');
  expect(message.text).toContain('part of your order has arrived');
  expect(message.text).toContain('What is listed as cancelled has been taken off your order.');
  expect(missingSentences(input, message)).toEqual([]);
});

test('ready, shipped and cancelled say what they are about', () => {
  const charged = aPicture({
    charged: usd('40'),
    authorizations: [anAuthorization({ captured: usd('40') })],
  });
  expect(textOf({ step: 'ready', money: charged, lines: [aLine({ state: 'ready' })] })).toMatch(
    /It ships next[^]*\$40\.00 has been charged/,
  );
  expect(
    textOf({
      step: 'shipped',
      money: charged,
      trackingNumbers: ['1Z9'],
      lines: [aLine({ state: 'shipped' })],
    }),
  ).toContain('Tracking number: 1Z9');
  const voided = aPicture({ authorizations: [anAuthorization({ voided: true })] });
  const text = textOf({ step: 'cancelled', money: voided, lines: [aLine({ state: 'cancelled' })] });
  expect(text).toContain(
    'You have not been charged. The $40.00 that was set aside has been released.',
  );
  expect(text).toContain('Nothing was taken for what is cancelled, and nothing will be.');
});

test('an order of which only part is concerned is not called the whole', () => {
  const lines = [aLine(), aLine({ title: 'Towel', state: 'clear' })];
  expect(renderMessage(anInput({ lines })).subject).toBe('Part of your order #1001 is delayed');
  expect(renderMessage(anInput({ step: 'ready', lines })).subject).toBe(
    'Part of your order #1001 is here',
  );
});

describe('what others wrote', () => {
  test('never becomes markup', () => {
    const evil = '<img src=x onerror=alert(1)>"\'&';
    const { html } = renderMessage(
      anInput({
        shop: { name: evil },
        orderName: evil,
        trackingNumbers: [evil],
        step: 'shipped',
        lines: [aLine({ title: evil, state: 'shipped' })],
      }),
    );
    expect(html).not.toContain('<img');
    expect(count(html, /&lt;img src=x onerror=alert\(1\)&gt;/g)).toBeGreaterThanOrEqual(4);
  });
  test('never becomes Liquid, a paragraph, or a link', () => {
    const title = `{{ shopName }}\n\n%%CHOICE_LINK%% \u202Eabc`;
    const message = renderMessage(
      anInput({ step: 'ready', lines: [aLine({ title, state: 'ready' })] }),
    );
    expect(message.text).toContain('- 2 × {{ shopName }} CHOICE_LINK abc');
    expect(needsChoiceLink(message)).toBe(false);
  });
  test.each(['Buy at http://x.example', 'visit x.example', 'a@b.example', 'A'.repeat(41), '   '])(
    'a name such as "%s" is no name',
    (firstName) => expect(textOf({ firstName })).toMatch(/^Hello,\n/),
  );
  test.each(['Anna', 'Jean-Luc', "D'Arcy", '李小龍', 'Dr. Ada'])(
    'the name %s is one',
    (firstName) => expect(textOf({ firstName })).toContain(`Hello ${firstName},`),
  );
});

test('the link is filled in for the copy that leaves, and only there', () => {
  const kept = renderMessage(anInput());
  const sent = fillLinks(kept, {
    choice: 'https://h.example/choice/a?b=1&c=$&',
    payment: null,
  });
  expect(sent.text).toContain('Wait or cancel: https://h.example/choice/a?b=1&c=$&\n');
  expect(count(sent.html, /href="https:\/\/h\.example\/choice\/a\?b=1&#38;c=\$&#38;"/g)).toBe(2);
  expect(needsChoiceLink(sent)).toBe(false);
  expect(needsChoiceLink(kept)).toBe(true);
});

test('the same input gives the same message, byte for byte', () => {
  expect(renderMessage(anInput())).toEqual(renderMessage(anInput()));
});

test('no time to undo is named where there is none, and hours are called hours', () => {
  expect(textOf({ undoMinutes: 0 })).not.toContain('undo');
  expect(textOf({ undoMinutes: 60 })).toContain('you can undo it for 1 hour.');
  expect(textOf({ undoMinutes: 90 })).toContain('for 90 minutes.');
});
