import type { Frame, Page } from 'playwright-core';
import type { Bench } from './bench';

/** Somebody of the shop's staff at Shopify's admin, with the app in its frame. */
export interface Merchant {
  readonly page: Page;
  /** What the frame shows; another one after each `open`. */
  app(): Frame;
  /** By the address, as a bookmark does, and until the page can be used. */
  open(path?: string): Promise<void>;
  /** By the admin's menu. */
  goTo(label: string): Promise<void>;
  goToHome(): Promise<void>;
  press(button: string | RegExp): Promise<void>;
  fill(field: string, value: string): Promise<void>;
  /** Waits until the page says so. */
  sees(words: string | RegExp): Promise<void>;
  /** Waits until the admin says so at the bottom. */
  isTold(words: string): Promise<void>;
}

export async function newMerchant(bench: Bench, shop: string): Promise<Merchant> {
  const page = await bench.newPerson();
  let app: Frame | null = null;
  const shown = (): Frame => {
    if (app === null) throw new Error('Nothing is open yet');
    return app;
  };
  return {
    page,
    app: shown,
    async open(path = '') {
      await page.goto(`${bench.stack.simulatorUrl}/store/${shop}/app${path}`);
      app = await frameOf(page);
      await usable(app);
    },
    async goTo(label) {
      await page.locator('[data-part="app-nav"]').getByRole('link', { name: label }).click();
      await shown().getByRole('heading', { level: 1, name: label }).waitFor();
    },
    async goToHome() {
      await page.getByRole('link', { name: 'Holdfast' }).first().click();
      await shown().getByText('What Holdfast may do').waitFor();
    },
    press: (button) => shown().getByRole('button', { name: button, exact: true }).click(),
    fill: (field, value) => shown().getByLabel(field, { exact: true }).fill(value),
    sees: (words) => shown().getByText(words).first().waitFor(),
    isTold: (words) => page.locator('[data-part="toasts"]').getByText(words).first().waitFor(),
  };
}

async function frameOf(page: Page): Promise<Frame> {
  const element = await page.locator('iframe[data-part="app"]').elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('The admin shows no app');
  return frame;
}

/** A person takes longer to read than React to wake up; a test does not. */
async function usable(app: Frame): Promise<void> {
  await app.locator('.Polaris-Page').first().waitFor();
  await app.waitForFunction(() => {
    const part = document.querySelector('.Polaris-Page');
    return part !== null && Object.keys(part).some((key) => key.startsWith('__react'));
  });
}
