import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { checkLedger } from '../../simulator/tour/checker';
import { Letter, Row, type Witness } from '../../simulator/tour/witness';

/* A week as the simulator recorded it, and what each rule says when somebody had spoilt it. */

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
interface Week {
  rows: Mutable<Row>[];
  mails: Mutable<Letter>[];
}

const Recorded = z.object({ rows: z.array(Row), mails: z.array(Letter) });
const recorded = readFileSync('test/support/tour-week.json', 'utf8');
const week = (): Week => Recorded.parse(JSON.parse(recorded));

const first = <T>(list: T[], is: (item: T) => boolean): T => {
  const found = list.find(is);
  if (found === undefined) throw new Error('The recorded week has no such entry');
  return found;
};
const later = (at: Date, hours: number): Date => new Date(at.getTime() + hours * 3_600_000);
const without = <T>(list: T[], is: (item: T) => boolean): T[] => list.filter((item) => !is(item));

/** The row of a kind that belongs to the order of that name. */
function rowOf(w: Week, name: string, kind: string): Mutable<Row> {
  const order = first(w.rows, (r) => r.kind === 'order' && r.target === name);
  return first(w.rows, (r) => r.kind === kind && r.orderId === order.orderId);
}

function appended(w: Week, row: Row): Week {
  const seq = Math.max(...w.rows.map((r) => r.seq)) + 1;
  return { ...w, rows: [...w.rows, { ...row, seq }] };
}

