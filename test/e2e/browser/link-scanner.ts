import type { Page } from 'playwright-core';
import { z } from 'zod';
import { mailsTo } from '../../../simulator/tour/shop-floor';
import type { Bench } from '../../support/browser/bench';
import { caseRows } from '../../support/browser/case-rows';
import { openStore, ordered } from '../../support/browser/store';

/** A link takes thirty looks a minute before it asks for patience, so a hundred looks go to five customers' links. */
const CUSTOMERS = 5;
const VISITORS = 20;
const AT_ONCE = 4;

const EMAILS = Array.from({ length: CUSTOMERS }, (_, n) => `scanned-${n + 1}@example.com`);

async function linkTo({ sim }: Bench, email: string): Promise<string> {
  const links = (await mailsTo(sim, email)).flatMap((mail) => mail.links);
  return z.string().parse(links.find((link) => link.includes('/choice/')));
}

/** What a mail gateway does with a link: opens it with scripts on, waits, points at things, and follows every address. */
async function scan(scanner: Page, link: string): Promise<void> {
  const response = await scanner.goto(link, { waitUntil: 'load' });
  expect(response?.status()).toBe(200);
  const { points, addresses } = await scanner.evaluate(() => ({
    points: [...document.querySelectorAll('button, a, label')].map((part) => {
      const { x, y } = part.getBoundingClientRect();
      return { x: x + 5, y: y + 5 };
    }),
    addresses: [
      ...[...document.links].map(({ href }) => href),
      ...[...document.querySelectorAll('link')].map(({ href }) => href),
      ...[...document.forms].filter(({ method }) => method === 'get').map(({ action }) => action),
    ],
  }));
  for (const { x, y } of points) await scanner.mouse.move(x, y);
  for (const address of new Set(addresses)) await scanner.request.get(address);
}

export function linkScanner(bench: () => Bench): void {
  describe('a scanner of mail links', () => {
    it('opens choice pages a hundred times, scripts and all, and nothing is cancelled or kept', async () => {
      const shop = await openStore(bench(), 'scanned');
      for (const email of EMAILS) await ordered(bench(), shop, email);
      await bench().pass('PT5M');
      const links = await Promise.all(EMAILS.map((email) => linkTo(bench(), email)));
      const before = await caseRows(bench(), shop);
      const posted: string[] = [];
      let visitors = 0;
      let looks = 0;
      const work = async (): Promise<void> => {
        while (visitors < VISITORS) {
          visitors += 1;
          const scanner = await bench().newPerson();
          scanner.context().on('request', (request) => {
            if (request.method() !== 'GET') posted.push(`${request.method()} ${request.url()}`);
          });
          for (const link of links) {
            await scan(scanner, link);
            looks += 1;
          }
          await scanner.context().close();
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      await bench().pass('PT1H');
      expect(looks).toBe(100);
      expect(posted).toEqual([]);
      expect(before).toHaveLength(CUSTOMERS);
      expect(await caseRows(bench(), shop)).toEqual(before);
      expect(await bench().sim.get<unknown>(`/_sim/ledger?shop=${shop}&kind=cancel`)).toEqual([]);
    });
  });
}
