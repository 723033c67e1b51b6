import type { HeadersFunction, LoaderFunctionArgs } from '@remix-run/node';
import { Link, Outlet, useLoaderData, useRouteError } from '@remix-run/react';
import { NavMenu } from '@shopify/app-bridge-react';
import polarisStyles from '@shopify/polaris/build/esm/styles.css?url';
import { AppProvider } from '@shopify/shopify-app-remix/react';
import { boundary } from '@shopify/shopify-app-remix/server';

export const links = () => [{ rel: 'stylesheet', href: polarisStyles }];
export const meta = () => [{ title: 'Holdfast' }];

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  await app.shopifyApp.authenticate.admin(request);
  return { apiKey: app.apiKey };
}

export default function Panel() {
  const { apiKey } = useLoaderData<typeof loader>();
  return (
    <AppProvider isEmbeddedApp apiKey={apiKey}>
      <NavMenu>
        <Link to="/app" rel="home">
          Holdfast
        </Link>
      </NavMenu>
      <Outlet />
    </AppProvider>
  );
}

/** Shopify's library needs some thrown responses to be rendered, with headers, so that App Bridge can act on them. */
export function ErrorBoundary() {
  return boundary.error(useRouteError());
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
