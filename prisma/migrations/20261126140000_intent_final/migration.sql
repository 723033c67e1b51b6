-- Workers of the release before the money's migration, which go on until they are replaced, name no "final": none counts as
-- not the last, as the check has it.
ALTER TABLE "Intent" ALTER COLUMN "final" DROP NOT NULL;

-- Captures from before ended their authorization, and said so in their effect alone. One beside which something else counts
-- on the same authorization stays as it is: to call both the last would refuse every later write of either.
UPDATE "Intent" AS i SET "final" = true
WHERE i."kind" = 'capture' AND i."status" = 'done' AND i."effect" -> 'final' = 'true'::jsonb
    AND i."final" IS NOT TRUE
    AND NOT EXISTS (
        SELECT FROM "Intent" AS o
        WHERE o."shop" = i."shop" AND o."authorizationId" = i."authorizationId"
            AND o."status" NOT IN ('withheld', 'failed', 'dropped')
            AND (o."orderId", o."kind", o."target", o."generation") <> (i."orderId", i."kind", i."target", i."generation")
    );
