import { Prisma } from '@prisma/client';
import { z } from 'zod';
import type { Db } from '../../db.server';
import type { ShopId } from '../../domain/ids';
import { Intent, isOpen } from '../../domain/intent';
import type { Tx } from '../../ports';
import { asJson } from './json.server';

const Rows = z.array(Intent);

type IntentPart = Pick<
  Tx,
  'intents' | 'openIntents' | 'planIntent' | 'saveIntent' | 'untakenCaptures' | 'awaitingYes'
>;

/** Written out as columns, so that the database can forbid a second open effect on the same money, and hold their sum against it. */
function money({ effect }: Intent): {
  authorizationId: string | null;
  amount: string | null;
  authorized: string | null;
  final: boolean;
} {
  switch (effect.kind) {
    case 'capture':
      return {
        authorizationId: effect.target,
        amount: effect.amount.amount,
        authorized: effect.authorized?.amount ?? null,
        final: effect.final,
      };
    case 'void':
      return { authorizationId: effect.target, amount: null, authorized: null, final: true };
    default:
      return { authorizationId: null, amount: null, authorized: null, final: false };
  }
}

/** What an intent is read from; the columns of `money` repeat its effect. */
const READ = {
  ...{ shop: true, orderId: true, generation: true, effect: true, status: true, epoch: true },
  ...{ approved: true, attemptedBy: true, plannedAt: true, awaitingSince: true },
  ...{ finishedAt: true, reference: true, error: true },
} as const;

/** Named one by one, so that a column that a later release adds takes its default while this one still runs. */
const WRITTEN = Prisma.raw(
  [...Object.keys(READ), 'kind', 'target', 'authorizationId', 'amount', 'authorized', 'final']
    .map((name) => `"${name}"`)
    .join(', '),
);

export function intentRows(db: Db, shop: ShopId): IntentPart {
  const key = ({ orderId, effect, generation }: Intent) => ({
    shop,
    orderId,
    kind: effect.kind,
    target: effect.target,
    generation,
  });
  const columns = (intent: Intent) => ({
    effect: asJson(intent.effect),
    status: intent.status,
    epoch: intent.epoch,
    approved: intent.approved,
    attemptedBy: intent.attemptedBy,
    plannedAt: intent.plannedAt,
    awaitingSince: intent.awaitingSince,
    finishedAt: intent.finishedAt,
    reference: intent.reference,
    error: intent.error,
    ...money(intent),
  });

  return {
    async intents(orderId) {
      const rows = await db.intent.findMany({
        where: { shop, orderId },
        select: READ,
        orderBy: [{ plannedAt: 'asc' }, { kind: 'asc' }, { target: 'asc' }, { generation: 'asc' }],
      });
      return rows.map((row) => Intent.parse(row));
    },

    async openIntents(orderIds) {
      const rows = await db.intent.findMany({
        where: { shop, orderId: { in: [...orderIds] }, finishedAt: null },
        select: READ,
      });
      return rows.map((row) => Intent.parse(row)).filter(isOpen);
    },

    /** A second open money effect on the authorization is refused by the database, not skipped: see `intent_one_open_money`. */
    async planIntent(intent) {
      const row = JSON.stringify({ ...key(intent), ...columns(intent) });
      const count = await db.$executeRaw`
        insert into "Intent" (${WRITTEN})
        select ${WRITTEN} from jsonb_populate_record(null::"Intent", ${row}::jsonb)
        on conflict ("shop", "orderId", "kind", "target", "generation") do nothing`;
      return count === 1;
    },

    async saveIntent(intent) {
      const { count } = await db.intent.updateMany({ where: key(intent), data: columns(intent) });
      if (count === 0) throw new Error('An intent that was never planned');
    },

    async awaitingYes(after, take) {
      const rows = await db.$queryRaw`
        select i.* from "Intent" i
        where i."shop" = ${shop} and i."status" = 'awaiting-approval' and i."orderId" > coalesce(${after}::text, '')
        order by i."orderId" fetch first ${take} rows with ties`;
      return Rows.parse(rows);
    },

    async untakenCaptures(take) {
      const rows = await db.$queryRaw`
        select i.* from "Intent" i
        where i."shop" = ${shop} and i."kind" = 'capture' and i."status" in ('failed', 'awaiting-approval')
          and not exists (select from "Case" c where c."shop" = i."shop" and c."orderId" = i."orderId")
        order by i."plannedAt" desc, i."orderId" desc limit ${take}`;
      return Rows.parse(rows);
    },
  };
}
