import type { LoaderFunctionArgs } from '@remix-run/node';

/** The library answers what Shopify sends a browser here for (the token's bounce page, the way out of the frame). */
export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  await app.shopifyApp.authenticate.admin(request);
  return null;
}
