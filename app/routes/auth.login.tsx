import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { AppProvider, Button, Card, FormLayout, Page, Text, TextField } from '@shopify/polaris';
import polarisStyles from '@shopify/polaris/build/esm/styles.css?url';
import en from '@shopify/polaris/locales/en.json' with { type: 'json' };
import { useState } from 'react';

export const links = () => [{ rel: 'stylesheet', href: polarisStyles }];
export const meta = () => [{ title: 'Log in · Holdfast' }];

/** Redirects to Shopify when the shop is named well, else says what is wrong with it. */
const login = async ({ request, context: { app } }: LoaderFunctionArgs | ActionFunctionArgs) => {
  const { shop } = await app.shopifyApp.login(request);
  return data({
    problem: shop ? 'That is not the address of a shop, such as example.myshopify.com.' : null,
  });
};
export const loader = (args: LoaderFunctionArgs) => login(args);
export const action = (args: ActionFunctionArgs) => login(args);

export default function Login() {
  const loaded = useLoaderData<typeof loader>();
  const problem = (useActionData<typeof action>() ?? loaded).problem;
  const [shop, setShop] = useState('');
  return (
    <AppProvider i18n={en}>
      <Page narrowWidth>
        <Card>
          <Form method="post">
            <FormLayout>
              <Text as="h1" variant="headingMd">
                Log in to Holdfast
              </Text>
              <TextField
                label="Shop’s address"
                name="shop"
                helpText="example.myshopify.com"
                autoComplete="on"
                value={shop}
                onChange={setShop}
                {...(problem ? { error: problem } : {})}
              />
              <Button submit>Log in</Button>
            </FormLayout>
          </Form>
        </Card>
      </Page>
    </AppProvider>
  );
}
