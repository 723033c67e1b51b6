import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { TitleBar } from '@shopify/app-bridge-react';
import { Banner, BlockStack, Layout, Page } from '@shopify/polaris';
import { DaysForm } from '../components/payments-days';
import { readPaymentsForm } from '../components/payments-form';
import { FoundCard, MethodCard } from '../components/payments-found';
import { MethodForm } from '../components/payments-method';
import { UntakenCard } from '../components/payments-untaken';
import { PaymentsWarnings } from '../components/payments-warnings';
import { useToast } from '../components/toast';
import { ShopId } from '../domain/ids';
import type { Acted } from '../domain/panel-view';

export const meta = () => [{ title: 'Payments · Holdfast' }];

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const { session } = await app.shopifyApp.authenticate.admin(request);
  return app.panel.payments(ShopId.parse(session.shop));
}

export async function action({ request, context: { app } }: ActionFunctionArgs) {
  const { session, sessionToken } = await app.shopifyApp.authenticate.admin(request);
  const wish = readPaymentsForm(await request.formData());
  const WRONG = 'Nothing was saved yet: please look at what is marked.';
  if ('errors' in wish) return data({ done: null, problem: WRONG, errors: wish.errors }, 400);
  const shop = ShopId.parse(session.shop);
  if ('approve' in wish) {
    const { orderId, intent } = wish.approve;
    const by = `staff ${sessionToken?.sub ?? 'unknown'}`;
    const acted = await app.panel.approve(shop, orderId, { intent, by, seen: undefined });
    return answerTo(acted, 'It is on its way');
  }
  return answerTo(await app.panel.changeSettings(shop, wish.change, wish.seen), 'Saved');
}

function answerTo(acted: Acted, done: string) {
  return acted.kind === 'done'
    ? data({ done, problem: null, errors: {} })
    : data({ done: null, problem: acted.reason, errors: {} }, 409);
}

/** Also after a refusal: what somebody else saved is what must be seen. */
export const shouldRevalidate = () => true;

export default function PaymentsPage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  useToast(answer);
  return (
    <Page title="Payments" subtitle="How your shop takes payment">
      <TitleBar title="Payments" />
      <BlockStack gap="400">
        {answer?.problem && <Banner tone="critical" title={answer.problem} />}
        <PaymentsWarnings {...shown} />
        <Layout>
          <Layout.Section>
            <BlockStack gap="400">
              <UntakenCard {...shown} />
              <MethodCard {...shown} />
              <FoundCard {...shown} />
              <DaysForm {...shown} errors={answer?.errors ?? {}} />
            </BlockStack>
          </Layout.Section>
          <Layout.Section variant="oneThird">
            <MethodForm {...shown} />
          </Layout.Section>
        </Layout>
      </BlockStack>
    </Page>
  );
}

export { PanelBoundary as ErrorBoundary } from '../panel-boundary';
