import { z } from 'zod';
import type { Db } from '../../db.server';
import type { ShopId } from '../../domain/ids';
import { NoticeKind } from '../../domain/shop-notice';
import type { Tx } from '../../ports';

type NoticePart = Pick<Tx, 'notices' | 'raiseNotice' | 'endNotice' | 'dismissNotice'>;

const Rows = z.array(
  z.object({ kind: NoticeKind, since: z.date(), dismissedAt: z.date().nullable() }),
);

export function noticeRows(db: Db, shop: ShopId): NoticePart {
  return {
    async notices() {
      return Rows.parse(
        await db.$queryRaw`select "kind", "since", "dismissedAt" from "ShopNotice"
          where "shop" = ${shop} order by "kind"`,
      );
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
