import { Prisma } from '@prisma/client';
import { z } from 'zod';
import type { PrismaClient } from '../../db.server';
import { Case } from '../../domain/case';
import type { CaseFilter } from '../../domain/panel-view';
import type { PanelReads } from '../../ports';

const State = z.object({ state: Case });
const States = z.array(State).transform((rows) => rows.map((row) => row.state));
const Due = z.array(z.object({ state: Case, wakesAt: z.date(), lastWord: z.date().nullable() }));
const Counts = z.tuple([
  z.object({
    needsYou: z.number(),
    waiting: z.number(),
    ready: z.number(),
    closed: z.number(),
    approvals: z.number(),
    untaken: z.number(),
  }),
]);
const Held = z.array(
  z.object({
    amount: z.string(),
    currencyCode: z.string(),
    orders: z.number(),
    lapsesAt: z.date(),
  }),
);

const FILTERS: Readonly<Record<CaseFilter, Prisma.Sql>> = {
  all: Prisma.empty,
  'needs-you': Prisma.sql`and "attention" is not null`,
  waiting: Prisma.sql`and "stage" = 'waiting'`,
  ready: Prisma.sql`and "stage" = 'ready'`,
  closed: Prisma.sql`and "stage" = 'closed'`,
};

const caseOf = Prisma.sql`(select from "Case" c where c."shop" = i."shop" and c."orderId" = i."orderId")`;

/** What was typed, as a part of a name: the pattern's own signs mean themselves. */
const containing = (search: string): string => `%${search.replace(/[\\%_]/g, '\\$&')}%`;

/** The panel's lists. Each is one query, however many cases there are, and reads an index in order. */
export function createPanelReads(prisma: PrismaClient): PanelReads {
  return {
    /** Each number from an index of its own; a case itself is never read for it. */
    async counts(shop) {
      const staged = (stage: string): Prisma.Sql =>
        Prisma.sql`(select count(*) from "Case" where "shop" = ${shop} and "stage" = ${stage})::int`;
      const rows = await prisma.$queryRaw`
        select
          (select count(*) from "Case" where "shop" = ${shop} and "attention" is not null)::int as "needsYou",
          ${staged('waiting')} as "waiting", ${staged('ready')} as "ready", ${staged('closed')} as "closed",
          (select count(*) from "Intent" i where "shop" = ${shop} and "status" = 'awaiting-approval'
            and exists ${caseOf})::int as "approvals",
          (select count(*) from "Intent" i where "shop" = ${shop} and "kind" = 'capture'
            and "status" in ('failed', 'awaiting-approval') and not exists ${caseOf})::int as "untaken"`;
      return Counts.parse(rows)[0];
    },

    async cases(shop, { filter, search, order, from, take }) {
      const [than, way] =
        order === 'oldest' ? [Prisma.sql`>`, Prisma.sql`asc`] : [Prisma.sql`<`, Prisma.sql`desc`];
      const named =
        search === '' ? Prisma.empty : Prisma.sql`and "orderName" ilike ${containing(search)}`;
      const beyond =
        from === null
          ? Prisma.empty
          : Prisma.sql`and ("openedAt", "orderId") ${than} (${from.openedAt}, ${from.orderId})`;
      const rows = await prisma.$queryRaw`
        select "state" from "Case"
        where "shop" = ${shop} ${FILTERS[filter]} ${named} ${beyond}
        order by "openedAt" ${way}, "orderId" ${way} limit ${take}`;
      return States.parse(rows);
    },

    async held(shop) {
      const rows = await prisma.$queryRaw`
        select sum("heldAmount")::text as "amount", "heldCurrency" as "currencyCode", count(*)::int as "orders",
          min("lapsesAt") as "lapsesAt"
        from "Case" where "shop" = ${shop} and "heldAmount" is not null and "closedAt" is null
        group by "heldCurrency" order by min("lapsesAt")`;
      return Held.parse(rows);
    },

    async lapsesFirst(shop) {
      const rows = await prisma.$queryRaw`
        select "state" from "Case"
        where "shop" = ${shop} and "heldAmount" is not null and "closedAt" is null
        order by "lapsesAt" limit 1`;
      return States.parse(rows)[0] ?? null;
    },

    /** A message has a task, either for its step or, once prepared, for its sending. */
    async dueBy(shop, until, take) {
      const rows = await prisma.$queryRaw`
        with "due" as (
          select "payload" ->> 'orderId' as "orderId", min("dueAt") as "wakesAt" from "Task"
          where "shop" = ${shop} and "status" in ('waiting', 'claimed') and "dueAt" <= ${until}
            and ("kind" = 'take-step' or ("kind" = 'perform-effect' and "payload" ->> 'intent' like 'message-%'))
          group by 1 order by 2 limit ${take})
        select c."state", "due"."wakesAt", (
            select max(m."at") from "Message" m
            where m."shop" = ${shop} and m."customerKey" = c."customerKey" and m."outcome" <> 'refused'
          ) as "lastWord"
        from "due" join "Case" c on c."shop" = ${shop} and c."orderId" = "due"."orderId"
        order by "due"."wakesAt", c."orderId"`;
      return Due.parse(rows).map(({ state, ...row }) => ({ case: state, ...row }));
    },
  };
}
