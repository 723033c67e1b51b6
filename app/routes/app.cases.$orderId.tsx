import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import {
  isRouteErrorResponse,
  type MetaFunction,
  useActionData,
  useLoaderData,
  useRouteError,
} from '@remix-run/react';
import { Banner, BlockStack, Card, Layout, Page, Text } from '@shopify/polaris';
import { boundary } from '@shopify/shopify-app-remix/server';
import { AttentionBanner } from '../components/attention-banner';
import { DateCard } from '../components/date-card';
import { IntentList } from '../components/intent-list';
import { LineList } from '../components/line-list';
import { NextSteps } from '../components/next-steps';
import { type CaseForm, orderIdOf, readCaseForm } from '../components/panel-forms';
import { Timeline } from '../components/timeline';
import { type OrderId, ShopId } from '../domain/ids';
import type { WebDeps } from '../web-deps';

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: `${view?.orderName ?? 'Backorder'} · Holdfast` },
];

/** Another shop's order and one that never was are the same: not found. */
const notFound = () => new Response('Not found', { status: 404 });

export async function loader({ request, params, context: { app } }: LoaderFunctionArgs) {
  const { session } = await app.shopifyApp.authenticate.admin(request);
  const orderId = orderIdOf(params['orderId']);
  const view = orderId && (await app.panel.caseOf(ShopId.parse(session.shop), orderId));
  if (!view) throw notFound();
  return view;
}

export async function action({ request, params, context: { app } }: ActionFunctionArgs) {
  const { session, sessionToken } = await app.shopifyApp.authenticate.admin(request);
  const shop = ShopId.parse(session.shop);
  const orderId = orderIdOf(params['orderId']);
  if (!orderId || !(await app.panel.caseOf(shop, orderId))) throw notFound();
  const wish = readCaseForm(await request.formData());
  if (typeof wish === 'string') return data({ problem: wish }, 400);
  const by = `staff ${sessionToken?.sub ?? 'unknown'}`;
  const acted = await act(app, shop, orderId, wish, by);
  return acted.kind === 'done' ? data({ problem: null }) : data({ problem: acted.reason }, 409);
}

function act(app: WebDeps, shop: ShopId, orderId: OrderId, wish: CaseForm, by: string) {
  switch (wish.do) {
    case 'set-date':
      return app.panel.setDate(shop, orderId, { lineIds: wish.lineIds, date: wish.date, by });
    case 'resolve-attention':
      return app.panel.resolveAttention(shop, orderId, by);
    case 'approve':
      return app.panel.approve(shop, orderId, wish.intent, by);
  }
}

export default function CasePage() {
  const view = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  return (
    <Page title={view.orderName} backAction={{ content: 'Holdfast', url: '/app' }}>
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {problem && <Banner tone="critical">{problem}</Banner>}
            {view.attention && <AttentionBanner attention={view.attention} />}
            <LineList lines={view.lines} timezone={view.timezone} />
            <DateCard lines={view.lines} />
            <IntentList intents={view.intents} timezone={view.timezone} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <Card>
              <Text as="h2" variant="headingMd">
                Money
              </Text>
              <Text as="p">{view.money ?? 'Shopify could not be asked just now.'}</Text>
            </Card>
            <NextSteps steps={view.nextStep ? [view.nextStep] : []} timezone={view.timezone} />
            <Timeline entries={view.timeline} timezone={view.timezone} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error) || error.status !== 404) return boundary.error(error);
  return (
    <Page backAction={{ content: 'Holdfast', url: '/app' }}>
      <Card>
        <Text as="h1" variant="headingMd">
          No backorder here
        </Text>
        <Text as="p">This order has nothing on back order, or it isn’t one of this shop’s.</Text>
      </Card>
    </Page>
  );
}
