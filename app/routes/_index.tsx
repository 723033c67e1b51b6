import { type LoaderFunctionArgs, redirect } from '@remix-run/node';

/** Shopify opens the app at its address; the panel is one further. */
export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  return searchParams.has('shop') ? redirect(`/app?${searchParams}`) : redirect('/auth/login');
}
