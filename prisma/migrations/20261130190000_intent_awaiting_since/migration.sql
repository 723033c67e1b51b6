-- When an effect last began to wait for a person's yes. Rows of an earlier release have none.
ALTER TABLE "Intent" ADD COLUMN "awaitingSince" TIMESTAMPTZ(3);
