import { RecentDeliveries } from '../../app/http/recent-deliveries.server';
import type { WebhookHeaders } from '../../app/http/webhook-headers.server';

const FIRST: WebhookHeaders = {
  topic: 'orders/create',
  signature: 'c2lnbmF0dXJl',
  shop: 'first-shop.myshopify.com',
  webhookId: 'w-1',
  eventId: 'e-1',
  triggeredAt: new Date('2026-03-02T09:00:00Z'),
};

describe('deliveries that were acknowledged lately', () => {
  test('are known once they were added', () => {
    const recent = new RecentDeliveries();
    expect(recent.has(FIRST)).toBe(false);
    recent.add(FIRST);
    expect(recent.has({ ...FIRST })).toBe(true);
  });

  test.each([
    { topic: 'orders/updated' },
    { signature: 'YW5vdGhlcg==' },
    { shop: 'other-shop.myshopify.com' },
    { webhookId: 'w-2' },
    { eventId: null },
    { triggeredAt: null },
  ])('are not known with another %p', (other) => {
    const recent = new RecentDeliveries();
    recent.add(FIRST);
    expect(recent.has({ ...FIRST, ...other })).toBe(false);
  });

  test('are forgotten in the end, so that memory stays flat', () => {
    const recent = new RecentDeliveries();
    recent.add(FIRST);
    for (let n = 0; n < 9_999; n++) recent.add({ ...FIRST, webhookId: `later-${n}` });
    expect(recent.has(FIRST)).toBe(true);
    for (let n = 0; n < 10_000; n++) recent.add({ ...FIRST, webhookId: `latest-${n}` });
    expect(recent.has(FIRST)).toBe(false);
  });
});
