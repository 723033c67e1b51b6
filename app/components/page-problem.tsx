import { EmptyState, LegacyCard, Page } from '@shopify/polaris';

/** What is shown when a page could not be made; details may hold an order or an address, and belong in the log. */
export function PageProblem({ missing }: { missing: boolean }) {
  return (
    <Page narrowWidth>
      <LegacyCard>
        <EmptyState
          image=""
          heading={missing ? 'No backorder here' : 'This page could not be shown'}
          action={
            missing
              ? { content: 'See all backorders', url: '/app/cases' }
              : { content: 'Try again', onAction: () => window.location.reload() }
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
