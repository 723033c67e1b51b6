import pg from 'pg';
import type { Settings } from '../../app/domain/settings';
import type { Stack } from '../../simulator/stack/stack';

/** What a merchant has chosen before the first order comes. */
export async function chooseSettings(
  { databaseUrl }: Stack,
  shop: string,
  settings: Partial<Settings>,
): Promise<void> {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    await database.query(
      'update "Shop" set "settings" = "settings" || $2::jsonb where "shop" = $1',
      [shop, JSON.stringify(settings)],
    );
  } finally {
    await database.end();
  }
}
