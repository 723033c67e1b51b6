import type { Bed } from './bed';
import type { Measured } from './figure';
import { startApp } from './sides/app';
import { rowsOf, type Slice, slice } from './slices';

const SECRET = 'the secret of the bench';
const ROUNDS = 6;
/** Fewer than the app remembers, so that the first kind of duplicate is always known without the database. */
const COUNT = 8_000;

const mean = (slices: readonly Slice[], read: (slice: Slice) => number): number =>
  slices.reduce((sum, one) => sum + read(one), 0) / slices.length;

/** Processor time of the app for a delivery that it has had, divided by that for a new one. */
export async function duplicateCost(bed: Bed): Promise<Measured> {
  await bed.load.prepare(COUNT, SECRET);
  const side = await startApp(bed.postgresUrl, { secret: SECRET });
  let wave = 0;
  const first = async (): Promise<Slice> => {
    await side.clear();
    await bed.checkpoint();
    wave += 1;
    return slice(bed, { side, count: COUNT, wave, label: 'first' });
  };
  const again = (forgotten: boolean): Promise<Slice> => {
    const label = forgotten ? 'again, known to the database' : 'again, to the same process';
    return slice(bed, { side, count: COUNT, wave, label, forgotten });
  };
  try {
    await first();
    await again(true);
    const slices: Slice[] = [];
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const firsts = [await first()];
      const duplicates = [await again(false)];
      const known = await again(true);
      duplicates.push(await again(false));
      firsts.push(await first());
      ratios.push(mean(duplicates, (one) => one.cpu) / mean(firsts, (one) => one.cpu));
      slices.push(...firsts, ...duplicates, known);
    }
    return { ratios, rows: rowsOf(slices) };
  } finally {
    await side.stop();
  }
}
