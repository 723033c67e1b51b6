-- One event told twice, by two subscriptions, has one event id and two webhook ids. The subject (what the webhook
-- points at) is part of it, because one event may concern several items, and none of them may be missed.
ALTER TABLE "Webhook" ADD COLUMN "subject" TEXT;
CREATE UNIQUE INDEX "Webhook_shop_eventId_topic_subject_key" ON "Webhook"("shop", "eventId", "topic", "subject");
