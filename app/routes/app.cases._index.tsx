import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useNavigate } from '@remix-run/react';
import { TitleBar } from '@shopify/app-bridge-react';
import { Page } from '@shopify/polaris';
import { CasesTable } from '../components/cases-table';
import { readCaseQuery, writeCaseQuery } from '../components/panel-forms';
import { ShopId } from '../domain/ids';

export const meta = () => [{ title: 'Backorders · Holdfast' }];

export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const { session } = await app.shopifyApp.authenticate.admin(request);
  const query = readCaseQuery(new URL(request.url).searchParams);
  return app.panel.cases(ShopId.parse(session.shop), query);
}

export default function Cases() {
  const list = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  return (
    <Page title="Backorders" fullWidth>
      <TitleBar title="Backorders" />
      <CasesTable
        list={list}
        go={(change) => void navigate(writeCaseQuery({ ...list.query, ...change }))}
      />
    </Page>
  );
}

export { PanelBoundary as ErrorBoundary } from '../panel-boundary';
