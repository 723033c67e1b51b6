import { addMs, HOUR } from '../domain/calendar';
import type { NoticeKind } from '../domain/shop-notice';
import type { TaskBody } from '../domain/task';
import type { Claim, Tx } from '../ports';

/** What the law asks for: never given up, whatever fails. */
type Duty = Extract<TaskBody, { kind: 'redact-customer' | 'report-customer-data' | 'redact-shop' }>;

const TRY_AGAIN_AFTER = 6 * HOUR;

const CALLED_BY: Readonly<Record<Exclude<Duty['kind'], 'redact-shop'>, NoticeKind>> = {
  'redact-customer': 'redaction-waits',
  'report-customer-data': 'data-request-waits',
};

export function isDuty(body: TaskBody): body is Duty {
  return body.kind === 'redact-shop' || body.kind in CALLED_BY;
}

/** It is tried again later, and the staff are told that it waits, with the day by which the law wants it done. */
export async function putOffDuty(tx: Tx, body: Duty, now: Date): Promise<void> {
  const since = body.since ?? now.toISOString();
  const later = { shop: tx.shop, body: { ...body, since }, dueAt: addMs(now, TRY_AGAIN_AFTER) };
  await tx.addTasks([later]);
  if (body.kind !== 'redact-shop' && (await tx.loadShop()) !== null)
    await tx.raiseNotice(CALLED_BY[body.kind], new Date(since));
}

/** It was done: what the staff were told of it is over. */
export async function dutyDone(tx: Tx, { body }: Pick<Claim, 'body'>): Promise<void> {
  if (isDuty(body) && body.kind !== 'redact-shop') await tx.endNotice(CALLED_BY[body.kind]);
}
