import type { Case } from '../case';
import { waitingUnits } from '../due-now';
import type { LineId, LocationId } from '../ids';
import type { Effect, Intent } from '../intent';
import { type MoneyPicture, readMoney } from '../money-picture';
import type { OrderSnapshot } from '../order';
import { ownMoney } from '../own-money';
import type { Shop } from '../settings';

/** What one line of the order was allocated at one location; null while no stock reading has been made for it. */
export interface Share {
  readonly lineId: LineId;
  readonly locationId: LocationId | null;
  readonly allocated: number | null;
}

/** Everything that the wanted effects depend on: the order as just read, and what is known of it. */
export interface Situation {
  readonly now: Date;
  readonly order: OrderSnapshot;
  /** Null for an order that was never short. */
  readonly case: Case | null;
  readonly intents: readonly Intent[];
  readonly shop: Shop;
  /** Whether each unit of the order is covered by stock that was read after the order was routed. */
  readonly covered: boolean;
  readonly shares: readonly Share[];
}

/** An effect that should be true of the world, and since when it is wanted: an older success doesn't count. */
export interface Wanted {
  readonly effect: Effect;
  readonly since: Date;
}

export const ALWAYS = new Date(0);

export function lastOf(
  intents: readonly Intent[],
  kind: Effect['kind'],
  target: string,
): Intent | undefined {
  return intents
    .filter((intent) => intent.effect.kind === kind && intent.effect.target === target)
    .toSorted((a, b) => a.generation - b.generation)
    .at(-1);
}

export function moneyOf({
  order,
  shop,
  intents,
}: Pick<Situation, 'order' | 'shop' | 'intents'>): MoneyPicture {
  const { authorizationDays: days, useExtendedAuthorizations: acceptsFee } = shop.settings;
  return readMoney(order, { days, acceptsFee }, ownMoney(intents));
}

/** Units that are not here. */
export function waits(value: Case): boolean {
  return value.lines.some(({ units }) => units.short + units.doubtful > 0);
}

/** A cancellation was asked for and has not come true yet. */
export function leaves(value: Case): boolean {
  return value.lines.some(({ choice }) => choice.kind === 'cancel-requested');
}

/** Units that could go: here, or never in doubt, and not packed yet. */
export function hasGoing(value: Case): boolean {
  return value.lines.some(
    (line) => line.choice.kind !== 'cancel-requested' && line.units.ready + line.units.clear > 0,
  );
}

export function waitingOf(value: Case | null, lineId: LineId): number {
  const line = value?.lines.find((l) => l.id === lineId);
  return line === undefined ? 0 : waitingUnits(line);
}
