/**
 * A GraphQL document with the types of its variables and its reply. `changes` says whether a call that broke off may have
 * changed something in the shop: the begin and the steps of an order edit are mutations, but nothing comes of them
 * before the commit.
 */
export interface Operation<Reply, Variables> {
  readonly name: string;
  readonly text: string;
  readonly changes: boolean;
  /**
   * Paths, such as "order.customer", that Shopify may withhold (protected customer data that wasn't approved, a scope that
   * is optional) without the rest of the reply being any less true.
   */
  readonly mayBeWithheld: readonly string[];
  /** Never set: it ties the types to the value. */
  readonly types?: { readonly reply: Reply; readonly variables: Variables };
}

function nameOf(text: string): string {
  const name = /^\s*(?:query|mutation)\s+(\w+)/m.exec(text)?.[1];
  if (!name) throw new Error('An operation needs a name');
  return name;
}

export function read<Reply, Variables>(
  text: string,
  mayBeWithheld: readonly string[] = [],
): Operation<Reply, Variables> {
  return { name: nameOf(text), text, changes: false, mayBeWithheld };
}

/** A mutation that changes nothing yet: a step of an order edit before its commit. */
export function rehearse<Reply, Variables>(text: string): Operation<Reply, Variables> {
  return { name: nameOf(text), text, changes: false, mayBeWithheld: [] };
}

export function change<Reply, Variables>(text: string): Operation<Reply, Variables> {
  return { name: nameOf(text), text, changes: true, mayBeWithheld: [] };
}
