-- By hand: Prisma's schema has no words for a part of a table. A shop that comes back looks for what was still to be done.
CREATE INDEX "intent_still_to_do" ON "Intent"("shop", "orderId")
  WHERE "finishedAt" IS NULL AND "status" IN ('planned', 'attempting', 'unclear');
