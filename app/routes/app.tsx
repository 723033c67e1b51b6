import type { HeadersFunction, LoaderFunctionArgs } from '@remix-run/node';
import {
  Link,
  Outlet,
  useLoaderData,
  useLocation,
  useNavigation,
  useRouteError,
} from '@remix-run/react';
import { NavMenu } from '@shopify/app-bridge-react';
import polarisStyles from '@shopify/polaris/build/esm/styles.css?url';
import { AppProvider } from '@shopify/shopify-app-remix/react';
import { boundary } from '@shopify/shopify-app-remix/server';
import { PageSkeleton } from '../components/skeletons';

export const links = () => [{ rel: 'stylesheet', href: polarisStyles }];
export const meta = () => [{ title: 'Holdfast' }];

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  await app.shopifyApp.authenticate.admin(request);
  return { apiKey: app.apiKey };
}

/** The page that is on its way, if it is another than the one that is shown; a filter or a form stays where it is. */
function useComingPage(): string | null {
  const { state, location } = useNavigation();
  const here = useLocation().pathname;
  return state === 'loading' && location.pathname !== here ? location.pathname : null;
}

export default function Panel() {
  const { apiKey } = useLoaderData<typeof loader>();
  const coming = useComingPage();
  return (
    <AppProvider isEmbeddedApp apiKey={apiKey}>
      <NavMenu>
        <Link to="/app" rel="home">
          Home
        </Link>
        <Link to="/app/cases">Backorders</Link>
        <Link to="/app/settings">Settings</Link>
      </NavMenu>
      {coming === null ? <Outlet /> : <PageSkeleton path={coming} />}
    </AppProvider>
  );
}

/** Shopify's library needs some thrown responses to be rendered, with headers, so that App Bridge can act on them. */
export function ErrorBoundary() {
  return boundary.error(useRouteError());
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
