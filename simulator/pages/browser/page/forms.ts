import { call } from './call';
import { drawNews, markHere, type Mark, newsSince } from './news';
import { keepNotice } from './notice';
import { bodyOf } from './read-form';

/** Past this many stops with nothing to see, "to the next event" gives up. */
const MOST_STOPS = 40;
const LOOK_EVERY_MS = 400;

/** Sends each form[data-call] as JSON, shows that it is busy and with what, and says in words what failed. */
export function sendForms(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset['call'] === undefined) return;
    event.preventDefault();
    if (form.dataset['confirm'] && !window.confirm(form.dataset['confirm'])) return;
    const body = bodyOf(form, event.submitter);
    if (form.dataset['needsLines'] !== undefined && !('lines' in body))
      return say(form, 'Choose a quantity of at least one product.', 'failed');
    void busyWith(form, () => send(form, body));
  });
}

async function busyWith(form: HTMLFormElement, work: () => Promise<void>): Promise<void> {
  const buttons = [...document.querySelectorAll('button')].filter((button) => !button.disabled);
  for (const button of buttons) button.disabled = true;
  say(form, form.dataset['busy'] ?? 'Working…', 'busy');
  try {
    await work();
  } catch (error) {
    say(form, error instanceof Error ? error.message : String(error), 'failed');
    for (const button of buttons) button.disabled = false;
  }
}

async function send(form: HTMLFormElement, body: Record<string, unknown>): Promise<void> {
  const mark = await markHere();
  const onTheWay = setInterval(() => void showProgress(form, mark), LOOK_EVERY_MS);
  try {
    const answer = await act(form, body, mark);
    if (answer['impatient'] === true)
      keepNotice(
        'Holdfast was away or busy for too long, and time went on without it. Is it running?',
      );
    goOn(form.dataset['then'] ?? 'reload', answer);
  } finally {
    clearInterval(onTheWay);
  }
}

/** After anything but a journey in time, Holdfast gets to do what is due now before the page is drawn anew. */
async function act(
  form: HTMLFormElement,
  body: Record<string, unknown>,
  mark: Mark,
): Promise<Record<string, unknown>> {
  const path = form.dataset['call'] ?? '';
  const method = form.dataset['method'] ?? 'POST';
  if (body['to'] === 'next') return untilSomethingIsSeen(path, body, mark);
  const answer = await call(method, path, method === 'DELETE' ? undefined : body);
  if (path !== '/_sim/clock') {
    const { impatient } = await call('POST', '/_sim/clock', {
      advance: form.dataset['settle'] ?? 'PT0S',
    });
    return { ...answer, impatient };
  }
  return answer;
}

/** Most of what is due leaves no trace: go on until there is a letter, or something moved. */
async function untilSomethingIsSeen(
  path: string,
  body: Record<string, unknown>,
  mark: Mark,
): Promise<Record<string, unknown>> {
  for (let stop = 1; ; stop += 1) {
    const answer = await call('POST', path, body);
    const news = await newsSince(mark);
    if (news.letters.length > 0 || news.events.length > 0 || stop === MOST_STOPS) return answer;
  }
}

async function showProgress(form: HTMLFormElement, mark: Mark): Promise<void> {
  const news = await newsSince(mark).catch(() => null);
  if (news && form.querySelector('.form-message.busy')) drawNews(news, true);
}

function goOn(then: string, answer: Record<string, unknown>): void {
  if (then === 'reload') return location.reload();
  const lastPart = (value: unknown): string =>
    String(value ?? '')
      .split('/')
      .at(-1) ?? '';
  location.assign(
    then.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(lastPart(answer[name]))),
  );
}

function say(form: HTMLFormElement, text: string, state: 'busy' | 'failed'): void {
  const message = form.querySelector<HTMLElement>('.form-message');
  if (!message) return;
  message.textContent = text;
  message.className = `form-message ${state}`;
  message.hidden = text === '';
}
