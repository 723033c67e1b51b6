-- What the shop's orders show of how its payments are captured, and up to when they were gone through.
ALTER TABLE "Shop" ADD COLUMN "captureMethod" TEXT,
ADD COLUMN "reconciledAt" TIMESTAMPTZ(3);
ALTER TABLE "Shop" ADD CONSTRAINT "shop_capture_method"
    CHECK ("captureMethod" IN ('manual', 'on-fulfillment', 'per-fulfillment', 'checkout'));

CREATE TABLE "KnownOrder" (
    "shop" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "gateway" TEXT,
    "captureMethod" TEXT,

    CONSTRAINT "KnownOrder_pkey" PRIMARY KEY ("shop","orderId")
);
CREATE INDEX "KnownOrder_shop_updatedAt_idx" ON "KnownOrder"("shop", "updatedAt");

-- Shops from before are gone through once, and from then on every hour.
INSERT INTO "Task" ("shop", "kind", "key", "payload", "dueAt")
SELECT "shop", 'reconcile', 'reconcile', '{"kind": "reconcile"}'::jsonb, now()
FROM "Shop" WHERE "uninstalledAt" IS NULL
ON CONFLICT DO NOTHING;

ALTER TABLE "Intent" ADD COLUMN "authorized" DECIMAL(20,4),
ADD COLUMN "final" BOOLEAN NOT NULL DEFAULT false;

-- What no code may get wrong: of an authorization no more is captured than was authorized, and nothing is captured or
-- voided after it was voided or finally captured. An intent whose end isn't known counts as done. The order's lock, which
-- every writer of an intent holds, keeps two of them from passing here at the same time. A function within a check, and
-- not a trigger: the migration's runner parts statements at each semicolon, and a trigger's body needs several.
-- "Not valid" lets a dump be restored in any order of rows, and every row that is written is checked all the same.
CREATE FUNCTION "intent_money_fits"(
    of_shop text, of_authorization text, of_order text, of_kind text, of_target text, of_generation int,
    of_status text, of_amount numeric, of_authorized numeric
) RETURNS boolean LANGUAGE sql STABLE RETURN (
    of_authorization IS NULL
    OR of_status IN ('withheld', 'failed', 'dropped')
    OR (
        SELECT NOT coalesce(bool_or("kind" = 'void' OR "final"), false)
            AND (of_authorized IS NULL OR coalesce(sum("amount"), 0) + coalesce(of_amount, 0) <= of_authorized)
        FROM "Intent"
        WHERE "shop" = of_shop AND "authorizationId" = of_authorization
            AND "status" IN ('attempting', 'unclear', 'done')
            AND ("orderId", "kind", "target", "generation") <> (of_order, of_kind, of_target, of_generation)
    )
);
CREATE INDEX "intent_authorization" ON "Intent"("shop", "authorizationId") WHERE "authorizationId" IS NOT NULL;
ALTER TABLE "Intent" ADD CONSTRAINT "intent_money_fits" CHECK (
    "intent_money_fits"(
        "shop", "authorizationId", "orderId", "kind", "target", "generation", "status", "amount", "authorized"
    )
) NOT VALID;
