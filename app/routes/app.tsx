import type { HeadersFunction, LoaderFunctionArgs } from '@remix-run/node';
import {
  isRouteErrorResponse,
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
import { PageProblem } from '../components/page-problem';
import { PageSkeleton } from '../components/skeletons';
import { SuspensionBanner } from '../components/suspension-banner';
import { ShopId } from '../domain/ids';

export const links = () => [{ rel: 'stylesheet', href: polarisStyles }];
export const meta = () => [{ title: 'Holdfast' }];

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const { session } = await app.shopifyApp.authenticate.admin(request);
  return { apiKey: app.apiKey, suspension: await app.panel.suspension(ShopId.parse(session.shop)) };
}

/** The page that is on its way, if it is another than the one that is shown; a filter or a form stays where it is. */
function useComingPage(): string | null {
  const { state, location } = useNavigation();
  const here = useLocation().pathname;
  return state === 'loading' && location.pathname !== here ? location.pathname : null;
}

function Menu() {
  return (
    <NavMenu>
      <Link to="/app" rel="home">
        Home
      </Link>
      <Link to="/app/cases">Backorders</Link>
      <Link to="/app/payments">Payments</Link>
      <Link to="/app/settings">Settings</Link>
    </NavMenu>
  );
}

export default function Panel() {
  const { apiKey, suspension } = useLoaderData<typeof loader>();
  const coming = useComingPage();
  return (
    <AppProvider isEmbeddedApp apiKey={apiKey}>
      <Menu />
      {suspension && <SuspensionBanner suspension={suspension} />}
      {coming === null ? <Outlet /> : <PageSkeleton path={coming} />}
    </AppProvider>
  );
}

/**
 * Shopify's library needs some thrown responses to be rendered, with headers, so that App Bridge can act on them. When the
 * app can't be reached, all loaders of a page fail at once, and that ends here: the menu must still be there.
 */
export function ErrorBoundary() {
  const error = useRouteError();
  if (isRouteErrorResponse(error)) return boundary.error(error);
  return (
    <AppProvider isEmbeddedApp={false} apiKey="">
      <Menu />
      <PageProblem missing={false} />
    </AppProvider>
  );
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
