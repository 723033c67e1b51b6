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
-- every writer of an intent holds, keeps two of them from passing here at the same time.
CREATE FUNCTION "intent_money_sum"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    ended boolean;
    taken numeric;
BEGIN
    IF NEW."authorizationId" IS NULL OR NEW."status" IN ('withheld', 'failed', 'dropped') THEN
        RETURN NEW;
    END IF;
    SELECT coalesce(bool_or("kind" = 'void' OR "final"), false), coalesce(sum("amount"), 0)
    INTO ended, taken
    FROM "Intent"
    WHERE "shop" = NEW."shop" AND "authorizationId" = NEW."authorizationId"
        AND "status" IN ('attempting', 'unclear', 'done')
        AND ("orderId", "kind", "target", "generation")
            <> (NEW."orderId", NEW."kind", NEW."target", NEW."generation");
    IF ended THEN
        RAISE EXCEPTION 'holdfast_money: the authorization has ended' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW."authorized" IS NOT NULL AND taken + NEW."amount" > NEW."authorized" THEN
        RAISE EXCEPTION 'holdfast_money: more than was authorized' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "intent_money_sum" BEFORE INSERT OR UPDATE ON "Intent"
    FOR EACH ROW EXECUTE FUNCTION "intent_money_sum"();
CREATE INDEX "intent_authorization" ON "Intent"("shop", "authorizationId") WHERE "authorizationId" IS NOT NULL;
