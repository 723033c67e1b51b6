import { LineId, OrderId } from '../../app/domain/ids';
import type { Acted, PanelCase, PanelRow } from '../../app/domain/panel-view';
import { Settings } from '../../app/domain/settings';
import type { PanelDeps, SettingsChange, Staff } from '../../app/web-deps';

const ORDER = OrderId.parse('gid://shopify/Order/1042');
const UNITS = { clear: 0, doubtful: 0, short: 0, ready: 0, packed: 0, shipped: 0, cancelled: 0 };
const ZONE = 'America/New_York';

const CASE: PanelCase = {
  orderId: ORDER,
  orderName: '#1042',
  version: 3,
  timezone: ZONE,
  now: '2026-03-02T15:00:00.000Z',
  openedAt: '2026-03-01T15:00:00.000Z',
  closedAt: null,
  stage: 'waiting',
  attention: 'The order has no e-mail address: call the customer.',
  money: {
    sentence: 'Nothing has been charged.',
    next: ['$40.00 is released on Fri 6 Mar, 10:00 unless the goods come first.'],
    agreements: [
      {
        at: '2026-03-02T09:00:00.000Z',
        what: 'Agreed to be charged before the goods are here',
        words: 'You agree to be charged $40.00 shortly before.',
      },
    ],
    part: { amount: { amount: '8.00', currencyCode: 'USD' }, whyNot: null },
    whyNoCapture: '2 units are not here yet: nothing is captured before that.',
    figures: [
      {
        label: 'Authorized',
        amount: { amount: '40.00', currencyCode: 'USD' },
        until: '2026-03-08T15:00:00.000Z',
      },
    ],
  },
  lines: [
    {
      id: LineId.parse('gid://shopify/LineItem/1'),
      title: 'Brass desk lamp',
      sku: 'LAMP-1',
      units: { ...UNITS, short: 2, ready: 1 },
      date: null,
      toldDate: null,
      choice: 'kept',
      undoUntil: null,
      canCancel: true,
    },
  ],
  held: true,
  intents: [
    {
      key: 'hold-5-1',
      what: 'Hold 2 units',
      status: 'awaiting-approval',
      plannedAt: '2026-03-01T15:01:00.000Z',
      error: null,
    },
  ],
  messages: [
    {
      key: 'first-notice-1',
      what: 'First notice of the delay',
      to: 'ada@example.com',
      subject: 'Your order #1042 is delayed',
      text: 'Wait or cancel here: [the customer’s own link]',
      at: '2026-03-01T15:02:00.000Z',
      outcome: 'sent',
    },
  ],
  hasLink: true,
  timeline: [
    { at: '2026-03-01T15:00:00.000Z', by: 'Holdfast', what: 'A shortage was found', note: null },
  ],
  nextStep: {
    orderId: ORDER,
    orderName: '#1042',
    key: 'follow-up-1',
    what: 'Follow-up while they wait',
    dueAt: '2026-03-04T14:00:00.000Z',
    latest: '2026-03-05T15:00:00.000Z',
    promised: true,
  },
};

const ROW: PanelRow = {
  orderId: ORDER,
  orderName: '#1042',
  openedAt: CASE.openedAt,
  stage: 'waiting',
  waitingUnits: 2,
  readyUnits: 1,
  date: null,
  title: 'Brass desk lamp',
  otherLines: 0,
  held: { amount: '40.00', currencyCode: 'USD', lapsesAt: '2026-03-08T15:00:00.000Z' },
  attention: CASE.attention,
};

const STALE: Acted = { kind: 'refused', reason: 'This order has changed since you opened it.' };

