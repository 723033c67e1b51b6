import {
  GraphQLError,
  getNamedType,
  getNullableType,
  isListType,
  isNonNullType,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLTypeResolver,
} from 'graphql';
import type { Args, Context } from './context';
import { catalogMutations } from './mutations/catalog';
import { editMutations } from './mutations/edits';
import { fulfillmentMutations } from './mutations/fulfillment';
import { invoiceMutations } from './mutations/invoice';
import { moneyMutations } from './mutations/money';
import { orderMutations } from './mutations/orders';
import { placeMutations } from './mutations/places';
import { recordMutations } from './mutations/records';
import { refundMutations } from './mutations/refunds';
import { subscriptionMutations } from './mutations/subscriptions';
import { termsMutations } from './mutations/terms';
import { connection } from './connection';
import { queryRoot } from './queries';

type Fields = Readonly<Record<string, unknown>>;
type Root = Readonly<Record<string, (args: Args) => unknown>>;

const roots = new WeakMap<Context, { query: Root; mutation: Root }>();

function rootsOf(ctx: Context): { query: Root; mutation: Root } {
  const known = roots.get(ctx);
  if (known) return known;
  const fresh = {
    query: queryRoot(ctx),
    mutation: {
      ...fulfillmentMutations(ctx),
      ...moneyMutations(ctx),
      ...refundMutations(ctx),
      ...invoiceMutations(ctx),
      ...editMutations(ctx),
      ...recordMutations(ctx),
      ...termsMutations(ctx),
      ...orderMutations(ctx),
      ...catalogMutations(ctx),
      ...placeMutations(ctx),
      ...subscriptionMutations(ctx),
    },
  };
  roots.set(ctx, fresh);
  return fresh;
}

/** Reads the field off the view; a function is asked with the field's arguments. */
export const resolveField: GraphQLFieldResolver<Fields | undefined, Context, Args> = (
  source,
  args,
  ctx,
  info,
) => {
  const parent = info.parentType.name;
  refuseWithoutScope(ctx, info);
  let value: unknown;
  if (parent === 'QueryRoot') value = playedBy(rootsOf(ctx).query, info)(args);
  else if (parent === 'Mutation')
    value = ctx.refusal ? refused(ctx.refusal, info) : playedBy(rootsOf(ctx).mutation, info)(args);
  else {
    const held = source?.[info.fieldName];
    value = typeof held === 'function' ? (held as (args: Args) => unknown)(args) : held;
  }
  if (value === undefined) value = unplayed(info.returnType, args, info);
  return value;
};

export const resolveType: GraphQLTypeResolver<unknown, Context> = (value) =>
  (value as { __typename?: string }).__typename;

function playedBy(root: Root, info: GraphQLResolveInfo): (args: Args) => unknown {
  const field = Object.hasOwn(root, info.fieldName) ? root[info.fieldName] : undefined;
  if (!field)
    throw new GraphQLError(
      `The simulator does not play ${info.parentType.name}.${info.fieldName}`,
      { extensions: { code: 'NOT_SIMULATED' } },
    );
  return field;
}

/** What the simulator does not know is null or empty where Shopify's schema allows it, and an error where it does not. */
function unplayed(type: GraphQLOutputType, args: Args, info: GraphQLResolveInfo): unknown {
  const named = getNamedType(type).name;
  if (!isNonNullType(type)) return null;
  if (isListType(getNullableType(type))) return [];
  if (named.endsWith('Connection'))
    return connection(named.replace(/Connection$/, ''), [], () => null)(args);
  throw new GraphQLError(`The simulator does not play ${info.parentType.name}.${info.fieldName}`, {
    extensions: { code: 'NOT_SIMULATED' },
  });
}

function refused(refusal: NonNullable<Context['refusal']>, info: GraphQLResolveInfo): Fields {
  const errors = [{ field: refusal.field, message: refusal.message, code: refusal.code }];
  return {
    __typename: getNamedType(info.returnType).name,
    userErrors: errors,
    orderCancelUserErrors: errors,
  };
}

function refuseWithoutScope(ctx: Context, info: GraphQLResolveInfo): void {
  const returned = getNamedType(info.returnType).name;
  for (const key of [
    `${info.parentType.name}.${info.fieldName}`,
    returned,
    returned.replace(/Connection$/, ''),
  ]) {
    const access = ctx.access.get(key);
    if (!access || access.scopes.some((scope) => ctx.scopes.has(scope))) continue;
    throw new GraphQLError(
      `Access denied for ${info.fieldName} field. Required access: ${access.required}`,
      {
        extensions: {
          code: 'ACCESS_DENIED',
          documentation: 'https://shopify.dev/api/usage/access-scopes',
          requiredAccess: access.required,
        },
      },
    );
  }
}
