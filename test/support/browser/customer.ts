import type { Page } from 'playwright-core';
import type { Bench } from './bench';

/* What a customer does: buys, reads mail, and clicks on what it says. */

/** Buys one of each in the storefront, and lets the few minutes pass that the page lets pass. */
export async function buys(
  bench: Bench,
  page: Page,
  shop: string,
  email: string,
  skus: readonly string[],
): Promise<void> {
  await page.goto(`${bench.stack.simulatorUrl}/store/${shop}`);
  for (const sku of skus) await page.locator(`input[data-sku="${sku}"]`).fill('1');
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Place the order' }).click();
  await page.getByRole('heading', { name: 'Thank you for your order' }).waitFor();
}

/** Opens the newest letter with this in its subject. */
export async function opensLetter(
  bench: Bench,
  page: Page,
  email: string,
  subject: string | RegExp,
): Promise<void> {
  await page.goto(`${bench.stack.simulatorUrl}/mail?to=${encodeURIComponent(email)}`);
  await page.locator('a.mail-row').filter({ hasText: subject }).first().click();
  await page.locator('iframe[title="The letter"]').waitFor();
}

/** Clicks on the letter's own link, which opens the customer's page in a window of its own. */
export async function followsLetter(page: Page): Promise<Page> {
  const letter = page.frameLocator('iframe[title="The letter"]');
  const [opened] = await Promise.all([
    page.waitForEvent('popup'),
    letter.locator('a[href*="/choice/"]').first().click(),
  ]);
  await opened.locator('h1').waitFor();
  return opened;
}
