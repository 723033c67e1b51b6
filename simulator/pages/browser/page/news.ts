import { call } from './call';
import { counted, type Event, type Letter } from './words';

/** Until where ledger and mailbox have been seen, and when that was. */
export interface Mark {
  readonly rows: number;
  readonly mails: number;
  readonly now: string;
}

export interface News {
  readonly from: string;
  readonly now: string;
  readonly events: readonly Event[];
  readonly letters: readonly Letter[];
}

const KEY = 'simulator-mark';
const LOOK_AGAIN_MS = 3_000;
const LOOKS = 10;

interface Reply extends Mark {
  readonly newRows: readonly Event[];
  readonly newMails: readonly Letter[];
}

const read = async (query: string): Promise<Reply> =>
  (await call('GET', `/_sim/news${query}`)) as unknown as Reply;

/** What follows is news, on this page and on the next. */
export async function markHere(): Promise<Mark> {
  const { rows, mails, now } = await read('');
  const mark = { rows, mails, now };
  sessionStorage.setItem(KEY, JSON.stringify(mark));
  return mark;
}

export async function newsSince(mark: Mark): Promise<News> {
  const { now, newRows, newMails } = await read(`?rows=${mark.rows}&mails=${mark.mails}`);
  return { from: mark.now, now, events: newRows, letters: newMails };
}

export function showNews(): void {
  const kept = sessionStorage.getItem(KEY);
  if (kept === null) return;
  sessionStorage.removeItem(KEY);
  const mark: Mark = JSON.parse(kept);
  const look = async (left: number): Promise<void> => {
    const news = await newsSince(mark).catch(() => null);
    if (news) drawNews(news, false);
    if (left > 0) setTimeout(() => void look(left - 1), LOOK_AGAIN_MS);
  };
  void look(LOOKS);
}

const zone = document.documentElement.dataset['zone'] ?? 'UTC';
const moment = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

let drawn = '';

/** One line under the header: the time that has passed, the letters, and what moved. */
export function drawNews(news: News, busy: boolean): void {
  const box = document.querySelector<HTMLElement>('[data-part="news"]');
  const text = JSON.stringify([news.events.length, news.letters.length, busy && news.now]);
  if (!box || text === drawn) return;
  drawn = text;
  const from = moment.format(new Date(news.from));
  const to = moment.format(new Date(news.now));
  const time = document.createElement('strong');
  time.textContent = busy ? `${to}…` : from === to ? `${to}:` : `${from} to ${to}:`;
  box.replaceChildren(time, ' ', ...counted(news), ...(busy ? [] : [' ', closer(box)]));
  box.classList.toggle('busy', busy);
  box.hidden = false;
}

function closer(box: HTMLElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '✕';
  button.ariaLabel = 'Close what happened';
  button.className = 'quiet';
  button.addEventListener('click', () => {
    box.remove();
  });
  return button;
}
