import { Settings } from '../../../app/domain/settings';
import { SHOP, shopFacts } from '../../support/store-rows';
import { onBothStores } from './on-both';

onBothStores('shops', (on) => {
  it('starts with the mode for new shops, and a shop that comes back keeps its choices', async () => {
    await on.act((tx) => tx.saveShop(shopFacts));
    expect((await on.see((tx) => tx.loadShop()))?.settings).toEqual(
      Settings.parse({ mode: 'ask' }),
    );
    await on.act((tx) => tx.saveSettings(Settings.parse({ mode: 'watch', followUpDays: 3 })));
    await on.act((tx) => tx.saveShop({ ...shopFacts, name: 'North & Co' }));
    const { settings, ...facts } = (await on.see((tx) => tx.loadShop())) ?? { settings: null };
    expect(facts).toEqual({ ...shopFacts, id: SHOP, name: 'North & Co', captureMethod: null });
    expect(settings).toMatchObject({ mode: 'watch', followUpDays: 3 });
  });

  it('refuses settings for a shop that it does not know', async () => {
    await expect(on.act((tx) => tx.saveSettings(Settings.parse({})))).rejects.toThrow('not known');
  });
});
