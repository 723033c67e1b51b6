-- When Shopify said that the app was removed, though its answers couldn't confirm it yet.
ALTER TABLE "Absence" ADD COLUMN "saidUninstalledAt" TIMESTAMPTZ(3);
