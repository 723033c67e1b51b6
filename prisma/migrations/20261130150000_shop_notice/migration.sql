-- What a shop's staff should know of their shop as a whole. One row for each kind.
CREATE TABLE "ShopNotice" (
    "shop" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "dismissedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ShopNotice_pkey" PRIMARY KEY ("shop","kind")
);