/** One shop with one case, which answers to what is done to it. */
export function panelDeps(): PanelDeps {
  let settings = Settings.parse({});
  let order = CASE;
  let isNoticed = true;
  let isSuspended = true;
  const counts = { needsYou: 1, waiting: 1, ready: 0, closed: 0, approvals: 1, untaken: 1 };
  const change = (changes: Partial<PanelCase>, { seen }: Staff): Promise<Acted> => {
    if (seen !== undefined && seen !== order.version) return Promise.resolve(STALE);
    order = { ...order, ...changes, version: order.version + 1 };
    return Promise.resolve({ kind: 'done' });
  };
  const nothing = (_shop: unknown, _order: unknown, staff: Staff) => change({}, staff);
  return {
    home: () =>
      Promise.resolve({
        shopName: 'Harbor & Pine',
        timezone: ZONE,
        mode: settings.mode,
        paused: settings.paused,
        settingsVersion: settings.version,
        counts,
        needsYou: [ROW],
        waiting: [ROW],
        held: ROW.held ? [{ ...ROW.held, orders: 1 }] : [],
        lapsesFirst: ROW,
        notices: isNoticed
          ? [
              { kind: 'fulfills-by-itself', dueBy: null },
              { kind: 'data-request-waits', dueBy: '2026-04-01T15:00:00.000Z' },
            ]
          : [],
        afterAbsence: {
          ...{ tell: 41, charge: 6, end: 3, asOf: '2026-03-02T15:00:00.000Z' },
          totals: [{ amount: '187.50', currencyCode: 'USD' }],
        },
        today: order.nextStep ? [order.nextStep] : [],
      }),
    cases: (_shop, query) =>
      Promise.resolve({
        timezone: ZONE,
        query,
        counts,
        rows: ROW.orderName.includes(query.search) && query.filter !== 'closed' ? [ROW] : [],
        previous: null,
        next: null,
      }),
    suspension: () =>
      Promise.resolve(
        isSuspended ? { cause: 'frozen', since: '2026-03-01T15:00:00.000Z', timezone: ZONE } : null,
      ),
    askAgain: () => {
      isSuspended = false;
      return Promise.resolve({ kind: 'done' });
    },
    yesToAll: (_shop, { of }) =>
      Promise.resolve(
        of === 'tell' ? { kind: 'done' } : { kind: 'refused', reason: 'Nothing of this waits.' },
      ),
    caseOf: (_shop, orderId) => Promise.resolve(orderId === ORDER ? order : null),
    payments: () =>
      Promise.resolve({
        settingsVersion: settings.version,
        untaken: [
          {
            orderId: ORDER,
            intent: 'capture-7-1',
            amount: { amount: '39.80', currencyCode: 'EUR' },
            at: '2026-03-02T12:00:00.000Z',
            reason: 'The bank declined the card. Ask the customer to pay another way.',
          },
        ],
        timezone: ZONE,
        found: 'checkout',
        said: settings.captureMethod,
        gateways: [
          {
            gateway: 'shopify_payments',
            name: 'Shopify Payments',
            evidence: [{ method: 'checkout', orders: 12 }],
            usualDays: 7,
            ownDays: settings.authorizationDays['shopify_payments'] ?? null,
          },
        ],
      }),
    settings: () =>
      Promise.resolve({
        settings,
        timezone: ZONE,
        fallbackSender: {
          name: 'Harbor & Pine',
          email: 'backorders@holdfast.example',
          replyTo: 'shop@harbor.example',
        },
      }),
    changeSettings: (_shop, wish: SettingsChange, seen) => {
      if (seen !== undefined && seen !== settings.version)
        return Promise.resolve({ kind: 'refused', reason: 'Somebody changed the settings.' });
      settings = { ...settings, ...wish, version: settings.version + 1 };
      return Promise.resolve({ kind: 'done' });
    },
    settleNotice: () => {
      isNoticed = false;
      return Promise.resolve({ kind: 'done' });
    },
    setDate: (_shop, _orderId, { date, lineIds, ...staff }) =>
      change(
        {
          lines: order.lines.map((line) =>
            lineIds.includes(line.id) ? { ...line, date: date && `${date}T23:59:59.000Z` } : line,
          ),
        },
        staff,
      ),
    approve: (_shop, _orderId, { intent: key, ...staff }) =>
      change(
        {
          intents: order.intents.map((intent) =>
            intent.key === key ? { ...intent, status: 'planned' } : intent,
          ),
        },
        staff,
      ),
    stopLinks: (_shop, _order, staff) => change({ hasLink: false }, staff),
    resolveAttention: (_shop, _orderId, staff) => change({ attention: null }, staff),
    sendNow: nothing,
    sendLater: nothing,
    skipStep: (_shop, _orderId, staff) => change({ nextStep: null }, staff),
    release: (_shop, _orderId, staff) => change({ held: false }, staff),
    partFirst: nothing,
    capture: () =>
      Promise.resolve({ kind: 'refused', reason: CASE.money.whyNoCapture ?? 'It can’t be.' }),
    cancel: nothing,
    undoCancel: nothing,
  };
}
