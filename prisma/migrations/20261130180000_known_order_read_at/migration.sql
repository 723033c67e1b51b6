-- When the order was read as it is known, and until when its news waits. Rows of an earlier release have neither.
ALTER TABLE "KnownOrder" ADD COLUMN "readAt" TIMESTAMPTZ(3), ADD COLUMN "quietUntil" TIMESTAMPTZ(3);
