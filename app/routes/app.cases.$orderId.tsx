import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { TitleBar } from '@shopify/app-bridge-react';
import { Banner, BlockStack, Layout, Page } from '@shopify/polaris';
import { SeenVersion } from '../components/act-form';
import { AttentionBanner } from '../components/attention-banner';
import { ByHandCard } from '../components/by-hand-card';
import { DateCard } from '../components/date-card';
import { useFresh } from '../components/fresh';
import { Instant, instantInWords } from '../components/instant';
import { IntentList } from '../components/intent-list';
import { LineList } from '../components/line-list';
import { MessageList } from '../components/message-list';
import { MoneyCard } from '../components/money-card';
import { NextStepCard } from '../components/next-step-card';
import { type CaseForm, DONE_WORDS, orderIdOf, readCaseForm } from '../components/panel-forms';
import { LABELS, StatusBadge } from '../components/status-badge';
import { Timeline } from '../components/timeline';
import { useToast } from '../components/toast';
import { type OrderId, ShopId } from '../domain/ids';
import type { PanelDeps } from '../web-deps';

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
  const orderId = orderIdOf(params['orderId']);
  if (!orderId) throw notFound();
  const wish = readCaseForm(await request.formData());
  if (typeof wish === 'string') return data({ done: null, problem: wish }, 400);
  const by = `staff ${sessionToken?.sub ?? 'unknown'}`;
  const acted = await act(app.panel, ShopId.parse(session.shop), orderId, wish, by);
  return acted.kind === 'done'
    ? data({ done: DONE_WORDS[wish.do], problem: null })
    : data({ done: null, problem: acted.reason }, 409);
}

function act(panel: PanelDeps, shop: ShopId, orderId: OrderId, wish: CaseForm, by: string) {
  const staff = { by, seen: wish.version };
  switch (wish.do) {
    case 'set-date':
      return panel.setDate(shop, orderId, { ...staff, ...wish });
    case 'resolve-attention':
      return panel.resolveAttention(shop, orderId, staff);
    case 'stop-links':
      return panel.stopLinks(shop, orderId, staff);
    case 'approve':
      return panel.approve(shop, orderId, { ...staff, intent: wish.intent });
    case 'send-now':
      return panel.sendNow(shop, orderId, { ...staff, key: wish.key });
    case 'send-later':
      return panel.sendLater(shop, orderId, { ...staff, key: wish.key, time: wish.time });
    case 'skip':
      return panel.skipStep(shop, orderId, { ...staff, key: wish.key, told: wish.told });
    case 'release':
      return panel.release(shop, orderId, { ...staff, why: wish.why });
    case 'part-first':
      return panel.partFirst(shop, orderId, { ...staff, why: wish.why });
    case 'capture':
      return panel.capture(shop, orderId, staff);
    case 'cancel':
      return panel.cancel(shop, orderId, { ...staff, lineIds: wish.lineIds });
    case 'undo-cancel':
      return panel.undoCancel(shop, orderId, { ...staff, lineIds: wish.lineIds });
  }
}

/** Also after a refusal: what is so now is what must be seen. */
export const shouldRevalidate = () => true;

export default function CasePage() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  useToast(answer);
  useFresh(answer);
  const { timezone } = view;
  return (
    <SeenVersion.Provider value={view.version}>
      <Page
        title={view.orderName}
        titleMetadata={<StatusBadge label={LABELS.stage[view.stage]} />}
        subtitle={`On back order since ${instantInWords(view.openedAt, timezone, true)}`}
        backAction={{ content: 'Backorders', url: '/app/cases' }}
      >
        <TitleBar title={view.orderName} />
        <BlockStack gap="400">
          {answer?.problem && <Banner tone="critical">{answer.problem}</Banner>}
          {view.attention && <AttentionBanner attention={view.attention} />}
          {view.closedAt && (
            <Banner tone="info">
              Closed since <Instant at={view.closedAt} zone={timezone} />. The record stays.
            </Banner>
          )}
          <Layout>
            <Layout.Section>
              <BlockStack gap="400">
                <LineList lines={view.lines} timezone={timezone} cancelsWhole={view.cancelsWhole} />
                <DateCard lines={view.lines} />
                <MessageList messages={view.messages} timezone={timezone} hasLink={view.hasLink} />
                <Timeline entries={view.timeline} timezone={timezone} />
              </BlockStack>
            </Layout.Section>
            <Layout.Section variant="oneThird">
              <BlockStack gap="400">
                <NextStepCard view={view} />
                <MoneyCard view={view} />
                {!view.closedAt && <ByHandCard view={view} />}
                <IntentList intents={view.intents} timezone={timezone} />
              </BlockStack>
            </Layout.Section>
          </Layout>
        </BlockStack>
      </Page>
    </SeenVersion.Provider>
  );
}

export { PanelBoundary as ErrorBoundary } from '../panel-boundary';
