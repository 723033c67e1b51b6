import type { PrismaClient } from '../../db.server';
import { Case } from '../../domain/case';
import type { PanelReads } from '../../ports';

/** The panel's lists by the case's own columns; `state` is parsed for the page that is shown alone. */
export function createPanelReads(prisma: PrismaClient): PanelReads {
  return {
    async openCases(shop, take) {
      const rows = await prisma.case.findMany({
        where: { shop, closedAt: null },
        orderBy: [{ attention: { sort: 'asc', nulls: 'last' } }, { openedAt: 'asc' }],
        select: { state: true },
        take,
      });
      return rows.map((row) => Case.parse(row.state));
    },
    async counts(shop) {
      const [needsYou, waiting, approvals] = await prisma.$transaction([
        prisma.case.count({ where: { shop, closedAt: null, attention: { not: null } } }),
        prisma.case.count({ where: { shop, closedAt: null } }),
        prisma.intent.count({ where: { shop, status: 'awaiting-approval' } }),
      ]);
      return { needsYou, waiting, approvals };
    },
  };
}
