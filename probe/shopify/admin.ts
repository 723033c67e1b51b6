import type { RawReplies } from '../record/raw-replies';
import type { Prices } from '../record/prices';
import type { Answer, Operation } from './operation';
import { answerOf, Reply } from './reply';

/** The version that the app uses. */
export const API_VERSION = '2026-10';
const TIMEOUT_MS = 60_000;
const MOST_ATTEMPTS = 6;

export interface AdminOptions {
  readonly store: string;
  readonly token: string;
  readonly fetch: typeof fetch;
  readonly wait: (seconds: number) => Promise<void>;
  /** Called before each call; throws when no more calls are wanted. */
  readonly check: () => void;
  readonly raw: RawReplies;
  readonly prices: Prices;
}

/** The store's Admin API. Every reply is kept, and the price of every operation. */
export class Admin {
  constructor(private readonly options: AdminOptions) {}

  /** In: an operation and its variables. Out: its value, or the refusal in Shopify's words. */
  async run<T>(operation: Operation<T>, variables: object = {}): Promise<Answer<T>> {
    for (let attempt = 1; ; attempt += 1) {
      const reply = await this.send(operation, variables);
      const cost = reply.extensions?.cost;
      if (cost) this.options.prices.add(operation.name, cost);
      const answer = answerOf(operation, reply);
      const throttled = answer.refused.some(({ code }) => code === 'THROTTLED');
      if (!throttled || attempt >= MOST_ATTEMPTS) return answer;
      await this.options.wait(secondsUntilAffordable(cost));
    }
  }

  /** As `run`, for a call that must succeed for the question to go on. */
  async must<T>(operation: Operation<T>, variables: object = {}): Promise<T> {
    const { value, refused } = await this.run(operation, variables);
    if (value !== null) return value;
    if (refused.length === 0) throw new Error(`${operation.name}: there is nothing with this id.`);
    const said = refused.map(({ message }) => message).join('; ');
    throw new Error(`${operation.name} was refused: ${said}`);
  }

  private async send<T>(operation: Operation<T>, variables: object): Promise<Reply> {
    const { store, token, raw } = this.options;
    this.options.check();
    const response = await this.options.fetch(
      `https://${store}/admin/api/${API_VERSION}/graphql.json`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-shopify-access-token': token },
        body: JSON.stringify({ query: operation.document, variables }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      },
    );
    const body: unknown = await response.json().catch(() => null);
    raw.keep({
      operation: operation.name,
      query: operation.document,
      variables,
      status: response.status,
      body,
    });
    const parsed = Reply.safeParse(body);
    if (response.status === 401)
      throw new Error(`${store} does not accept the token: make a new one.`);
    if (!response.ok || !parsed.success)
      throw new Error(`${operation.name}: the store answered with HTTP ${response.status}.`);
    return parsed.data;
  }
}

type Cost = NonNullable<NonNullable<Reply['extensions']>['cost']>;

function secondsUntilAffordable(cost: Cost | undefined): number {
  if (!cost) return 2;
  const missing = cost.requestedQueryCost - cost.throttleStatus.currentlyAvailable;
  return Math.max(1, Math.ceil(missing / cost.throttleStatus.restoreRate));
}
