import type { World } from '../world/world';

/** The plumbing: it happens all the time, and nobody asked for it. */
const UNSEEN = new Set(['webhook', 'token', 'metafield', 'install', 'routed']);

export interface News {
  readonly now: string;
  /** How far ledger and mailbox go: what a next call counts from. */
  readonly rows: number;
  readonly mails: number;
  readonly newRows: readonly object[];
  readonly newMails: readonly object[];
}

/** What a person would want to hear of since a number of ledger rows and letters; without numbers, nothing yet. */
export function newsOf(world: World, query: URLSearchParams): News {
  const all = world.mailbox.list();
  const rows = Number(query.get('rows') ?? world.ledger.rows.length);
  const mails = Number(query.get('mails') ?? all.length);
  return {
    now: world.clock.iso(),
    rows: world.ledger.rows.length,
    mails: all.length,
    newRows: world.ledger
      .list({ after: rows })
      .filter(({ kind }) => !UNSEEN.has(kind))
      .map(({ seq, shop, kind, orderId, target, by, at }) => ({
        seq,
        shop,
        kind,
        orderId,
        target,
        by,
        at,
      })),
    newMails: all.slice(mails).map(({ id, shop, sender, to, subject, receivedAt }) => ({
      id,
      shop,
      sender,
      to,
      subject,
      receivedAt,
    })),
  };
}
