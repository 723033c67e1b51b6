import { useRevalidator } from '@remix-run/react';
import { EmptyState, LegacyCard, Page } from '@shopify/polaris';

/** What is shown when a page could not be made; details may hold an order or an address, and belong in the log. */
export function PageProblem({ missing }: { missing: boolean }) {
  // Not a reload: the frame's address has lost the shop and the token on the way, and would end at the login.
  const { revalidate, state } = useRevalidator();
  return (
    <Page narrowWidth>
      <LegacyCard>
        <EmptyState
          image=""
          heading={missing ? 'No backorder here' : 'This page could not be shown'}
          action={
            missing
              ? { content: 'See all backorders', url: '/app/cases' }
              : { content: 'Try again', onAction: revalidate, loading: state === 'loading' }
          }
        >
          <p>
            {missing
              ? 'This order has nothing on back order, or it isn’t one of this shop’s.'
              : 'Something went wrong on our side. Nothing was changed that you did not ask for.'}
          </p>
        </EmptyState>
      </LegacyCard>
    </Page>
  );
}
