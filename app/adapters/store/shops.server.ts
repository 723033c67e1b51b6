import type { Db } from '../../db.server';
import type { ShopId } from '../../domain/ids';
import { CaptureMethod, type Mode, Settings } from '../../domain/settings';
import { Conflict } from '../../errors';
import type { Tx } from '../../ports';
import { asJson } from './json.server';

type ShopPart = Pick<
  Tx,
  'loadShop' | 'saveSettings' | 'saveShop' | 'reconciledAt' | 'saveReconciled'
>;

export function shopRows(db: Db, shop: ShopId, newShopMode: Mode): ShopPart {
  return {
    async loadShop() {
      const row = await db.shop.findUnique({ where: { shop } });
      if (!row) return null;
      const { name, email, timezone, currencyCode, installedAt, uninstalledAt } = row;
      const settings = Settings.parse(row.settings);
      return {
        id: shop,
        name,
        email,
        timezone,
        currencyCode,
        installedAt,
        uninstalledAt,
        settings,
        captureMethod: CaptureMethod.nullable().parse(row.captureMethod),
      };
    },

    async saveSettings(settings) {
      const { version } = settings;
      const next = JSON.stringify({ ...settings, version: version + 1 });
      const count = await db.$executeRaw`
        update "Shop" set "settings" = ${next}::jsonb
        where "shop" = ${shop} and coalesce(("settings" ->> 'version')::int, 0) = ${version}`;
      if (count === 1) return;
      if ((await db.shop.count({ where: { shop } })) === 0)
        throw new Error('Settings of a shop that is not known');
      throw new Conflict(`The settings have moved on from version ${version}`);
    },

    /** A shop that comes back keeps its choices; a new one starts with the defaults. */
    async saveShop({ name, email, timezone, currencyCode, installedAt, uninstalledAt }) {
      const known = { name, email, timezone, currencyCode, installedAt, uninstalledAt };
      const settings = asJson(Settings.parse({ mode: newShopMode }));
      await db.shop.upsert({
        where: { shop },
        update: known,
        create: { shop, ...known, settings },
      });
    },

    async reconciledAt() {
      const row = await db.shop.findUnique({ where: { shop }, select: { reconciledAt: true } });
      return row?.reconciledAt ?? null;
    },

    async saveReconciled({ until, captureMethod }) {
      await db.shop.updateMany({ where: { shop }, data: { reconciledAt: until, captureMethod } });
    },
  };
}
