import { taskKey } from '../../domain/task';
import type { Delivery } from '../../web-deps';
import { storable } from './storable';

export interface Letter extends Delivery {
  readonly receivedAt: Date;
}

/**
 * A whole batch in one statement, which is its own transaction: deliveries that are new, and a task for each of these.
 * - A delivery is known by its id, and by its event, topic and subject (two subscriptions tell one event twice).
 * - A shop that isn't installed gets no task: there is no token to look with. What is asked about people's data stands,
 *   and so does the uninstall of a shop that only its answers made count as gone.
 * - Of a shop without a row nothing is kept, so that there is nothing to tell or to erase: no task, and no body either.
 * - Waiting tasks with the same key become one. One that is due already is left as it is, without a write.
 * - Rows go in by key, so that two processes can't wait for each other.
 */
const TEXT = `
WITH given AS (
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[],
                       $8::text[], $9::text[], $10::text[])
    AS t(shop, "webhookId", "eventId", topic, subject, "triggeredAt", "receivedAt", body, kind, payload)
), fresh AS (
  INSERT INTO "Webhook" (shop, "webhookId", "eventId", topic, subject, "triggeredAt", "receivedAt", body)
  SELECT shop, "webhookId", "eventId", topic, subject, "triggeredAt", "receivedAt",
    CASE WHEN EXISTS (SELECT FROM "Shop" WHERE "Shop".shop = given.shop) THEN body::jsonb END
  FROM given ORDER BY shop, "webhookId"
  ON CONFLICT DO NOTHING
  RETURNING shop, "webhookId"
), rung AS (
  INSERT INTO "Task" (shop, kind, key, payload, "dueAt")
  SELECT DISTINCT ON (shop, subject) shop, kind, subject, payload::jsonb, "receivedAt"
  FROM given JOIN fresh USING (shop, "webhookId") JOIN "Shop" USING (shop)
  WHERE kind IS NOT NULL
    AND ("uninstalledAt" IS NULL OR kind IN ('redact-customer', 'report-customer-data', 'redact-shop')
      OR (kind = 'uninstall' AND EXISTS (
        SELECT FROM "Absence" a WHERE a.shop = given.shop AND a."backAt" IS NULL)))
  ORDER BY shop, subject, "receivedAt"
  ON CONFLICT (shop, key) WHERE status = 'waiting'
    DO UPDATE SET "dueAt" = EXCLUDED."dueAt" WHERE EXCLUDED."dueAt" < "Task"."dueAt"
  RETURNING id
)
SELECT id::text FROM rung`;

/** Named, so that PostgreSQL plans it once per connection; lists, so that its text is the same for every size. */
export function statementFor(batch: readonly Letter[]): {
  name: string;
  text: string;
  values: unknown[];
} {
  const column = (read: (letter: Letter) => string | null): (string | null)[] => batch.map(read);
  return {
    name: 'inbox',
    text: TEXT,
    values: [
      column((l) => l.shop),
      column((l) => l.webhookId),
      column((l) => l.eventId),
      column((l) => l.topic),
      column((l) => l.hint.task && taskKey(l.hint.task)),
      column((l) => (l.triggeredAt ?? l.receivedAt).toISOString()),
      column((l) => l.receivedAt.toISOString()),
      column((l) => l.hint.body && JSON.stringify(storable(l.hint.body))),
      column((l) => l.hint.task?.kind ?? null),
      column((l) => l.hint.task && JSON.stringify(l.hint.task)),
    ],
  };
}
