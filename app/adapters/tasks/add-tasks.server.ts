import { taskKey, type NewTask } from '../../domain/task';

/**
 * Adds tasks, given as JSON in $1. Waiting tasks with the same key become one, due at the earlier time; one that is
 * being worked on is left alone, since it may have read the world before what this task is about. The text is the same
 * for Prisma and for `pg`.
 */
export const ADD_TASKS = `
  insert into "Task" ("shop", "kind", "key", "payload", "dueAt")
  select v."shop", v."kind", v."key", v."payload", v."dueAt"
  from jsonb_to_recordset($1::jsonb)
    as v("shop" text, "kind" text, "key" text, "payload" jsonb, "dueAt" timestamptz)
  order by v."shop", v."key"
  on conflict ("shop", "key") where "status" = 'waiting'
  do update set "dueAt" = least("Task"."dueAt", excluded."dueAt")
  returning "id"::text as "id", "dueAt"`;

export interface AddedTask {
  readonly id: string;
  readonly dueAt: Date;
}

/** The JSON for `ADD_TASKS`. Tasks with one key are put together here: one statement can't touch a row twice. */
export function tasksAsJson(tasks: readonly NewTask[]): string {
  const byKey = new Map<string, NewTask & { key: string }>();
  for (const task of tasks) {
    const key = taskKey(task.body);
    const known = byKey.get(`${task.shop} ${key}`);
    if (!known || task.dueAt < known.dueAt) {
      byKey.set(`${task.shop} ${key}`, { ...(known ?? task), key, dueAt: task.dueAt });
    }
  }
  return JSON.stringify(
    [...byKey.values()].map(({ shop, body, key, dueAt }) => ({
      shop,
      kind: body.kind,
      key,
      payload: body,
      dueAt,
    })),
  );
}

export function dueNow(added: readonly AddedTask[], now: Date): string[] {
  return added.filter((task) => task.dueAt <= now).map((task) => task.id);
}
