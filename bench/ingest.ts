import type { Bed } from './bed';
import { startApp } from './sides/app';
import { startBare } from './sides/bare';
import type { Side } from './sides/side';
import { rowsOf, type Slice, slice } from './slices';
import type { Measured } from './figure';

const SECRET = 'the secret of the bench';
const ROUNDS = 6;
const WARM_UP = 6_000;
/** Long enough that a slice is more than its own start, short enough for four minutes in all. */
const SLICE_SECONDS = 3;
const [LEAST, MOST] = [1_000, 20_000];

const sum = (slices: readonly Slice[]): number =>
  slices.reduce((seconds, one) => seconds + one.seconds, 0);

/** Acknowledged and durable deliveries a second: of the app, divided by the other's. */
export async function ingestAgainst(bed: Bed, other: 'bare' | 'thin'): Promise<Measured> {
  await bed.load.prepare(MOST, SECRET);
  const app = await startApp(bed.postgresUrl, { secret: SECRET });
  const bare = await startBare(bed.postgresUrl, { secret: SECRET, thin: other === 'thin' });
  let wave = 0;
  const run = async (side: Side, count: number): Promise<Slice> => {
    await side.clear();
    await bed.checkpoint();
    wave += 1;
    return slice(bed, { side, count, wave });
  };
  try {
    const warm = [await run(app, WARM_UP), await run(bare, WARM_UP)];
    // The same deliveries for both, as many as the slower can take in a slice.
    const slowest = Math.max(...warm.map((one) => one.seconds)) / WARM_UP;
    const count = Math.round(Math.min(MOST, Math.max(LEAST, SLICE_SECONDS / slowest)));
    const slices: Slice[] = [];
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const [a1, b1] = [await run(app, count), await run(bare, count)];
      const [b2, a2] = [await run(bare, count), await run(app, count)];
      ratios.push(sum([b1, b2]) / sum([a1, a2]));
      slices.push(a1, b1, b2, a2);
    }
    return { ratios, rows: rowsOf(slices) };
  } finally {
    await app.stop();
    await bare.stop();
  }
}
