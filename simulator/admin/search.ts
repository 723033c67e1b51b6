import type { Order, Shop } from '../world/types';
import { financialStatus, fulfillmentStatus } from '../shop/statuses';

/** The part of Shopify's search syntax that names a field: `updated_at:>'…' status:open name:#1001`, joined by AND. */
export function matchesOrder(query: unknown, order: Order, shop: Shop): boolean {
  if (typeof query !== 'string' || query.trim() === '') return true;
  const terms = [
    ...query.matchAll(/(-?)(\w+):\s*(>=|<=|>|<)?\s*(?:'([^']*)'|"([^"]*)"|([^\s()]+))/g),
  ];
  return terms.every(([, not, field, operator, a, b, c]) => {
    const holds = matches(order, shop, field ?? '', operator ?? '', a ?? b ?? c ?? '');
    return not === '-' ? !holds : holds;
  });
}

function matches(
  order: Order,
  shop: Shop,
  field: string,
  operator: string,
  value: string,
): boolean {
  switch (field) {
    case 'updated_at':
      return compareTime(order.updatedAt, operator, value);
    case 'created_at':
      return compareTime(order.createdAt, operator, value);
    case 'processed_at':
      return compareTime(order.processedAt, operator, value);
    case 'id':
      return compareNumber(
        BigInt(order.id.slice(order.id.lastIndexOf('/') + 1)),
        operator,
        BigInt(value),
      );
    case 'name':
      return order.name.replace('#', '') === value.replace('#', '');
    case 'email':
      return order.email === value;
    case 'tag':
      return order.tags.includes(value);
    case 'test':
      return String(order.test) === value;
    case 'financial_status':
      return (financialStatus(order, shop) ?? '').toLowerCase() === value.toLowerCase();
    case 'fulfillment_status': {
      const status = fulfillmentStatus(order).toLowerCase();
      const short: Readonly<Record<string, string>> = {
        shipped: 'fulfilled',
        partial: 'partially_fulfilled',
        unshipped: 'unfulfilled',
      };
      return (
        status === (short[value] ?? value) || (value === 'unfulfilled' && status === 'on_hold')
      );
    }
    case 'status':
      return (
        value === 'any' ||
        value === (order.cancelledAt ? 'cancelled' : order.closedAt ? 'closed' : 'open') ||
        (value === 'not_closed' && !order.closedAt)
      );
    default:
      return true;
  }
}

function compareTime(moment: string, operator: string, value: string): boolean {
  return compareNumber(BigInt(Date.parse(moment)), operator, BigInt(Date.parse(value)));
}

function compareNumber(a: bigint, operator: string, b: bigint): boolean {
  switch (operator) {
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    default:
      return a === b;
  }
}
