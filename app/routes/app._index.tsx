import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { TitleBar } from '@shopify/app-bridge-react';
import { Banner, BlockStack, Button, Layout, Page } from '@shopify/polaris';
import { AfterAbsenceBanner } from '../components/after-absence-banner';
import { CaseRows } from '../components/case-rows';
import { useFresh } from '../components/fresh';
import { HomeCounts } from '../components/home-counts';
import { ModeCard, PauseForm } from '../components/mode-card';
import { readAbsenceForm, readHomeForm, readNoticeForm } from '../components/panel-forms';
import { NOTICE_DONE, ShopNotices } from '../components/shop-notices';
import { useToast } from '../components/toast';
import { TodayCard } from '../components/today-card';
import { ShopId } from '../domain/ids';

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const { session } = await app.shopifyApp.authenticate.admin(request);
  return app.panel.home(ShopId.parse(session.shop));
}

export async function action({ request, context: { app } }: ActionFunctionArgs) {
  const { session, sessionToken } = await app.shopifyApp.authenticate.admin(request);
  const form = await request.formData();
  const wished = readAbsenceForm(form);
  if (wished) {
    const shop = ShopId.parse(session.shop);
    const by = `staff ${sessionToken?.sub ?? 'unknown'}`;
    const acted =
      wished.do === 'ask-again'
        ? await app.panel.askAgain(shop)
        : await app.panel.yesToAll(shop, { ...wished, by });
    return acted.kind === 'done'
      ? data({
          done: wished.do === 'ask-again' ? 'Holdfast asks Shopify now' : 'Done',
          problem: null,
        })
      : data({ done: null, problem: acted.reason }, 409);
  }
  const notice = readNoticeForm(form);
  if (notice) {
    const settled = await app.panel.settleNotice(ShopId.parse(session.shop), notice);
    return settled.kind === 'done'
      ? data({ done: NOTICE_DONE[notice], problem: null })
      : data({ done: null, problem: settled.reason }, 409);
  }
  const wish = readHomeForm(form);
  if (!wish) return data({ done: null, problem: 'That did not come through.' }, 400);
  const acted = await app.panel.changeSettings(ShopId.parse(session.shop), wish.change, wish.seen);
  return acted.kind === 'done'
    ? data({ done: 'Saved', problem: null })
    : data({ done: null, problem: acted.reason }, 409);
}

/** Also after a refusal: what is so now is what must be seen. */
export const shouldRevalidate = () => true;

export default function Home() {
  const home = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  useToast(answer);
  useFresh(answer);
  return (
    <Page title={home.shopName || 'Holdfast'}>
      <TitleBar title="Home" />
      <BlockStack gap="400">
        {answer?.problem && <Banner tone="critical">{answer.problem}</Banner>}
        {home.afterAbsence && <AfterAbsenceBanner after={home.afterAbsence} />}
        <ShopNotices notices={home.notices} timezone={home.timezone} />
        {home.paused && (
          <Banner tone="warning" title="Everything is paused: nothing leaves until you go on.">
            <PauseForm home={home}>
              <Button submit>Go on</Button>
            </PauseForm>
          </Banner>
        )}
        {home.counts.approvals > 0 && (
          <Banner
            tone="info"
            title={`${home.counts.approvals} ${home.counts.approvals === 1 ? 'step waits' : 'steps wait'} for your yes`}
            action={{ content: 'See them', url: '/app/cases?filter=needs-you' }}
          />
        )}
        {home.counts.untaken > 0 && (
          <Banner
            tone="warning"
            title={`${home.counts.untaken} ${home.counts.untaken === 1 ? 'payment' : 'payments'} of orders in stock ${home.counts.untaken === 1 ? 'was' : 'were'} not taken`}
            action={{ content: 'See them', url: '/app/payments' }}
          />
        )}
        <HomeCounts home={home} />
        <Layout>
          <Layout.Section>
            <BlockStack gap="400">
              <CaseRows
                title="Needs you"
                say="attention"
                rows={home.needsYou}
                total={home.counts.needsYou}
                all="/app/cases?filter=needs-you"
                timezone={home.timezone}
                empty="Nothing needs you. What only a person can settle appears here."
              />
              <CaseRows
                title="Waiting longest"
                say="wait"
                rows={home.waiting}
                total={home.counts.waiting}
                all="/app/cases?filter=waiting"
                timezone={home.timezone}
                empty="Nobody is waiting. When an order comes in that you can’t ship at once, it appears here."
              />
            </BlockStack>
          </Layout.Section>
          <Layout.Section variant="oneThird">
            <BlockStack gap="400">
              <ModeCard home={home} />
              <TodayCard home={home} />
            </BlockStack>
          </Layout.Section>
        </Layout>
      </BlockStack>
    </Page>
  );
}

export { PanelBoundary as ErrorBoundary } from '../panel-boundary';
