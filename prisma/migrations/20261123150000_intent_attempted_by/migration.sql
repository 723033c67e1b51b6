ALTER TABLE "Intent" ADD COLUMN "attemptedBy" TEXT;
