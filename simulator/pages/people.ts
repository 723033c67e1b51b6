import type { Message, Order, Shop } from './shapes';

export type Role = 'Customers' | 'Suppliers and others' | 'The shop';

export interface Person {
  readonly address: string;
  readonly name: string;
  readonly note: string;
  readonly role: Role;
  readonly letters: number;
}

const ROLES: readonly Role[] = ['Customers', 'Suppliers and others', 'The shop'];

/** customer-3@example.com is "Customer 3" to a reader. */
const nameOf = (address: string): string => {
  const local = (address.split('@')[0] ?? address).replace(/[-_.]+/g, ' ');
  return local.charAt(0).toUpperCase() + local.slice(1);
};

/** Everyone who has mail: with an order they are a customer, at the shop's own address staff, else a supplier. */
export function peopleOf(
  messages: readonly Message[],
  orders: readonly Order[],
  shops: readonly Shop[],
): Person[] {
  const counts = new Map<string, number>();
  for (const { to } of messages) counts.set(to, (counts.get(to) ?? 0) + 1);
  const shopAddresses = new Set(shops.map(({ email }) => email));
  return [...counts]
    .map(([address, letters]): Person => {
      const own = orders.filter(({ email }) => email === address);
      const role = shopAddresses.has(address)
        ? 'The shop'
        : own.length > 0 || orders.length === 0
          ? 'Customers'
          : 'Suppliers and others';
      const note = own.map(({ name }) => name).join(', ');
      return { address, name: nameOf(address), note, role, letters };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}

export const groups = (people: readonly Person[]): (readonly [Role, readonly Person[]])[] =>
  ROLES.map((role) => [role, people.filter((person) => person.role === role)] as const).filter(
    ([, members]) => members.length > 0,
  );
