import { z } from 'zod';
import type { Db } from '../../db.server';
import { AbsenceCause } from '../../domain/absence';
import type { ShopId } from '../../domain/ids';
import type { Tx } from '../../ports';

type AbsencePart = Pick<Tx, 'absence' | 'saveAbsence' | 'forgetAbsence'>;

const Rows = z.array(
  z.object({
    since: z.date(),
    cause: AbsenceCause,
    refusedSince: z.date().nullable(),
    backAt: z.date().nullable(),
    caughtUpAt: z.date().nullable(),
    asksBefore: z.date().nullable(),
    asksUntil: z.date().nullable(),
    saidUninstalledAt: z.date().nullable(),
  }),
);

export function absenceRows(db: Db, shop: ShopId): AbsencePart {
  return {
    async absence() {
      const rows = await db.$queryRaw`
        select "since", "cause", "refusedSince", "backAt", "caughtUpAt", "asksBefore", "asksUntil",
          "saidUninstalledAt"
        from "Absence" where "shop" = ${shop}`;
      return Rows.parse(rows)[0] ?? null;
    },
    async saveAbsence(absence) {
      const { since, cause, refusedSince, backAt, caughtUpAt, asksBefore, asksUntil } = absence;
      const { saidUninstalledAt } = absence;
      await db.$executeRaw`
        insert into "Absence" ("shop", "since", "cause", "refusedSince", "backAt", "caughtUpAt", "asksBefore", "asksUntil",
          "saidUninstalledAt")
        values (${shop}, ${since}, ${cause}, ${refusedSince}, ${backAt}, ${caughtUpAt}, ${asksBefore}, ${asksUntil},
          ${saidUninstalledAt})
        on conflict ("shop") do update set "since" = excluded."since", "cause" = excluded."cause",
          "refusedSince" = excluded."refusedSince", "backAt" = excluded."backAt", "caughtUpAt" = excluded."caughtUpAt",
          "asksBefore" = excluded."asksBefore", "asksUntil" = excluded."asksUntil",
          "saidUninstalledAt" = excluded."saidUninstalledAt"`;
    },
    async forgetAbsence() {
      await db.$executeRaw`delete from "Absence" where "shop" = ${shop}`;
    },
  };
}
