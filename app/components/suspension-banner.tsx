import { Form } from '@remix-run/react';
import { Banner, BlockStack, Box, Button } from '@shopify/polaris';
import type { AbsenceCause } from '../domain/absence';
import type { PanelSuspension } from '../domain/panel-view';
import { Instant } from './instant';

/** What the merchant can do. A new cause doesn't compile until its words are here. */
const WAY_OUT: Readonly<Record<AbsenceCause, string>> = {
  refused:
    'Shopify no longer accepts the app’s access. Open the app from your Shopify admin once more: that gives it a new one.',
  'no-token':
    'The app’s access to this store has ended or can’t be read. Open the app from your Shopify admin once more: that gives it a new one.',
  frozen:
    'Shopify has frozen the store, mostly for a bill that is open. See Settings › Billing in your Shopify admin.',
  forbidden:
    'Shopify refuses the app access to this store. If that lasts, ask Shopify’s support whether the store is restricted.',
  'not-found':
    'Shopify says that there is no such store. If it was renamed or closed, ask Shopify’s support.',
  locked: 'Shopify has locked the store for a while. If that lasts, ask Shopify’s support.',
  suspicious:
    'Shopify blocks the app’s requests for a while. There is nothing that you need to do.',
  'coming-back':
    'Shopify lets Holdfast in again. What stood still is put in order now, which takes some minutes in a big store.',
  closed: 'The store is closed or paused. Choose a plan in your Shopify admin to open it again.',
};

const AWAY = 'Shopify doesn’t let Holdfast work in this store at the moment';
const BACK = 'Holdfast is about to go on in this store';

/** On every page, while Shopify lets the app do nothing for the shop. */
export function SuspensionBanner({ suspension }: { suspension: PanelSuspension }) {
  const { cause, since, timezone } = suspension;
  const isBack = cause === 'coming-back';
  return (
    <Box padding="400">
      <Banner tone={isBack ? 'info' : 'critical'} title={isBack ? BACK : AWAY}>
        <BlockStack gap="200" inlineAlign="start">
          <p>
            Since <Instant at={since} zone={timezone} /> nothing is held, told, charged or refunded.
            What is to be done waits and is not lost; customers can still cancel on their page, and
            that counts from then. {WAY_OUT[cause]}
          </p>
          {!isBack && (
            <>
              <p>Holdfast asks again by itself and goes on when it may.</p>
              <Form method="post" action="/app?index">
                <input type="hidden" name="do" value="ask-again" />
                <Button submit>Ask Shopify now</Button>
              </Form>
            </>
          )}
        </BlockStack>
      </Banner>
    </Box>
  );
}
