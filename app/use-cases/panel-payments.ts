import { addMs } from '../domain/calendar';
import { EVIDENCE_OF, type EvidenceSum } from '../domain/capture-evidence';
import type { ShopId } from '../domain/ids';
import { AUTHORIZATION_DAYS } from '../domain/authorization-days';
import type { PanelGateway, PanelPayments, PanelUntaken } from '../domain/panel-view';
import type { Settings } from '../domain/settings';
import { type Intent, intentKey } from '../domain/intent';
import type { Deps } from './deps';
import { installedShop } from './panel';

const NAMES: Readonly<Record<string, string>> = {
  shopify_payments: 'Shopify Payments',
  paypal: 'PayPal',
  klarna: 'Klarna',
};

/** So many payments that were not taken fit on the page; the next ones follow as these are dealt with. */
const FEW = 25;

/** Shopify names a gateway for machines: "authorize_net". */
function nameOf(gateway: string): string {
  const words = gateway.replaceAll('_', ' ').trim();
  return NAMES[gateway] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

function gatewayView(
  gateway: string,
  sums: readonly EvidenceSum[],
  { authorizationDays }: Settings,
): PanelGateway {
  return {
    gateway,
    name: nameOf(gateway),
    evidence: sums
      .filter((sum) => sum.gateway === gateway)
      .toSorted((a, b) => b.orders - a.orders)
      .map(({ method, orders }) => ({ method, orders })),
    usualDays: AUTHORIZATION_DAYS[gateway] ?? null,
    ownDays: authorizationDays[gateway] ?? null,
  };
}

function untakenView(intent: Intent): PanelUntaken[] {
  const { effect, orderId, plannedAt, finishedAt, status, error } = intent;
  if (effect.kind !== 'capture') return [];
  return [
    {
      orderId,
      intent: intentKey(intent),
      amount: effect.amount,
      at: (finishedAt ?? plannedAt).toISOString(),
      reason: status === 'failed' ? (error ?? 'The payment was refused.') : null,
    },
  ];
}

const ordersOf = ({ evidence }: PanelGateway): number =>
  evidence.reduce((total, { orders }) => total + orders, 0);

/** What the shop's orders show of how it takes payment, and what it has said about that itself. */
export async function panelPayments(deps: Deps, shopId: ShopId): Promise<PanelPayments> {
  const { settings, captureMethod, timezone } = await installedShop(deps, shopId);
  const since = addMs(deps.clock.now(), -EVIDENCE_OF);
  const { sums, untaken, unknown } = await deps.store.read(shopId, async (tx) => ({
    sums: await tx.captureEvidence(since),
    untaken: await tx.untakenCaptures(FEW),
    unknown: await tx.unknownGateways(),
  }));
  const gateways = new Set([
    ...sums.map(({ gateway }) => gateway),
    ...Object.keys(AUTHORIZATION_DAYS),
    ...Object.keys(settings.authorizationDays),
    // The merchant is asked for the days of these. One without a name can have none.
    ...unknown.filter((gateway) => gateway !== ''),
  ]);
  return {
    settingsVersion: settings.version,
    found: captureMethod,
    said: settings.captureMethod,
    gateways: [...gateways]
      .map((gateway) => gatewayView(gateway, sums, settings))
      .toSorted((a, b) => ordersOf(b) - ordersOf(a)),
    untaken: untaken.flatMap(untakenView),
    timezone,
  };
}
