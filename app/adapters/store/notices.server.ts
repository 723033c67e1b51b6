import { z } from 'zod';
import type { Db } from '../../db.server';
import type { ShopId } from '../../domain/ids';
import { NoticeKind, type ShopNotice } from '../../domain/shop-notice';
import type { Tx } from '../../ports';

type NoticePart = Pick<Tx, 'notices' | 'raiseNotice' | 'endNotice' | 'dismissNotice'>;

const Row = z.object({ kind: z.string(), since: z.date(), dismissedAt: z.date().nullable() });
const Rows = z.array(Row);

/** A notice that only a newer release knows is left to that release. */
function known(row: z.infer<typeof Row>): ShopNotice[] {
  const kind = NoticeKind.safeParse(row.kind);
  return kind.success ? [{ ...row, kind: kind.data }] : [];
}

export function noticeRows(db: Db, shop: ShopId): NoticePart {
  return {
    async notices() {
      const rows = await db.$queryRaw`select "kind", "since", "dismissedAt" from "ShopNotice"
        where "shop" = ${shop} order by "kind"`;
      return Rows.parse(rows).flatMap(known);
    },
    async raiseNotice(kind, at) {
      await db.$executeRaw`insert into "ShopNotice" ("shop", "kind", "since")
        values (${shop}, ${kind}, ${at}) on conflict do nothing`;
    },
    async endNotice(kind) {
      await db.$executeRaw`delete from "ShopNotice" where "shop" = ${shop} and "kind" = ${kind}`;
    },
    async dismissNotice(kind, at) {
      await db.$executeRaw`update "ShopNotice" set "dismissedAt" = ${at}
        where "shop" = ${shop} and "kind" = ${kind} and "dismissedAt" is null`;
    },
  };
}
