import { Form } from '@remix-run/react';
import { Banner, BlockStack, Button } from '@shopify/polaris';
import type { PanelNotice } from '../domain/panel-view';
import type { NoticeKind } from '../domain/shop-notice';
import { Instant } from './instant';

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
  'data-request-waits': {
    tone: 'critical',
    title: 'A customer asked for their data, and Holdfast couldn’t send it to you',
    body: 'Shopify passed the request on to your shop. Holdfast mails what it keeps to the e-mail address of your shop, which is missing or refused the mail: see Settings, General in Shopify. It tries again every few hours.',
    button: 'I have answered it myself',
  },
  'redaction-waits': {
    tone: 'critical',
    title: 'A customer is to be erased, and Holdfast has not managed to yet',
    body: 'Shopify passed the request on. Holdfast tries again every few hours. If this stays for more than a day, tell whoever runs Holdfast for you.',
    button: 'Check again',
  },
  'erasure-asked': {
    tone: 'warning',
    title: 'Shopify asked Holdfast to erase everything of your shop',
    body: 'Holdfast is installed here and still has access, so nothing was erased: the request was most likely about an earlier time when you had removed the app. If you want your records erased, remove the app, and it is done two days later.',
    button: 'I have read this',
  },
};

/** What comes of the click. */
export const NOTICE_DONE: Readonly<Record<NoticeKind, string>> = {
  'no-order-access': 'Holdfast asks Shopify now',
  'old-orders-hidden': 'Holdfast asks Shopify now',
  'fulfills-by-itself': 'This isn’t shown again',
  'data-request-waits': 'This isn’t shown again',
  'redaction-waits': 'Holdfast goes on trying',
  'erasure-asked': 'This isn’t shown again',
};

/** What the staff should know of the shop as a whole. */
export function ShopNotices({
  notices,
  timezone,
}: {
  notices: readonly PanelNotice[];
  timezone: string;
}) {
  return notices.map(({ kind, dueBy }) => {
    const { tone, title, body, button } = WORDS[kind];
    return (
      <Banner key={kind} tone={tone} title={title}>
        <BlockStack gap="200" inlineAlign="start">
          <p>
            {body}
            {dueBy !== null && (
              <>
                {' '}
                By law it has to be done by <Instant at={dueBy} zone={timezone} day />.
              </>
            )}
          </p>
          <Form method="post" action="/app?index">
            <input type="hidden" name="notice" value={kind} />
            <Button submit>{button}</Button>
          </Form>
        </BlockStack>
      </Banner>
    );
  });
}
