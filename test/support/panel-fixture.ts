import { LineId, OrderId } from '../../app/domain/ids';
import type { Acted, PanelCase, PanelHome } from '../../app/domain/panel-view';
import type { Mode } from '../../app/domain/settings';
import type { PanelDeps } from '../../app/web-deps';

const ORDER = OrderId.parse('gid://shopify/Order/1042');
const UNITS = { clear: 0, doubtful: 0, short: 0, ready: 0, packed: 0, shipped: 0, cancelled: 0 };

const CASE: PanelCase = {
  orderId: ORDER,
  orderName: '#1042',
  timezone: 'America/New_York',
  openedAt: '2026-03-01T15:00:00.000Z',
  closedAt: null,
  attention: 'The order has no e-mail address: call the customer.',
  money: 'You have not been charged.',
  lines: [
    {
      id: LineId.parse('gid://shopify/LineItem/1'),
      title: 'Brass desk lamp',
      sku: 'LAMP-1',
      units: { ...UNITS, short: 2, ready: 1 },
      date: null,
      choice: 'kept',
    },
  ],
  intents: [
    {
      key: 'hold-5-1',
      what: 'Hold 2 units',
      status: 'awaiting-approval',
      plannedAt: '2026-03-01T15:01:00.000Z',
      error: null,
    },
  ],
  timeline: [{ at: '2026-03-01T15:00:00.000Z', by: 'holdfast', what: 'The case was opened' }],
  nextStep: {
    orderId: ORDER,
    orderName: '#1042',
    what: 'follow-up',
    dueAt: '2026-03-08T14:00:00.000Z',
  },
};

/** One shop with one case, which answers to what is done to it. */
export function panelDeps(): PanelDeps {
  const shop = { mode: 'watch' as Mode, paused: false, captureClearOrders: false };
  const done: Acted = { kind: 'done' };
  let order = CASE;
  const change = (changes: Partial<PanelCase>): Promise<Acted> => {
    order = { ...order, ...changes };
    return Promise.resolve(done);
  };
  return {
    home: () =>
      Promise.resolve({
        shopName: 'Harbor & Pine',
        timezone: 'America/New_York',
        ...shop,
        counts: { needsYou: 1, waiting: 1, approvals: 1 },
        cases: [{ ...order, waitingUnits: 3, date: null }],
        nextSteps: order.nextStep ? [order.nextStep] : [],
      } satisfies PanelHome),
    caseOf: (_shop, orderId) => Promise.resolve(orderId === ORDER ? order : null),
    setDate: (_shop, _orderId, { date, lineIds }) =>
      change({
        lines: order.lines.map((line) =>
          lineIds.includes(line.id) ? { ...line, date: date && `${date}T23:59:59.000Z` } : line,
        ),
      }),
    changeSettings: (_shop, changes) => {
      Object.assign(shop, changes);
      return Promise.resolve(done);
    },
    approve: (_shop, _orderId, key) =>
      change({
        intents: order.intents.map((intent) =>
          intent.key === key ? { ...intent, status: 'planned' } : intent,
        ),
      }),
    resolveAttention: () => change({ attention: null }),
  };
}
