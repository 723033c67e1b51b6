import { readClock, type PageContext } from './api';
import { moment } from './format';
import { html, type Html } from './html';
import { callForm, heading, type Page } from './layout';

const STEPPING =
  'Time passes: stepping from event to event and waiting until Holdfast has done what is due…';

const JUMPS: readonly (readonly [string, string])[] = [
  ['PT1H', '+ 1 hour'],
  ['P1D', '+ 1 day'],
  ['P3D', '+ 3 days'],
];

const jumps = (next: string | null | undefined): Html =>
  callForm(
    '/_sim/clock',
    html`
      ${JUMPS.map(([period, label]) => html`<button name="advance" value="${period}">${label}</button>`)}
      ${next && html`<button class="primary" name="now" value="${next}">To the next event</button>`}
    `,
    { inline: true, busy: STEPPING },
  );

export async function clock(ctx: PageContext): Promise<Page> {
  const { now, next, rate } = await readClock(ctx);
  return {
    title: 'Clock',
    path: '/clock',
    body: html`
      ${heading(
        'Clock',
        `${rate === 0 ? 'Simulated time stands still until you move it.' : 'Simulated time runs with your own, and you can move it on.'} On the way it stops at everything that is due, in the store and in Holdfast, so three days can take a few seconds.`,
      )}
      <section class="card">
        <p class="clock-face">${moment(now)}</p>
        ${jumps(next)}
        ${next !== undefined && html`<p class="soft">${next ? html`Next event in the stores: ${moment(next)}` : 'Nothing is due in the stores.'}</p>`}
      </section>
      <section class="card narrow">
        <h2>To a moment</h2>
        ${callForm('/_sim/clock', html`<input name="now" required value="${now}" aria-label="Moment, as ISO 8601" /> <button>Go</button>`, { inline: true, busy: STEPPING })}
      </section>
    `,
  };
}
