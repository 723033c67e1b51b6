import { moment, placeOf } from './format';
import { html, type Html } from './html';
import { storePath, type Section, type Surroundings } from './page';
import { callForm } from './parts';

interface Header extends Surroundings {
  readonly shop: string | undefined;
  readonly section: Section | undefined;
  readonly zone: string;
}

/** On every page: whose part a person plays, and the time, which they move. */
export function header(around: Header): Html {
  const { shop, section } = around;
  const link = (href: string, label: string, own: Section): Html =>
    html`<a href="${href}" ${section === own ? html`aria-current="page"` : ''}>${label}</a>`;
  return html`
    <header class="top">
      <nav class="main-nav" aria-label="Simulator">
        ${link('/', 'Start', 'start')}
        ${shop && html`${link(storePath(shop), 'Storefront', 'store')} ${link(storePath(shop, '/app'), 'Admin', 'admin')}`}
        ${link('/mail', 'Mail', 'mail')} ${link('/ledger', 'Ledger', 'ledger')}
        ${link('/faults', 'Faults', 'faults')}
      </nav>
      ${clockBar(around)}
    </header>
    <p class="news" data-part="news" role="status" aria-live="polite" hidden></p>
  `;
}

const PASSING = 'Time passes…';

function clockBar({ now, next, zone, section }: Header): Html {
  if (now === undefined)
    return html`<p class="clock-bar" role="alert">The simulator's clock does not answer.</p>`;
  return html`
    <div class="clock-bar" role="group" aria-label="The simulated time">
      <a class="now" href="/clock" ${section === 'clock' ? html`aria-current="page"` : ''}>
        ${moment(now)} <span class="place">${placeOf(zone)}</span>
      </a>
      ${callForm('/_sim/clock', buttons(next), { inline: true, busy: PASSING })}
    </div>
  `;
}

const buttons = (next: string | undefined): Html => html`
  <button name="advance" value="PT1H">+1 hour</button>
  <button name="advance" value="P1D">+1 day</button>
  <button
    name="to"
    value="next"
    class="primary"
    ${next === undefined ? html`disabled title="Nothing is due"` : ''}
  >
    To the next event
  </button>
`;
