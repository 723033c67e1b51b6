import type { ShopId } from '../../domain/ids';
import type { Log } from '../../ports';
import { API_VERSION } from './api-version';
import { readReply } from './graphql-reply';
import type { Operation } from './operations/operation';
import { priceOfCall } from './price-of-call';
import type { PriceMeter } from './price-meter';
import { post, refuseStatus, type Sent } from './transport.server';

/**
 * The shop's access token. `refused` is one that Shopify has just said no to: the answer is then a different one, or
 * `NoAccess`.
 */
export type TokenFor = (shop: ShopId, refused?: string) => Promise<string>;

export interface AdminClient {
  /** Throws the errors of app/errors.ts and no others. Neither variables nor replies are ever logged. */
  request<Reply, Variables>(
    shop: ShopId,
    operation: Operation<Reply, Variables>,
    variables: Variables,
  ): Promise<Reply>;
}

export function createAdminClient(options: {
  tokenFor: TokenFor;
  log: Log;
  /** Counts what each call cost. */
  meter?: Pick<PriceMeter, 'count'>;
  timeoutMs?: number;
}): AdminClient {
  const { tokenFor, log, meter, timeoutMs } = options;

  return {
    async request<Reply, Variables>(
      shop: ShopId,
      operation: Operation<Reply, Variables>,
      variables: Variables,
    ): Promise<Reply> {
      const body = JSON.stringify({ query: operation.text, variables });
      const send = async (token: string): Promise<Sent> => {
        const started = performance.now();
        const sent = await post(`https://${shop}/admin/api/${API_VERSION}/graphql.json`, {
          headers: { 'x-shopify-access-token': token },
          body,
          changes: operation.changes,
          timeoutMs,
        });
        const ms = Math.round(performance.now() - started);
        log.debug({ shop, operation: operation.name, status: sent.status, ms }, 'asked Shopify');
        return sent;
      };

      const token = await tokenFor(shop);
      let sent = await send(token);
      // A 401 did nothing. The token may have been replaced by another machine between reading and using it.
      if (sent.status === 401) sent = await send(await tokenFor(shop, token));
      const price = priceOfCall(sent.body);
      if (price) meter?.count(operation.name, price);
      refuseStatus(sent, operation.changes);
      // The schema and the committed types say what an operation returns; a test holds them together.
      return readReply(sent.body, operation, sent.retryAfterMs) as Reply;
    },
  };
}
