-- The last stretch of time in which Shopify let us do nothing for a shop. While "backAt" is null it goes on: the shop's
-- tasks wait where they are.
CREATE TABLE "Absence" (
    "shop" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "cause" TEXT NOT NULL,
    "refusedSince" TIMESTAMPTZ(3),
    "backAt" TIMESTAMPTZ(3),
    "caughtUpAt" TIMESTAMPTZ(3),
    "asksBefore" TIMESTAMPTZ(3),
    "asksUntil" TIMESTAMPTZ(3),

    CONSTRAINT "Absence_pkey" PRIMARY KEY ("shop")
);

-- The sweep takes each shop's first due tasks, and while a shop is away the few kinds that go on.
CREATE INDEX "task_shop_due" ON "Task"("shop", "dueAt", "id") WHERE "status" = 'waiting';
CREATE INDEX "task_goes_on" ON "Task"("shop", "dueAt", "id")
  WHERE "status" = 'waiting'
    AND "kind" IN ('probe-shop', 'pick-up', 'uninstall', 'redact-customer', 'report-customer-data', 'redact-shop');
