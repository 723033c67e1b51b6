-- The panel's lists: what a page of cases is chosen, sorted and summed by, so that no page reads more rows than it shows.
ALTER TABLE "Case" ADD COLUMN "stage" TEXT NOT NULL DEFAULT 'waiting',
ADD COLUMN "heldAmount" DECIMAL(20,4),
ADD COLUMN "heldCurrency" TEXT,
ADD COLUMN "lapsesAt" TIMESTAMPTZ(3);

-- Cases from before learn their stage here, and their money at the next look at the order.
UPDATE "Case" SET "stage" = CASE
    WHEN "closedAt" IS NOT NULL THEN 'closed'
    WHEN EXISTS (
        SELECT FROM jsonb_array_elements("state" -> 'lines') AS l
        WHERE coalesce((l -> 'units' ->> 'short')::int, 0) + coalesce((l -> 'units' ->> 'doubtful')::int, 0) > 0
    ) THEN 'waiting'
    ELSE 'ready'
END;

CREATE INDEX "Case_shop_openedAt_orderId_idx" ON "Case"("shop", "openedAt", "orderId");
CREATE INDEX "Case_shop_stage_openedAt_orderId_idx" ON "Case"("shop", "stage", "openedAt", "orderId");

-- By hand: Prisma's schema has no words for a part of a table.
CREATE INDEX "case_needs_you" ON "Case"("shop", "openedAt", "orderId") WHERE "attention" IS NOT NULL;
CREATE INDEX "case_held" ON "Case"("shop", "lapsesAt") WHERE "heldAmount" IS NOT NULL;
CREATE INDEX "intent_awaiting_approval" ON "Intent"("shop") WHERE "status" = 'awaiting-approval';

ALTER TABLE "Case" ADD CONSTRAINT "case_stage" CHECK ("stage" IN ('waiting', 'ready', 'closed'));
