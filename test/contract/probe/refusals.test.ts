import { PROBE_SCOPES } from '../../../probe/scopes';
import { SHOP } from '../simulator/support';
import { Stage } from './stage';

let stage: Stage;
afterEach(() => stage.close());

/** Everything that an app writes leaves a row in the ledger. A token is no writing. */
async function written(): Promise<unknown[]> {
  const rows = await stage.driver.get<{ kind: string; by: string }[]>(`/_sim/ledger?shop=${SHOP}`);
  return rows.filter(({ kind, by }) => by !== 'merchant' && kind !== 'token');
}

it('a store that is no development store is refused in one sentence', async () => {
  stage = await Stage.open({ developmentStore: false });
  const { code, lines, found } = await stage.probe({ yes: true });
  expect(code).toBe(2);
  expect(lines).toEqual([
    `${SHOP} is not a development store (plan "Basic"): the probe makes orders and moves money, so it works in development stores only.`,
  ]);
  expect(found).toBeNull();
  expect(await written()).toEqual([]);
});

it('an app without all of its scopes is told which it lacks', async () => {
  stage = await Stage.open({
    scopes: PROBE_SCOPES.filter((scope) => scope !== 'write_locations'),
  });
  const { code, lines } = await stage.probe({ yes: true });
  expect(code).toBe(2);
  expect(lines).toEqual([
    "The probe's app lacks the scope write_locations: docs/first-day.md lists what it needs.",
  ]);
  expect(await written()).toEqual([]);
});

it('nothing is written before somebody agrees, and what would be written is said', async () => {
  stage = await Stage.open();
  const { code, lines } = await stage.probe({}, { hands: stage.hands(['agree']) });
  expect(code).toBe(0);
  expect(lines[0]).toBe(`The probe writes into one (${SHOP}):`);
  expect(lines.filter((line) => /^ {3}\d+\. /.test(line))).toHaveLength(10);
  expect(lines.at(-1)).toBe('Nothing was written.');
  expect(await written()).toEqual([]);
});
