import {
  execute,
  getOperationAST,
  parse,
  validate,
  GraphQLError,
  Kind,
  type DocumentNode,
  type ExecutionResult,
  type Location,
  type OperationDefinitionNode,
} from 'graphql';
import { z } from 'zod';
import { happenDue } from '../world/happen';
import { Refusal } from '../world/refusal';
import type { Fault, FaultMode } from '../world/faults';
import type { Shop } from '../world/types';
import type { World } from '../world/world';
import { Bucket } from './bucket';
import { expand, type Context } from './context';
import { actualCost, requestedCost } from './cost';
import { idempotencyOf, type Missing } from './idempotent';
import { CONCURRENT, Key } from './keys';
import { createRefillTime } from './refill-time';
import { resolveField, resolveType } from './resolve';
import type { AdminSchema } from './schema';

const DEAREST = 1000;
const EFFECTS: readonly FaultMode[] = [
  'userError',
  'refuse',
  'pending',
  'jobNeverDone',
  'concurrent',
];

export interface GraphqlRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
}

/** `cut` means that the caller never hears anything: the connection breaks, before or after the effect. */
export type Reply =
  | { readonly status: number; readonly body: Record<string, unknown>; readonly waitMs?: number }
  | 'cut';

function refusalBy(fault: Fault | undefined): Refusal | undefined {
  if (fault?.mode === 'concurrent') return CONCURRENT;
  return fault?.mode === 'userError'
    ? new Refusal(fault.message ?? 'Refused by a fault', fault.code ?? null)
    : undefined;
}

const failure = (message: string, code: string, extra: Record<string, unknown> = {}): Reply => ({
  status: 200,
  body: { errors: [{ message, extensions: { code, ...extra } }] },
});

export class AdminApi {
  private readonly buckets = new Map<string, Bucket>();
  private readonly documents = new Map<
    string,
    { document: DocumentNode; errors: readonly GraphQLError[] }
  >();
  private readonly lastReads = new Map<string, Record<string, unknown>>();

  constructor(
    private readonly world: World,
    private readonly admin: AdminSchema,
  ) {}

  run(shop: Shop, request: GraphqlRequest): Reply {
    const { document, errors } = this.read(request.query);
    if (errors.length > 0)
      return { status: 200, body: { errors: errors.map((error) => error.toJSON()) } };
    const operation = getOperationAST(document, request.operationName);
    if (!operation)
      return failure(`No operation named "${request.operationName ?? ''}"`, 'BAD_REQUEST');
    const targets = namesOf(operation);
    const strike = (...modes: FaultMode[]) => this.world.faults.strike(shop.domain, targets, modes);
    const slow = strike('slow');
    const waitMs = slow ? (slow.ms ?? 1_000) : undefined;
    if (strike('http500')) return { status: 500, body: { errors: 'Internal Server Error' } };
    if (strike('drop')) return 'cut';
    const priced = { schema: this.admin.schema, document, operation, variables: request.variables };
    const cost = requestedCost(priced);
    if (cost > DEAREST)
      return failure(
        `Query cost is ${cost}, which exceeds the single query max cost limit (${DEAREST}).`,
        'MAX_COST_EXCEEDED',
        { cost, maxCost: DEAREST },
      );
    const bucket = this.bucketOf(shop);
    if (strike('throttle') || !bucket.take(cost)) {
      return {
        status: 200,
        body: {
          errors: [
            {
              message: 'Throttled',
              extensions: {
                code: 'THROTTLED',
                documentation: 'https://shopify.dev/api/usage/rate-limits',
              },
            },
          ],
          extensions: {
            cost: {
              requestedQueryCost: cost,
              actualQueryCost: null,
              throttleStatus: bucket.status(),
            },
          },
        },
      };
    }
    const { body, actual } = this.perform(shop, request, document, operation, strike);
    bucket.giveBack(Math.max(0, cost - actual));
    if (strike('timeoutAfterCommit')) return 'cut';
    if (strike('dataWithErrors'))
      body.errors = [
        {
          message: 'Internal error. Looks like something went wrong on our end.',
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        },
      ];
    body.extensions = {
      cost: { requestedQueryCost: cost, actualQueryCost: actual, throttleStatus: bucket.status() },
    };
    return { status: 200, body, ...(waitMs === undefined ? {} : { waitMs }) };
  }

