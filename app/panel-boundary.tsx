import { isRouteErrorResponse, useRouteError } from '@remix-run/react';
import { boundary } from '@shopify/shopify-app-remix/server';
import { PageProblem } from './components/page-problem';

/**
 * What a page of the panel shows in its own place when it can't be made: an order of nobody is missing, Shopify's library
 * draws its own answers, and anything else went wrong.
 */
export function PanelBoundary() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error)) return <PageProblem missing={false} />;
  return error.status === 404 ? <PageProblem missing /> : boundary.error(error);
}
