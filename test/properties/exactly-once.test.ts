import { brokenGuard, type Guard, unbroken } from './exactly-once/broken-guard';
import { type Count, FAULTS, type Strike, sumOf } from './exactly-once/count';
import { strikeLetter } from './exactly-once/letter';
import { type Variation, variationOf } from './exactly-once/scene';
import { SCENES } from './exactly-once/scenes';
import { strike } from './exactly-once/strike';

/* Each effect is struck at its call: the worker dies before or after it, or the line breaks. Shopify's books are counted. */

const TIMES = process.env['HOLDFAST_FULL'] === '1' ? 20 : 4;
const UNGUARDED_TIMES = 2;
/** What Shopify itself would not refuse when it is asked for twice. */
const DOUBLED_UNGUARDED = [
  'hold',
  'capture of the first part',
  'refund beyond the price',
  'message',
];

type Play = (fault: Strike, v: Variation, guard: Guard) => Promise<Count>;

const EFFECTS: readonly (readonly [string, Play])[] = [
  ...SCENES.map((scene): readonly [string, Play] => [
    scene.name,
    (fault, v, guard) => strike(scene, fault, v, guard),
  ]),
  ['message', strikeLetter],
];

async function playAll(
  play: Play,
  fault: Strike,
  times: number,
  guardOf: () => Guard,
): Promise<Count> {
  const counts: Count[] = [];
  for (let seed = 1; seed <= times; seed += 1)
    counts.push(await play(fault, variationOf(seed), guardOf()));
  return sumOf(counts);
}

function tell(name: string, how: string, { struck, lost, doubled, repeated }: Count): void {
  const counts = `struck ${struck}, lost ${lost}, doubled ${doubled}, called again ${repeated}`;
  process.stdout.write(`exactly once: ${name.padEnd(25)} ${how.padEnd(13)} ${counts}\n`);
}

describe.each(EFFECTS)('%s', (name, play) => {
  it.each(FAULTS)(
    `happens exactly once: %s, ${TIMES} times`,
    async (fault) => {
      const count = await playAll(play, fault, TIMES, unbroken);
      tell(name, fault, count);
      expect(count).toEqual({ struck: TIMES, lost: 0, doubled: 0, repeated: 0 });
    },
    120_000,
  );

  it('is seen to be repeated where the guards are broken', async () => {
    const counts: Count[] = [];
    for (const fault of FAULTS)
      counts.push(await playAll(play, fault, UNGUARDED_TIMES, brokenGuard));
    const count = sumOf(counts);
    tell(name, 'without guard', count);
    expect(count.repeated).toBeGreaterThan(0);
    if (DOUBLED_UNGUARDED.includes(name)) expect(count.doubled).toBeGreaterThan(0);
  });
});
