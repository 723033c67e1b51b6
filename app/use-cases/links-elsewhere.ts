import type { Case } from '../domain/case';
import type { Tx } from '../ports';

const same = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

/**
 * Whether a link that works was mailed to another address than the order's. The customer's key alone doesn't say: it also
 * changes when an encryption key is dropped. An order without an address, or whose address isn't shown to us, says nothing.
 */
export async function linksWentElsewhere(
  tx: Tx,
  value: Case | null,
  now: { readonly email: string | null; readonly customerKey: string | null },
): Promise<boolean> {
  const { email, customerKey } = now;
  if (value === null || email === null || value.customerKey === customerKey) return false;
  const links = await tx.choiceLinks(value.orderId);
  const works = links.filter(({ generation }) => generation === value.generation);
  if (works.length === 0) return false;
  const messages = await tx.messages(value.orderId);
  return messages.some(
    ({ messageId, to }) =>
      works.some(({ id }) => messageId.includes(`.${id}@`)) && !same(to, email),
  );
}
