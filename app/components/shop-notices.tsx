import { Form } from '@remix-run/react';
import { Banner, BlockStack, Button } from '@shopify/polaris';
import type { NoticeKind } from '../domain/shop-notice';

interface Words {
  readonly tone: 'critical' | 'warning';
  readonly title: string;
  readonly body: string;
  readonly button: string;
}

/** Each notice with the way out. A new kind doesn't compile until its words are here. */
const WORDS: Readonly<Record<NoticeKind, Words>> = {
  'no-order-access': {
    tone: 'critical',
    title: 'Shopify doesn’t let Holdfast see your orders',
    body: 'Nothing is held, told or captured until it does. In the Partner or Dev Dashboard, open the app, request access to protected customer data under API access, with name, email and address, and save. Then check again here.',
    button: 'Check again',
  },
  'old-orders-hidden': {
    tone: 'warning',
    title: 'Holdfast can’t see orders older than 60 days',
    body: 'A backorder that waits longer goes out of sight: Holdfast can then neither release, charge nor cancel it. Request the permission “read_all_orders” for the app in the Partner or Dev Dashboard, under API access. When Shopify has granted it, open the app and agree to it, then check again here.',
    button: 'Check again',
  },
  'fulfills-by-itself': {
    tone: 'warning',
    title: 'Shopify fulfills orders by itself after payment: switch that off',
    body: 'An order was marked as fulfilled within a minute of its payment, without tracking. Items that aren’t here then count as shipped, and customers may be told so. In Shopify’s settings, find Order processing, and under “After an order has been paid” choose not to fulfill automatically. If one of your staff fulfilled it that quickly, there is nothing to do.',
    button: 'Done',
  },
};

/** What comes of the click. */
export const NOTICE_DONE: Readonly<Record<NoticeKind, string>> = {
  'no-order-access': 'Holdfast asks Shopify now',
  'old-orders-hidden': 'Holdfast asks Shopify now',
  'fulfills-by-itself': 'This isn’t shown again',
};

/** What the staff should know of the shop as a whole. */
export function ShopNotices({ notices }: { notices: readonly NoticeKind[] }) {
  return notices.map((kind) => {
    const { tone, title, body, button } = WORDS[kind];
    return (
      <Banner key={kind} tone={tone} title={title}>
        <BlockStack gap="200" inlineAlign="start">
          <p>{body}</p>
          <Form method="post" action="/app?index">
            <input type="hidden" name="notice" value={kind} />
            <Button submit>{button}</Button>
          </Form>
        </BlockStack>
      </Banner>
    );
  });
}
