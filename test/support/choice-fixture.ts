import type { ChoiceLine, ChoiceView } from '../../app/domain/choice-view';
import { LineId } from '../../app/domain/ids';
import { money } from '../../app/domain/money';
import type { MoneyPicture } from '../../app/domain/money-picture';
import { TransactionId } from '../../app/domain/ids';
import { NO_OFFERS } from '../../app/domain/offers';
import type { WebDeps } from '../../app/web-deps';
import { NOW } from './web-deps';

const AUTHORIZED: MoneyPicture = {
  total: money('118.50', 'USD'),
  authorizations: [
    {
      id: TransactionId.parse('gid://shopify/OrderTransaction/1'),
      gateway: 'shopify_payments',
      authorized: money('118.50', 'USD'),
      captured: money(0, 'USD'),
      capturing: money(0, 'USD'),
      voided: false,
      closed: false,
      authorizedAt: new Date('2026-03-01T00:00:00Z'),
      expiresAt: new Date('2026-03-08T00:00:00Z'),
      endIsGuessed: false,
      feeFrom: null,
      goodUntil: new Date('2026-03-08T00:00:00Z'),
      isCapturable: true,
      multiCapturable: false,
    },
  ],
  received: money(0, 'USD'),
  ours: money(0, 'USD'),
  charged: money(0, 'USD'),
  chargedAtCheckout: false,
  pending: money(0, 'USD'),
  giftCard: money(0, 'USD'),
  refunded: money(0, 'USD'),
  refunding: money(0, 'USD'),
  rounding: money(0, 'USD'),
  disputed: false,
};

export function aLine(number: number, title: string, rest: Partial<ChoiceLine> = {}): ChoiceLine {
  return {
    id: LineId.parse(`gid://shopify/LineItem/${number}`),
    title,
    quantity: 1,
    short: 1,
    ready: 0,
    shipped: 0,
    date: new Date('2026-03-20T23:59:59Z'),
    choice: 'none',
    undoUntil: null,
    canCancel: true,
    canKeep: true,
    ...rest,
  };
}

const SETTLED = { short: 0, canCancel: false, canKeep: false };
const LAMP = aLine(1, 'Brass desk lamp');
const MUGS = aLine(2, 'Stoneware mug, midnight blue', {
  quantity: 4,
  short: 3,
  ready: 1,
  date: null,
});

export function aView(lines: readonly ChoiceLine[], rest: Partial<ChoiceView> = {}): ChoiceView {
  return {
    shopName: 'Harbor & Pine',
    orderName: '#1042',
    locale: 'en-US',
    timezone: 'America/New_York',
    lines,
    money: AUTHORIZED,
    offers: NO_OFFERS,
    ...rest,
  };
}

/** Links by what their page shows. */
export const VIEWS: Readonly<Record<string, ChoiceView>> = {
  waiting: aView([LAMP]),
  several: aView([
    LAMP,
    MUGS,
    aLine(3, 'Linen tea towel', { ...SETTLED, quantity: 2, shipped: 2 }),
  ]),
  kept: aView([{ ...LAMP, choice: 'kept', canKeep: false }]),
  late: aView([{ ...LAMP, date: new Date('2026-02-27T23:59:59Z') }]),
  undo: aView([
    {
      ...LAMP,
      ...SETTLED,
      short: 1,
      choice: 'cancel-requested',
      undoUntil: new Date('2026-03-02T15:12:00Z'),
    },
    MUGS,
  ]),
  cancelled: aView([{ ...LAMP, ...SETTLED, quantity: 0, choice: 'cancelled' }]),
  'cancelled in part': aView([{ ...LAMP, ...SETTLED, quantity: 0, choice: 'cancelled' }, MUGS]),
  'being cancelled in part': aView([
    { ...LAMP, ...SETTLED, short: 1, choice: 'cancel-requested' },
    MUGS,
  ]),
  parts: aView([LAMP, MUGS], {
    offers: {
      partFirst: {
        amount: money('38.20', 'USD'),
        rest: money('80.30', 'USD'),
        upTo: money('38.20', 'USD'),
        consent: true,
      },
      chargeEarly: {
        amount: money('118.50', 'USD'),
        upTo: money('118.50', 'USD'),
        endsAt: new Date('2026-03-08T00:00:00Z'),
      },
    },
  }),
  shipped: aView([{ ...LAMP, ...SETTLED, shipped: 1 }]),
  unknown: aView([LAMP], { money: null }),
  html: aView([aLine(1, '<img src=x onerror=alert(1)>')], { shopName: '<b>Shop</b>' }),
};

/** Customers' answers change what the links show, as the real thing would; `late` is always too late. */
export function choiceDeps(): Pick<WebDeps, 'viewChoice' | 'answerChoice'> {
  const views = new Map(Object.entries(VIEWS));
  return {
    viewChoice: (token) => Promise.resolve(views.get(token) ?? null),
    answerChoice: (token, answer) => {
      const view = views.get(token);
      if (!view) return Promise.resolve({ kind: 'no-such-link' });
      if (token === 'late')
        return Promise.resolve({ kind: 'too-late', reason: 'It left our warehouse an hour ago.' });
      if ('amount' in answer) {
        views.set(token, { ...view, offers: NO_OFFERS });
        return Promise.resolve({ kind: 'done' });
      }
      const { action, lineIds } = answer;
      const answered = (line: ChoiceLine): ChoiceLine => {
        if (!lineIds.includes(line.id)) return line;
        if (action === 'undo')
          return { ...line, choice: 'none', undoUntil: null, canKeep: true, canCancel: true };
        return action === 'keep'
          ? { ...line, choice: 'kept', canKeep: false }
          : {
              ...line,
              choice: 'cancel-requested',
              undoUntil: new Date(NOW.getTime() + 15 * 60_000),
              canKeep: false,
              canCancel: false,
            };
      };
      views.set(token, { ...view, lines: view.lines.map(answered) });
      return Promise.resolve({ kind: 'done' });
    },
  };
}
