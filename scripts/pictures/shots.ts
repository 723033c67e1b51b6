import type { DemoShop } from './demo-shop';

/** A picture of the README: what it is called, what it shows, and how to get there. */
export interface Shot {
  readonly name: string;
  readonly shows: string;
  readonly width: number;
  readonly height: number;
  /** Below the demo's own address, or a whole one. */
  readonly address: (shop: DemoShop) => string | Promise<string>;
  /** The title of the frame that matters; without it, the page itself. */
  readonly frame?: string;
  /** Only the frame is in the picture, all of it. */
  readonly frameOnly?: boolean;
  /** A text that is there when the page is. */
  readonly ready: string;
}

/** Who has heard this morning that the kettle is not there. */
const CUSTOMER = 'customer-12@example.com';

const desktop = { width: 1280, height: 900 };
const choice = {
  address: async (shop: DemoShop) => (await shop.letter('first-notice', CUSTOMER)).choiceLink,
  ready: 'Wait, or cancel?',
};

export const SHOTS: readonly Shot[] = [
  {
    name: 'start',
    shows: 'the demo’s start page: a backorder to play through in five steps',
    ...desktop,
    address: () => '/',
    ready: 'Try this',
  },
  {
    name: 'panel',
    shows: 'the panel in the admin: what needs you, who waits longest, what goes out today',
    ...desktop,
    address: (shop) => `${shop.storePath}/app`,
    frame: 'Holdfast',
    ready: 'Waiting longest',
  },
  {
    name: 'case',
    shows: 'one backorder: what is short, what happens next, the money, every message as sent',
    ...desktop,
    height: 1060,
    address: async (shop) => `${shop.storePath}/app/cases/${await shop.orderNumber('#1010')}`,
    frame: 'Holdfast',
    ready: 'Messages as sent',
  },
  {
    name: 'settings',
    shows: 'the settings: what Holdfast may do, and when customers hear from it',
    ...desktop,
    address: (shop) => `${shop.storePath}/app/settings`,
    frame: 'Holdfast',
    ready: 'When customers hear from you',
  },
  {
    name: 'mail',
    shows: 'the first notice: what is missing, what it means for the money, the offer to cancel',
    ...desktop,
    address: async (shop) => {
      const { id } = await shop.letter('first-notice', CUSTOMER);
      return `/mail?to=${encodeURIComponent(CUSTOMER)}&id=${encodeURIComponent(id)}`;
    },
    frame: 'The letter',
    frameOnly: true,
    ready: 'Your money',
  },
  {
    name: 'choice',
    shows: 'the customer’s page: wait or cancel, without signing in',
    width: 900,
    height: 640,
    ...choice,
  },
  {
    name: 'choice-telephone',
    shows: 'the customer’s page on a telephone',
    width: 390,
    height: 844,
    ...choice,
  },
];
