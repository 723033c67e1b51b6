import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import styles from './choice.css?url';
import { readAnswer } from './form';
import { choicePage } from './model';
import { ChoicePageView, NoSuchLink } from './page';

export const links = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  {
    title: page
      ? `Your order ${page.orderName} · ${page.shopName}`
      : 'This link doesn’t work any more',
  },
];
/** Plain HTML: mail scanners run scripts, and a person may have none. */
export const handle = { scripts: false };

/** One answer for links that are unknown, altered, expired or overtaken: a guess must learn nothing. */
const noSuchLink = () => data(null, { status: 404 });

/** Only looks: whatever opens a link, a scanner or a preview, changes nothing. */
export async function loader({ params, context: { app } }: LoaderFunctionArgs) {
  const view = await app.viewChoice(params['token'] ?? '');
  return view ? data(choicePage(view, app.clock.now())) : noSuchLink();
}

/** A person's click. Answers with a redirect, so that reloading the page asks for nothing again. */
export async function action({ request, params, context: { app } }: ActionFunctionArgs) {
  if (request.method !== 'POST') return data({ problem: 'That is not possible here.' }, 405);
  const token = params['token'] ?? '';
  const answer = readAnswer(await request.formData().catch(() => new FormData()));
  if (!answer) return data({ problem: 'That did not come through. Please try again.' }, 400);
  if ('lineIds' in answer && answer.lineIds.length === 0)
    return data({ problem: 'Please tick the items that you mean, then choose.' }, 400);
  const outcome = await app.answerChoice(token, answer);
  switch (outcome.kind) {
    case 'done':
      return redirect(`/choice/${encodeURIComponent(token)}`, 303);
    case 'no-such-link':
      return data({ problem: '' }, 404);
    case 'too-late':
      return data({ problem: outcome.reason }, 409);
  }
}

export default function Choice() {
  const page = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem ?? '';
  return page ? <ChoicePageView page={page} problem={problem} /> : <NoSuchLink />;
}
