import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation, useSubmit } from '@remix-run/react';
import { SaveBar, TitleBar } from '@shopify/app-bridge-react';
import { Banner, BlockStack, Layout, List, Page, PageActions } from '@shopify/polaris';
import { useEffect, useRef } from 'react';
import { FIELD_LABELS } from '../components/settings-field';
import { readSettingsForm } from '../components/settings-form';
import { MoneySection } from '../components/settings-money';
import { ModeSection, SenderSection, TimesSection } from '../components/settings-sections';
import { OrdersSection, PoliciesSection } from '../components/settings-policies';
import { useSettingsFields } from '../components/settings-state';
import { useToast } from '../components/toast';
import { ShopId } from '../domain/ids';

export const meta = () => [{ title: 'Settings · Holdfast' }];

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const { session } = await app.shopifyApp.authenticate.admin(request);
  return app.panel.settings(ShopId.parse(session.shop));
}

export async function action({ request, context: { app } }: ActionFunctionArgs) {
  const { session } = await app.shopifyApp.authenticate.admin(request);
  const wish = readSettingsForm(await request.formData());
  const WRONG = 'Nothing was saved yet: please look at the fields that are marked.';
  if ('errors' in wish) return data({ done: null, problem: WRONG, errors: wish.errors }, 400);
  const shop = ShopId.parse(session.shop);
  const acted = await app.panel.changeSettings(shop, wish.change, wish.seen);
  return acted.kind === 'done'
    ? data({ done: 'Settings saved', problem: null, errors: {} })
    : data({ done: null, problem: acted.reason, errors: {} }, 409);
}

/** Also after a refusal: what somebody else saved is what must be seen. */
export const shouldRevalidate = () => true;

export default function SettingsPage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = useRef<HTMLFormElement>(null);
  const submit = useSubmit();
  const busy = useNavigation().state !== 'idle';
  const { fields, set, dirty, theirs, discard } = useSettingsFields(shown.settings, answer);
  useToast(answer);
  useEffect(() => {
    // Whoever saves from the bar at the top is led to what is wrong further down.
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [answer]);
  const save = (): void => {
    if (form.current) submit(form.current);
  };
  const props = { fields, errors: answer?.errors ?? {}, set };
  return (
    <Page title="Settings">
      <TitleBar title="Settings" />
      <SaveBar id="settings" open={dirty}>
        <button variant="primary" onClick={save} {...(busy ? { loading: '' } : {})} />
        <button onClick={discard} />
      </SaveBar>
      <Form method="post" ref={form} noValidate>
        <input type="hidden" name="version" value={shown.settings.version} />
        <BlockStack gap="400">
          {answer?.problem && dirty && (
            <Banner tone="critical" title={answer.problem}>
              {theirs.length > 0 && (
                <List>
                  {theirs.map((name) => (
                    <List.Item key={name}>{FIELD_LABELS[name]} was changed meanwhile</List.Item>
                  ))}
                </List>
              )}
            </Banner>
          )}
          <Layout>
            <ModeSection {...props} />
            <TimesSection {...props} timezone={shown.timezone} />
            <MoneySection {...props} />
            <PoliciesSection {...props} />
            <SenderSection {...props} fallbackSender={shown.fallbackSender} />
            <OrdersSection {...props} />
          </Layout>
          <PageActions
            primaryAction={{ content: 'Save', onAction: save, disabled: !dirty, loading: busy }}
          />
        </BlockStack>
      </Form>
    </Page>
  );
}

export { PanelBoundary as ErrorBoundary } from '../panel-boundary';
