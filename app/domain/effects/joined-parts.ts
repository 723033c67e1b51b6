import type { CallOf } from '../calls/call';
import { lineName } from '../line-name';
import type { Effect, Intent } from '../intent';
import type { FulfillmentOrder } from '../order';
import { isLoose } from './holds';
import { isLive } from './live-parts';
import { lastOf, type Situation } from './situation';

type Joins = NonNullable<Extract<Effect, { kind: 'release' }>['joins']>;

const unitsIn = (fo: FulfillmentOrder, lineId?: string): number =>
  fo.lines
    .filter((line) => lineId === undefined || line.lineId === lineId)
    .reduce((total, { remaining }) => total + remaining, 0);

/** The free fulfillment order that has the units beside others, once what still waits of it is on hold again. */
function whereTheyAre({ adds }: Joins, situation: Situation): FulfillmentOrder | undefined {
  const added = adds.reduce((total, { units }) => total + units, 0);
  return situation.order.fulfillmentOrders.find(
    (fo) =>
      isLive(fo) &&
      fo.holds.length === 0 &&
      !isLoose(situation, fo.id) &&
      adds.every(({ lineId, units }) => unitsIn(fo, lineId) >= units) &&
      unitsIn(fo) > added,
  );
}

/** Since then a parcel was made with some of the units: whoever packs has seen them. */
function isPacked({ adds }: Joins, since: Date, { order }: Situation): boolean {
  return order.fulfillments.some(
    ({ createdAt, lines }) =>
      createdAt > since &&
      lines.some(({ lineId }) => adds.some((added) => added.lineId === lineId)),
  );
}

function joined(intent: Intent, situation: Situation): CallOf<'units-joined-part'>[] {
  const { effect, status, finishedAt } = intent;
  const isLatest = lastOf(situation.intents, effect.kind, effect.target) === intent;
  if (effect.kind !== 'release' || status !== 'done' || !isLatest) return [];
  const { joins } = effect;
  if (joins === undefined || finishedAt === null) return [];
  if (isPacked(joins, finishedAt, situation)) return [];
  const fo = whereTheyAre(joins, situation);
  if (fo === undefined) return [];
  const { lines } = situation.order;
  const units = joins.adds.flatMap(({ lineId, units: quantity }) => {
    const line = lines.find(({ id }) => id === lineId);
    return line === undefined ? [] : [{ title: lineName(line, lines), quantity }];
  });
  const isSame = joins.with.includes(fo.id);
  const newNumber = isSame ? null : (fo.id.split('/').at(-1) ?? fo.id);
  return units.length > 0 ? [{ kind: 'units-joined-part', units, newNumber }] : [];
}

/**
 * The packer is told which units came to a free part that was to be packed, and that its number changed, until they are
 * packed (record 0040).
 */
export function joinedParts(situation: Situation): CallOf<'units-joined-part'>[] {
  return situation.intents.flatMap((intent) => joined(intent, situation));
}
