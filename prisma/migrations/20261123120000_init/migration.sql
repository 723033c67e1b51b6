-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "isOnline" BOOLEAN NOT NULL DEFAULT false,
    "scope" TEXT,
    "expires" TIMESTAMP(3),
    "accessToken" TEXT NOT NULL,
    "userId" BIGINT,
    "firstName" TEXT,
    "lastName" TEXT,
    "email" TEXT,
    "accountOwner" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT,
    "collaborator" BOOLEAN DEFAULT false,
    "emailVerified" BOOLEAN DEFAULT false,
    "refreshToken" TEXT,
    "refreshTokenExpires" TIMESTAMP(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Shop" (
    "shop" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "timezone" TEXT NOT NULL,
    "currencyCode" TEXT NOT NULL,
    "installedAt" TIMESTAMPTZ(3) NOT NULL,
    "uninstalledAt" TIMESTAMPTZ(3),
    "settings" JSONB NOT NULL,

    CONSTRAINT "Shop_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "Webhook" (
    "shop" TEXT NOT NULL,
    "webhookId" TEXT NOT NULL,
    "eventId" TEXT,
    "topic" TEXT NOT NULL,
    "triggeredAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "body" JSONB,

    CONSTRAINT "Webhook_pkey" PRIMARY KEY ("shop","webhookId")
);

-- CreateTable
CREATE TABLE "Task" (
    "id" BIGSERIAL NOT NULL,
    "shop" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "epoch" INTEGER NOT NULL DEFAULT 0,
    "leaseUntil" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Demand" (
    "shop" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "lineId" TEXT NOT NULL,
    "locationId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "orderedAt" TIMESTAMPTZ(3) NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "allocated" INTEGER,

    CONSTRAINT "Demand_pkey" PRIMARY KEY ("shop","orderId","lineId","locationId")
);

-- CreateTable
CREATE TABLE "Stock" (
    "shop" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "locationId" TEXT NOT NULL,
    "available" INTEGER NOT NULL,
    "onHand" INTEGER NOT NULL,
    "committed" INTEGER NOT NULL,
    "setAside" INTEGER NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Stock_pkey" PRIMARY KEY ("shop","itemId","locationId")
);

-- CreateTable
CREATE TABLE "Case" (
    "shop" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "orderName" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "attention" TEXT,
    "customerKey" TEXT,
    "state" JSONB NOT NULL,

    CONSTRAINT "Case_pkey" PRIMARY KEY ("shop","orderId")
);

-- CreateTable
CREATE TABLE "Timeline" (
    "shop" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "Timeline_pkey" PRIMARY KEY ("shop","orderId","seq")
);

-- CreateTable
CREATE TABLE "Intent" (
    "shop" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "generation" INTEGER NOT NULL,
    "effect" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL DEFAULT 0,
    "approved" BOOLEAN NOT NULL DEFAULT false,
    "authorizationId" TEXT,
    "amount" DECIMAL(20,4),
    "plannedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "reference" TEXT,
    "error" TEXT,

    CONSTRAINT "Intent_pkey" PRIMARY KEY ("shop","orderId","kind","target","generation")
);

-- CreateTable
CREATE TABLE "Message" (
    "shop" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "customerKey" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("shop","orderId","key")
);

-- CreateTable
CREATE TABLE "ChoiceLink" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "generation" INTEGER NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ChoiceLink_pkey" PRIMARY KEY ("shop","id")
);

-- CreateIndex
CREATE INDEX "Session_shop_idx" ON "Session"("shop");

-- CreateIndex
CREATE INDEX "Webhook_receivedAt_idx" ON "Webhook"("receivedAt");

-- CreateIndex
CREATE INDEX "Task_shop_idx" ON "Task"("shop");

-- CreateIndex
CREATE INDEX "Demand_shop_itemId_idx" ON "Demand"("shop", "itemId");

-- CreateIndex
CREATE INDEX "Case_shop_closedAt_openedAt_idx" ON "Case"("shop", "closedAt", "openedAt");

-- CreateIndex
CREATE INDEX "Message_shop_customerKey_at_idx" ON "Message"("shop", "customerKey", "at");


-- What follows is by hand: Prisma's schema has no words for it.

-- Two waiting tasks of a shop with the same key are one.
CREATE UNIQUE INDEX "task_waiting_key" ON "Task"("shop", "key") WHERE "status" = 'waiting';
CREATE INDEX "task_due" ON "Task"("dueAt") WHERE "status" = 'waiting';
CREATE INDEX "task_lease" ON "Task"("leaseUntil") WHERE "status" = 'claimed';

-- One open money intent per authorization, whatever the code believes.
CREATE UNIQUE INDEX "intent_one_open_money" ON "Intent"("shop", "authorizationId")
    WHERE "authorizationId" IS NOT NULL AND "status" IN ('planned', 'awaiting-approval', 'attempting', 'unclear');

ALTER TABLE "Task" ADD CONSTRAINT "task_status" CHECK ("status" IN ('waiting', 'claimed', 'dead'));
ALTER TABLE "Intent" ADD CONSTRAINT "intent_status"
    CHECK ("status" IN ('planned', 'awaiting-approval', 'withheld', 'attempting', 'done', 'failed', 'unclear', 'dropped'));
ALTER TABLE "Message" ADD CONSTRAINT "message_outcome"
    CHECK ("outcome" IN ('attempting', 'sent', 'unclear', 'refused'));
