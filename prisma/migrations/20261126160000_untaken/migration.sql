-- By hand: Prisma's schema has no words for a part of a table.
CREATE INDEX "intent_refused_capture" ON "Intent"("shop", "plannedAt") WHERE "kind" = 'capture' AND "status" = 'failed';
