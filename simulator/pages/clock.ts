import { readClock, type PageContext } from "./api";
import { moment } from "./format";
import { html, type Html } from "./html";
import { callForm, heading, hidden, type Page } from "./layout";

const STEPPING =
  "Time passes: stepping from event to event and waiting until Holdfast has done what is due…";

const advance = (period: string, label: string): Html =>
  callForm("/_sim/clock", html`${hidden("advance", period)}<button>${label}</button>`, {
    inline: true,
    busy: STEPPING,
  });

export async function clock(ctx: PageContext): Promise<Page> {
  const { now, next } = await readClock(ctx);
  return {
    title: "Clock",
    path: "/clock",
    body: html`
      ${heading(
        "Clock",
        "Simulated time moves only here. On the way it stops at everything that is due, in the store and in Holdfast, so three days can take a few seconds.",
      )}
      <section class="card">
        <p class="clock-face">${moment(now)}</p>
        <div class="row">
          ${advance("PT1H", "+ 1 hour")} ${advance("P1D", "+ 1 day")} ${advance("P3D", "+ 3 days")}
          ${next ? callForm("/_sim/clock", html`${hidden("now", next)}<button class="primary">To the next event</button>`, { inline: true, busy: STEPPING }) : ""}
        </div>
        <p class="soft">
          ${next ? html`Next event: ${moment(next)}` : "Nothing is due: neither the stores nor Holdfast are waiting for a moment."}
        </p>
      </section>
      <section class="card narrow">
        <h2>To a moment</h2>
        ${callForm("/_sim/clock", html`<input name="now" required value="${now}" aria-label="Moment, as ISO 8601" /> <button>Go</button>`, { inline: true, busy: STEPPING })}
      </section>
    `,
  };
}
