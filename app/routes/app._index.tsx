import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BlockStack, Layout, Page } from '@shopify/polaris';
import { CaseList } from '../components/case-list';
import { ClearOrdersCard } from '../components/clear-orders-card';
import { HomeCounts } from '../components/home-counts';
import { ModeCard } from '../components/mode-card';
import { NextSteps } from '../components/next-steps';
import { readHomeForm } from '../components/panel-forms';
import { ShopId } from '../domain/ids';

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const { session } = await app.shopifyApp.authenticate.admin(request);
  return app.panel.home(ShopId.parse(session.shop));
}

export async function action({ request, context: { app } }: ActionFunctionArgs) {
  const { session } = await app.shopifyApp.authenticate.admin(request);
  const shop = ShopId.parse(session.shop);
  const wish = readHomeForm(await request.formData());
  if (!wish) return data(null, 400);
  const acted = await app.panel.changeSettings(shop, wish);
  return data(null, acted.kind === 'done' ? 200 : 409);
}

export default function Home() {
  const home = useLoaderData<typeof loader>();
  return (
    <Page title={home.shopName || 'Holdfast'}>
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <HomeCounts counts={home.counts} />
            <CaseList cases={home.cases} timezone={home.timezone} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <ModeCard home={home} />
            <ClearOrdersCard captures={home.captureClearOrders} />
            <NextSteps steps={home.nextSteps} timezone={home.timezone} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}
