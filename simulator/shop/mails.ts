import type { World } from '../world/world';
import type { Order, Shop } from '../world/types';
import { linksIn } from '../mail/message';

/** Shopify's own words to the customer, into the same mailbox as the app's: whoever counts mails must count these too. */
export function shopifyMail(
  world: World,
  shop: Shop,
  order: Order,
  kind: string,
  subject: string,
  lines: readonly string[],
  to: string | null = order.email,
): void {
  if (!to) return;
  const text = lines.join('\n');
  const html = lines.map((line) => `<p>${escape(line)}</p>`).join('\n');
  world.mailbox.deliver({
    id: world.mailbox.nextId(),
    sender: 'shopify',
    kind,
    shop: shop.domain,
    to,
    from: `${shop.name} <no-reply@${shop.domain}>`,
    subject,
    text,
    html,
    headers: { from: 'shopify', 'x-shopify-order': order.id },
    links: linksIn(text, html),
    receivedAt: world.clock.iso(),
    realTime: new Date().toISOString(),
  });
}

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

export const units = (
  order: Order,
  lines: readonly { lineId: string; quantity: number }[],
): string[] =>
  lines.map(
    ({ lineId, quantity }) =>
      `${quantity} x ${order.lines.find((line) => line.id === lineId)?.title ?? 'item'}`,
  );
