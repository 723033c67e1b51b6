import type { TaskBody } from '../../../app/domain/task';
import { readHint } from '../../../app/domain/webhook-topics';
import { toJson } from '../../../simulator/webhooks/numbers';
import type { Outbox } from '../../../simulator/world/outbox';

/**
 * Brings webhooks to the app within one process: the app's own table of topics reads them, and what it would go and look
 * at is the hint. The whole body of an order is never built, since the app reads nothing of it but the id.
 */
export function createOutbox(hint: (body: TaskBody) => void): Outbox {
  let sent = 0;
  return {
    send(_shop, topic, payload, about) {
      sent += 1;
      const body =
        about !== undefined
          ? { admin_graphql_api_id: about }
          : typeof payload === 'function'
            ? payload()
            : payload;
      const task = readHint(topic, toJson(body), String(sent))?.task;
      if (task != null) hint(task);
    },
    dispatch: () => undefined,
    get dispatched() {
      return sent;
    },
    quiet: true,
    settled: async () => undefined,
  };
}
