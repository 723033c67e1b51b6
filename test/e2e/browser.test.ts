import { startBench, type Bench } from '../support/browser/bench';
import { NOT_FOR_PEOPLE, readRoutes, routeAt } from '../support/browser/routes';
import { describeWithChromium } from '../support/requirements';
import { agrees } from './browser/agrees';
import { changedMind } from './browser/changed-mind';
import { doors } from './browser/doors';
import { linkScanner } from './browser/link-scanner';
import { oneOrder } from './browser/one-order';
import { panelAsks } from './browser/panel-asks';
import { panelCase } from './browser/panel-case';
import { panelHasty } from './browser/panel-hasty';
import { panelHome } from './browser/panel-home';
import { panelList } from './browser/panel-list';
import { panelPayments } from './browser/panel-payments';
import { panelSettings } from './browser/panel-settings';
import { paysByLink } from './browser/pays-by-link';
import { simulatorPages } from './browser/simulator-pages';

/*
 * The app as people use it, in the machine's own browser: customers in the storefront and their mailbox, staff in the
 * admin's frame. One file, so that what browsers were seen to use is counted in one place.
 */

jest.setTimeout(180_000);

describeWithChromium('in a browser', () => {
  let started: Bench | null = null;
  const bench = (): Bench => {
    if (started === null) throw new Error('The bench has not started');
    return started;
  };
  beforeAll(async () => {
    started = await startBench();
  }, 180_000);
  afterAll(() => started?.stop());
  afterEach(() => expect(bench().takeComplaints()).toEqual([]));

  oneOrder(bench);
  changedMind(bench);
  agrees(bench);
  paysByLink(bench);
  linkScanner(bench);
  panelHasty(bench);
  panelHome(bench);
  panelList(bench);
  panelCase(bench);
  panelAsks(bench);
  panelPayments(bench);
  panelSettings(bench);
  doors(bench);
  simulatorPages(bench);

  describe('all together', () => {
    it('have used every route and every act of the app, and axe has seen every page', () => {
      const { coverage } = bench();
      process.stdout.write(`${coverage.table()}\n`);
      expect(coverage.missing()).toEqual([]);
    });

    it('need not ask what answers machines alone', async () => {
      const routes = readRoutes();
      for (const path of Object.keys(NOT_FOR_PEOPLE)) {
        const address = new URL(path, bench().stack.appUrl);
        expect(routeAt(routes, address)?.name).toBe('$');
        expect((await fetch(address)).headers.get('content-type')).not.toContain('text/html');
      }
    });
  });
});
