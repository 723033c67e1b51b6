import { liveNineDays } from './seed/nine-days';
import { fillShelves } from './seed/shelves';
import type { SimulatorClient } from './stack/client';

export { SEED_START } from './seed/nine-days';

export const DEMO_SHOP = 'harbor.myshopify.com';

/** The demo opens in the middle of a shop's life: time stands still while it is lived, and flows afterwards. */
export async function seedDemo(
  sim: SimulatorClient,
  appUrl: string,
  progress: (line: string) => void,
): Promise<void> {
  const { opened } = await sim.post<{ opened: { installed: boolean; status: number | null } }>(
    '/_sim/shops',
    {
      shop: DEMO_SHOP,
      name: 'Harbor',
      captureMode: 'manual',
      timezone: 'America/New_York',
      currency: 'USD',
    },
  );
  if (!opened.installed)
    throw new Error(`The app did not open: it answered ${opened.status ?? 'nothing'}`);
  await fillShelves(sim, DEMO_SHOP);
  await liveNineDays({ sim, appUrl, shop: DEMO_SHOP, say: progress });
  await sim.post('/_sim/clock', { rate: 1 });
}