  private perform(
    shop: Shop,
    request: GraphqlRequest,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    strike: (...modes: FaultMode[]) => ReturnType<World['faults']['strike']>,
  ): { body: Record<string, unknown>; actual: number } {
    const isMutation = operation.operation === 'mutation';
    const { keyed, missing } = idempotencyOf(operation, request.variables);
    if (missing) return { body: missingKey(missing), actual: 10 };
    const readKey = JSON.stringify([shop.domain, request.query, request.variables]);
    if (!isMutation && strike('staleRead')) {
      const old = this.lastReads.get(readKey);
      if (old) return { body: { ...old }, actual: 1 };
    }
    const key =
      keyed &&
      new Key(this.world, shop.domain, keyed, JSON.stringify([request.query, request.variables]));
    const first = key?.first();
    const conflict = first && key?.refusalOf(first);
    if (first && !conflict && first.made === undefined)
      return { body: structuredClone(first.result) as Record<string, unknown>, actual: 10 };
    const fault = isMutation && !first ? strike(...EFFECTS) : undefined;
    const refusal = conflict ?? refusalBy(fault);
    const ctx: Context = {
      world: this.world,
      shop,
      scopes: expand(shop.scopes),
      access: this.admin.access,
      fault,
      refusal,
      keyed: { made: first?.made },
    };
    const result = execute({
      schema: this.admin.schema,
      document,
      rootValue: {},
      contextValue: ctx,
      variableValues: request.variables,
      operationName: request.operationName ?? null,
      fieldResolver: resolveField,
      typeResolver: resolveType,
    }) as ExecutionResult;
    const body: Record<string, unknown> = {
      ...(result.data === undefined ? {} : { data: result.data }),
      ...(result.errors ? { errors: result.errors.map((error) => error.toJSON()) } : {}),
    };
    // A call that came while the first was under way, or was not let in, leaves the key as it was.
    if (key && keyed && !first && fault?.mode !== 'concurrent' && !result.errors)
      key.remember({
        failed: hasUserErrors(result.data?.[keyed.responseKey]),
        made: ctx.keyed.made,
        result: body,
      });
    if (isMutation) {
      happenDue(this.world);
      this.world.onChange();
    } else {
      if (this.lastReads.size > 1000) this.lastReads.clear();
      this.lastReads.set(readKey, body);
    }
    const priced = { schema: this.admin.schema, document, operation, variables: request.variables };
    return { body, actual: actualCost(priced, result.data ?? null) };
  }

  private bucketOf(shop: Shop): Bucket {
    const known = this.buckets.get(shop.domain);
    const bucket = known ?? new Bucket(() => shop.plan, createRefillTime(this.world.clock));
    this.buckets.set(shop.domain, bucket);
    return bucket;
  }

  /** An app sends the same few documents again and again: each is parsed and checked once. */
  private read(query: string): { document: DocumentNode; errors: readonly GraphQLError[] } {
    const known = this.documents.get(query);
    if (known) return known;
    let fresh: { document: DocumentNode; errors: readonly GraphQLError[] };
    try {
      const document = parse(query);
      fresh = { document, errors: validate(this.admin.schema, document) };
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      fresh = { document: { kind: Kind.DOCUMENT, definitions: [] }, errors: [error] };
    }
    if (this.documents.size > 500) this.documents.clear();
    this.documents.set(query, fresh);
    return fresh;
  }
}

/** As a store answered: HTTP 200, and null for the field. */
const missingKey = ({ field, responseKey }: Missing): Record<string, unknown> => ({
  data: { [responseKey]: null },
  errors: [
    {
      message: 'The @idempotent directive is required for this mutation but was not provided.',
      locations: field.loc ? [lineAndColumn(field.loc)] : [],
      extensions: { code: 'BAD_REQUEST' },
      path: [responseKey],
    },
  ],
});

const lineAndColumn = ({ startToken }: Location): { line: number; column: number } => ({
  line: startToken.line,
  column: startToken.column,
});

const Refused = z.looseObject({ userErrors: z.array(z.unknown()).min(1) });
const hasUserErrors = (payload: unknown): boolean => Refused.safeParse(payload).success;

/** A fault may name the operation or one of the fields that it asks for. */
function namesOf(operation: OperationDefinitionNode): string[] {
  const fields = operation.selectionSet.selections.flatMap((s) =>
    s.kind === Kind.FIELD ? [s.name.value] : [],
  );
  return [...(operation.name ? [operation.name.value] : []), ...fields];
}
