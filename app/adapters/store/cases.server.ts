import { z } from 'zod';
import type { Db } from '../../db.server';
import { Case, stageOf, type TimelineEntry, type TimelineKind } from '../../domain/case';
import { OrderId, type ShopId } from '../../domain/ids';
import { Conflict } from '../../errors';
import type { Tx } from '../../ports';
import { asJson } from './json.server';

type CasePart = Pick<
  Tx,
  | 'loadCase'
  | 'saveCase'
  | 'openCases'
  | 'unsaidCases'
  | 'casesToPickUp'
  | 'caselessToPickUp'
  | 'unknownGateways'
  | 'addTimeline'
  | 'timeline'
>;

/** Entries are our own words, never taken from outside, and kinds that were retired must still be read. */
const Entry = z.object({
  at: z.date(),
  kind: z.custom<TimelineKind>((kind) => typeof kind === 'string'),
  by: z.enum(['holdfast', 'customer', 'merchant', 'shopify', 'supplier']),
  detail: z.record(z.string(), z.unknown()),
}) satisfies z.ZodType<TimelineEntry>;

const Orders = z.array(z.object({ orderId: OrderId }));
const Gateways = z.array(z.object({ gateway: z.string() }));

/** Written out as columns, so that the panel can sum what is held without reading every case. */
function held({ heldMoney }: Case) {
  return {
    heldAmount: heldMoney?.amount ?? null,
    heldCurrency: heldMoney?.currencyCode ?? null,
    lapsesAt: heldMoney?.lapsesAt ?? null,
  };
}

export function caseRows(db: Db, shop: ShopId): CasePart {
  return {
    async loadCase(orderId) {
      const row = await db.case.findUnique({
        where: { shop_orderId: { shop, orderId } },
        select: { state: true },
      });
      return row && Case.parse(row.state);
    },

    async saveCase(value) {
      const { orderId, orderName, openedAt, closedAt, attention, customerKey } = value;
      if (value.shop !== shop) throw new Error('A case of another shop');
      const version = value.version + 1;
      const columns = {
        version,
        orderName,
        openedAt,
        closedAt,
        attention,
        customerKey,
        stage: stageOf(value),
        ...held(value),
      };
      const data = { ...columns, state: asJson({ ...value, version }) };
      const { count } =
        value.version === 0
          ? await db.case.createMany({ data: { shop, orderId, ...data }, skipDuplicates: true })
          : await db.case.updateMany({ where: { shop, orderId, version: value.version }, data });
      if (count === 0) throw new Conflict(`The case has moved on from version ${value.version}`);
    },

    async openCases() {
      const rows = await db.case.findMany({
        where: { shop, closedAt: null },
        orderBy: [{ openedAt: 'asc' }, { orderId: 'asc' }],
        select: { orderId: true },
      });
      return rows.map((row) => OrderId.parse(row.orderId));
    },

    async unsaidCases() {
      const rows = await db.case.findMany({
        where: {
          shop,
          closedAt: { not: null },
          customerKey: { not: null },
          NOT: { state: { path: ['toTell'], equals: [] } },
        },
        orderBy: [{ openedAt: 'asc' }, { orderId: 'asc' }],
        select: { orderId: true },
      });
      return rows.map((row) => OrderId.parse(row.orderId));
    },

    async casesToPickUp(after, take) {
      const rows = await db.$queryRaw<{ state: unknown }[]>`
        select "state" from "Case"
        where "shop" = ${shop} and "orderId" > coalesce(${after}::text, '')
          and ("closedAt" is null or ("customerKey" is not null and "state" -> 'toTell' <> '[]'::jsonb))
        order by "orderId" limit ${take}`;
      return rows.map((row) => Case.parse(row.state));
    },

    async caselessToPickUp(after, take) {
      const rows = await db.$queryRaw`
        select distinct i."orderId" from "Intent" i
        where i."shop" = ${shop} and i."orderId" > coalesce(${after}::text, '')
          and i."finishedAt" is null and i."status" in ('planned', 'attempting', 'unclear')
          and not exists (select from "Case" c where c."shop" = i."shop" and c."orderId" = i."orderId")
        order by i."orderId" limit ${take}`;
      return Orders.parse(rows).map(({ orderId }) => orderId);
    },

    async unknownGateways() {
      const rows = await db.$queryRaw`
        select distinct "gateway" from "Case", jsonb_array_elements_text("state" -> 'unknownGateways') as "gateway"
        where "shop" = ${shop} and "closedAt" is null`;
      return Gateways.parse(rows)
        .map(({ gateway }) => gateway)
        .toSorted();
    },

    async addTimeline(orderId, entries) {
      if (entries.length === 0) return;
      await db.timeline.createMany({
        data: entries.map(({ at, kind, by, detail }) => ({
          shop,
          orderId,
          at,
          kind,
          by,
          detail: asJson(detail),
        })),
      });
    },

    async timeline(orderId) {
      const rows = await db.timeline.findMany({
        where: { shop, orderId },
        orderBy: { seq: 'asc' },
        select: { at: true, kind: true, by: true, detail: true },
      });
      return rows.map((row) => Entry.parse(row));
    },
  };
}
