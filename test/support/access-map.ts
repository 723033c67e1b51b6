import {
  type DocumentNode,
  getNamedType,
  isEnumType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { loadAdminSchema } from '../../simulator/admin/schema';

/*
 * Which access scopes Shopify wants, by its own schema of the Admin API (`scripts/fetch-schema.mjs`): a map of types and
 * fields, and each webhook topic's description.
 */

const { schema, access } = loadAdminSchema();

/** What is wanted, and the scopes of which any one is enough. Empty: nothing is wanted. */
export interface Wanted {
  readonly of: string;
  readonly anyOf: readonly string[];
}

/** What a subscription to a topic such as "returns/cancel" wants; null where Shopify knows no such topic. */
export function wantedOfTopic(topic: string): Wanted | null {
  const topics = schema.getType('WebhookSubscriptionTopic');
  const found = isEnumType(topics) && topics.getValue(topic.toUpperCase().replace('/', '_'));
  if (!found) return null;
  const [, words = ''] = /Requires (.*)$/s.exec(found.description ?? '') ?? [];
  return { of: topic, anyOf: words.match(/\b(?:read|write)_[a-z_]+\b/g) ?? [] };
}

/** What every field of an operation wants, and every type that it comes to. */
export function wantedOfOperation(document: DocumentNode): Wanted[] {
  const wanted = new Map<string, Wanted>();
  const info = new TypeInfo(schema);
  const Field = (): undefined => {
    const type = getNamedType(info.getType())?.name ?? '';
    const field = `${info.getParentType()?.name}.${info.getFieldDef()?.name}`;
    for (const name of [type, field]) {
      const known = access.get(name);
      if (known) wanted.set(name, { of: name, anyOf: known.scopes });
    }
  };
  visit(document, visitWithTypeInfo(info, { Field }));
  return [...wanted.values()];
}

/** Whether scopes are enough: to write a thing is to read it, too. */
export function isMet({ anyOf }: Wanted, granted: readonly string[]): boolean {
  const have = [...granted, ...granted.map((scope) => scope.replace(/^write_/, 'read_'))];
  return anyOf.length === 0 || anyOf.some((scope) => have.includes(scope));
}
