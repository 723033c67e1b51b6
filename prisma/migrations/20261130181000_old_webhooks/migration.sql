-- Each shop's round forgets its own old deliveries: by the time alone it went through those of all shops.
CREATE INDEX "Webhook_shop_receivedAt_idx" ON "Webhook"("shop", "receivedAt");