const spoilt: readonly (readonly [string, RegExp, (w: Week) => Witness])[] = [
  [
    'captured before the goods came',
    /P1\/P10 #1003/,
    (w) => {
      const capture = rowOf(w, '#1003', 'capture');
      capture.seq = first(w.rows, (r) => r.kind === 'hold').seq;
      return w;
    },
  ],
  [
    'the younger order is served first',
    /P1\/P10 #1004/,
    (w) => {
      rowOf(w, '#1003', 'capture').orderId = rowOf(w, '#1004', 'payment').orderId;
      return w;
    },
  ],
  [
    'captured, and paid by the link as well',
    /M #1003 was captured, and paid by link as well/,
    (w) => {
      rowOf(w, '#1004', 'payment').orderId = rowOf(w, '#1003', 'capture').orderId;
      return w;
    },
  ],
  [
    'captured twice',
    /M #1003 was captured 2 times/,
    (w) => appended(w, rowOf(w, '#1003', 'capture')),
  ],
  [
    'more captured than authorized',
    /M #1003: more was captured/,
    (w) => {
      rowOf(w, '#1003', 'capture').amount = '40.01';
      return w;
    },
  ],
  [
    'captured after it was voided',
    /M #1005 was captured after it was voided/,
    (w) => {
      const cancel = first(w.rows, (r) => r.kind === 'cancel');
      return appended(w, {
        ...rowOf(w, '#1003', 'capture'),
        orderId: cancel.orderId,
      });
    },
  ],
  [
    'voided twice',
    /M #1005 was voided 2 times/,
    (w) =>
      appended(
        w,
        first(w.rows, (r) => r.kind === 'void'),
      ),
  ],
  [
    'never put on hold',
    /HOLD #1003 is short and was never put on hold/,
    (w) => ({ ...w, rows: without(w.rows, (r) => r.kind === 'hold') }),
  ],
  [
    'released before it was paid',
    /HOLD #1003 was released before/,
    (w) => {
      rowOf(w, '#1003', 'release').seq = 1;
      return w;
    },
  ],
  [
    'never released',
    /HOLD #1004 was never released/,
    (w) => ({ ...w, rows: without(w.rows, (r) => r.kind === 'release') }),
  ],
  [
    'cancelled and the money kept',
    /P6 #1005 was cancelled and its authorization not voided/,
    (w) => ({ ...w, rows: without(w.rows, (r) => r.kind === 'void') }),
  ],
  [
    'cancelled twice',
    /P6 #1005 was cancelled 2 times/,
    (w) =>
      appended(
        w,
        first(w.rows, (r) => r.kind === 'cancel'),
      ),
  ],
  [
    'shipped after it was cancelled',
    /P6 #1005 was captured or shipped/,
    (w) => {
      const cancel = first(w.rows, (r) => r.kind === 'cancel');
      return appended(w, {
        ...first(w.rows, (r) => r.kind === 'fulfillment'),
        orderId: cancel.orderId,
      });
    },
  ],
  [
    'told a day late',
    /P2 #1003 was not told the same day/,
    (w) => {
      const notice = first(w.mails, (m) => m.kind === 'first-notice');
      notice.receivedAt = later(notice.receivedAt, 24);
      return w;
    },
  ],
  [
    'no way out',
    /P3 .*#1003.* has no way out/,
    (w) => {
      first(w.mails, (m) => m.kind === 'first-notice').links = [];
      return w;
    },
  ],
  [
    'says not charged when it is',
    /P3 .*#1003 is here.* says not charged, and it is/,
    (w) => {
      first(w.mails, (m) => m.kind === 'ready').text += ' You have not been charged.';
      return w;
    },
  ],
  [
    'keeps silent about the money',
    /P3 .*doesn't say that nothing was charged/,
    (w) => {
      first(w.mails, (m) => m.kind === 'follow-up').text = 'We are watching this.';
      return w;
    },
  ],
  [
    'a date passes without a new offer',
    /P4 #1004: the date of/,
    (w) => {
      const slip = w.mails.findLast((m) => m.kind === 'new-date');
      const isWord = (m: Letter): boolean => m === slip || m.kind === 'money-notice';
      return { ...w, mails: without(w.mails, isWord) };
    },
  ],
  [
    'no follow-up',
    /P5 #1003 waited four days without a follow-up/,
    (w) => ({ ...w, mails: without(w.mails, (m) => m.kind === 'follow-up') }),
  ],
  [
    'a week of silence',
    /P5 #1003 heard nothing for more than seven days/,
    (w) => {
      rowOf(w, '#1003', 'capture').at = later(rowOf(w, '#1003', 'capture').at, 24 * 8);
      rowOf(w, '#1003', 'fulfillment').at = new Date('2026-03-17T00:00:00Z');
      return w;
    },
  ],
  [
    'the shipment is not told',
    /P7 #1001: its shipment was told 0 times/,
    (w) => ({ ...w, mails: without(w.mails, (m) => m.kind === 'shipping-confirmation') }),
  ],
  [
    'the shipment is told by both',
    /P7 #1003: its shipment was told 2 times/,
    (w) => {
      const mail = first(
        w.mails,
        (m) => m.kind === 'shipping-confirmation' && m.subject.includes('#1003'),
      );
      return { ...w, mails: [...w.mails, { ...mail, sender: 'app', kind: 'shipped' }] };
    },
  ],
  [
    'the same message twice',
    /P8 .*#1003 is delayed.* was sent twice/,
    (w) => {
      const mail = first(w.mails, (m) => m.kind === 'first-notice');
      return { ...w, mails: [...w.mails, { ...mail, receivedAt: later(mail.receivedAt, 1) }] };
    },
  ],
  [
    'in the night',
    /P8 .*was sent in the night/,
    (w) => {
      const mail = first(w.mails, (m) => m.kind === 'follow-up');
      mail.receivedAt = later(mail.receivedAt, -4);
      return w;
    },
  ],
  [
    'too soon after another',
    /P8 .*not forgotten.* came too soon/,
    (w) => {
      const mail = first(w.mails, (m) => m.kind === 'follow-up');
      mail.receivedAt = new Date('2026-03-02T20:00:00Z');
      return w;
    },
  ],
  [
    'a word after the cancellation',
    /P8 .* was sent after the cancellation/,
    (w) => {
      const mail = first(w.mails, (m) => m.kind === 'first-notice' && m.subject.includes('#1005'));
      return {
        ...w,
        mails: [
          ...w.mails,
          { ...mail, kind: 'follow-up', receivedAt: new Date('2026-03-05T16:00:00Z') },
        ],
      };
    },
  ],
  [
    'the cancellation is not confirmed',
    /END #1005: its cancellation was confirmed 0 times/,
    (w) => ({ ...w, mails: without(w.mails, (m) => m.kind === 'cancelled') }),
  ],
  [
    'the arrival is not told',
    /END #1004: its arrival was told 0 times/,
    (w) => ({ ...w, mails: without(w.mails, (m) => m.kind === 'ready') }),
  ],
  [
    'nothing happened at all',
    /STORY/,
    (w) => ({ ...w, rows: without(w.rows, (r) => r.by === 'app') }),
  ],
];

describe("the tour's checker", () => {
  it('finds nothing wrong with the week as it was', () => {
    expect(checkLedger(week(), 'automatic')).toEqual([]);
  });

  it.each(spoilt)('sees a week that is spoilt: %s', (_name, fault, spoil) => {
    expect(checkLedger(spoil(week()), 'automatic')).toEqual(
      expect.arrayContaining([expect.stringMatching(fault)]),
    );
  });

  it('sees whatever leaves a shop that only watches', () => {
    const faults = checkLedger(week(), 'watch');
    expect(faults).toEqual(
      expect.arrayContaining([expect.stringMatching(/WATCH the app did “capture”/)]),
    );
    expect(faults).toEqual(expect.arrayContaining([expect.stringMatching(/WATCH the app sent/)]));
  });
});
