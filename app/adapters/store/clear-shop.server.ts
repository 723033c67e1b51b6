import type { Db } from '../../db.server';
import type { ShopId } from '../../domain/ids';
import type { TaskKind } from '../../domain/task';

/** What must still be done for a shop that is gone; the probe asks whether it only seemed so. */
export const OWED_AFTER_UNINSTALL: readonly TaskKind[] = [
  'probe-shop',
  'uninstall',
  'redact-customer',
  'report-customer-data',
  'redact-shop',
];

/** Also those that are being worked on: without its row a task can write nothing more. */
export async function dropTasks(db: Db, shop: ShopId): Promise<void> {
  await db.task.deleteMany({ where: { shop, kind: { notIn: [...OWED_AFTER_UNINSTALL] } } });
}

/** Leaves one row: the task that does this, which its own end removes. */
export async function redactShop(db: Db, shop: ShopId): Promise<void> {
  const where = { shop };
  const kind: TaskKind = 'redact-shop';
  await db.task.deleteMany({ where: { shop, kind: { not: kind } } });
  await db.choiceLink.deleteMany({ where });
  await db.message.deleteMany({ where });
  await db.intent.deleteMany({ where });
  await db.timeline.deleteMany({ where });
  await db.case.deleteMany({ where });
  await db.knownOrder.deleteMany({ where });
  await db.stock.deleteMany({ where });
  await db.$executeRaw`delete from "ShopNotice" where "shop" = ${shop}`;
  await db.$executeRaw`delete from "Absence" where "shop" = ${shop}`;
  await db.demand.deleteMany({ where });
  await db.webhook.deleteMany({ where });
  await db.session.deleteMany({ where });
  await db.shop.deleteMany({ where });
}
