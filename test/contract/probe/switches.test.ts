import { isSwitch } from '../../../probe/findings';
import { FOUND_BY, NOT_TO_BE_PROBED, type SwitchName } from '../../../probe/switches';
import { SWITCHES } from '../../../simulator/shop/open-shop';
import { freePort } from '../../../simulator/stack/free-port';
import { Stage } from './stage';

type Positions = Readonly<Partial<Record<SwitchName, boolean>>>;

/** Question by question. Positions that hide another switch are left out: see the comments. */
const STORES: readonly (readonly [number, Positions])[] = [
  [2, { outstandingExcludesAuthorized: true, suggestsWholePrice: true }],
  [2, { outstandingExcludesAuthorized: false, suggestsWholePrice: false }],
  // With a link after every void, terms bring nothing that is not there already.
  [3, { voidedPayable: true, termsPayable: true, authorizedTakesTerms: true }],
  [3, { voidedPayable: false, termsPayable: true, authorizedTakesTerms: false }],
  [3, { voidedPayable: false, termsPayable: false, authorizedTakesTerms: true }],
  // Which part is left shows only where parts are merged.
  [4, { releaseMerges: true, oldestSurvivesMerge: true }],
  [4, { releaseMerges: true, oldestSurvivesMerge: false }],
  [4, { releaseMerges: false }],
  // What a removal does shows only where a held unit kept the capture waiting.
  [5, { holdBlocksCapture: true, removalCaptures: true, autoFulfil: false }],
  [5, { holdBlocksCapture: true, removalCaptures: false, autoFulfil: true }],
  [5, { holdBlocksCapture: false, autoFulfil: true }],
  [6, { capturesPend: true }],
  [6, { capturesPend: false }],
  [7, { unstockedLeave: true }],
  [7, { unstockedLeave: false }],
  [8, { acceptedCanBeHeld: true, givenBackIsReplaced: true, cancellationRequestShows: true }],
  [8, { acceptedCanBeHeld: false, givenBackIsReplaced: true, cancellationRequestShows: false }],
  [8, { acceptedCanBeHeld: true, givenBackIsReplaced: false, cancellationRequestShows: false }],
  [9, { routingToldForOwn: true }],
  [9, { routingToldForOwn: false }],
];
const sorted = (names: readonly string[]): string[] => [...names].sort();

describe('the switches of the simulator', () => {
  it('are found by a question each, or are said not to be probed', () => {
    expect(sorted([...Object.keys(FOUND_BY), ...Object.keys(NOT_TO_BE_PROBED)])).toEqual(
      sorted(Object.keys(SWITCHES)),
    );
  });

  it('are tried in both positions below', () => {
    const tried = STORES.flatMap(([question, positions]) =>
      Object.entries(positions).map(([name, value]) => `${question} ${name} ${String(value)}`),
    );
    const all = Object.keys(FOUND_BY)
      .filter(isSwitch)
      .flatMap((name) =>
        [true, false].map((value) => `${FOUND_BY[name]} ${name} ${String(value)}`),
      );
    expect(sorted([...new Set(tried)])).toEqual(sorted(all));
  });
});

describe('a question', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  it.each(STORES)(
    '%s finds and names %j',
    async (question, positions) => {
      stage = await Stage.open(positions);
      const port = await freePort();
      const webhooks = question === 9 ? { url: `http://127.0.0.1:${port}`, port } : null;
      const { code, lines, found } = await stage.probe({ only: [question], webhooks });
      expect(code).toBe(0);
      expect(found?.observations.filter(({ what }) => what === 'the question')).toEqual([]);
      expect(found?.switches).toEqual(positions);
      for (const [name, value] of Object.entries(positions))
        expect(lines).toContain(`   switch   ${name} = ${String(value)}`);
      for (const [name, why] of Object.entries(NOT_TO_BE_PROBED))
        expect(lines).toContain(`not to be probed: ${name}: ${why}`);
    },
    60_000,
  );

  it('whose steps by hand are skipped says which switches were not found', async () => {
    stage = await Stage.open();
    const { lines, found } = await stage.probe({ only: [6] }, { hands: stage.hands(['checkout']) });
    expect(found?.switches).toEqual({});
    expect(lines).toContain('not found: capturesPend: no order was placed with Shopify Payments');
  });
});
