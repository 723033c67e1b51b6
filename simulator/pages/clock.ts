import { readClock, type PageContext } from './api';
import { moment } from './format';
import { html } from './html';
import type { Page } from './page';
import { callForm, heading } from './parts';

const STEPPING =
  'Time passes: stepping from event to event and waiting until Holdfast has done what is due…';

export async function clock(ctx: PageContext): Promise<Page> {
  const { now, next, appNext, rate } = await readClock(ctx);
  const due = (at: string | null | undefined): ReturnType<typeof html> =>
    at ? moment(at) : html`<span class="soft">nothing is planned</span>`;
  return {
    title: 'Clock',
    path: '/clock',
    section: 'clock',
    body: html`
      ${heading(
        'Clock',
        `${rate === 0 ? 'Simulated time stands still until you move it.' : 'Simulated time runs with your own, and you can move it on.'} On the way it stops at everything that is due, in the stores and in Holdfast, so three days take a few seconds.`,
      )}
      <section class="card narrow">
        <p class="clock-face">${moment(now)}</p>
        <dl>
          <dt>Next in the stores</dt>
          <dd>${due(next)}</dd>
          <dt>Holdfast's next task</dt>
          <dd>${due(appNext)}</dd>
        </dl>
        ${callForm(
          '/_sim/clock',
          html`<button name="advance" value="P3D">+3 days</button>
            <button name="advance" value="P7D">+1 week</button>`,
          { inline: true, busy: STEPPING },
        )}
      </section>
      <section class="card narrow">
        <h2>To a moment</h2>
        ${callForm('/_sim/clock', html`<input name="now" required value="${now}" aria-label="Moment, as ISO 8601" /> <button>Go</button>`, { inline: true, busy: STEPPING })}
      </section>
    `,
  };
}
