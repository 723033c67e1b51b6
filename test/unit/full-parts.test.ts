import { PART_NAMES, readJobs, runsOf } from '../../scripts/full/parts';

describe('what npm run test:full runs', () => {
  it('is each part with all its shards where none is named', () => {
    const jobs = readJobs([]);
    expect([...new Set(jobs.map(({ part }) => part))]).toEqual(PART_NAMES);
    for (const { part, of } of jobs)
      expect(jobs.filter((job) => job.part === part)).toHaveLength(of);
  });

  it('is one shard where one is named', () => {
    expect(readJobs(['races-postgres', '2/4'])).toEqual([
      { part: 'races-postgres', index: 1, of: 4 },
    ]);
  });

  it('runs what is never divided in the first shard alone', () => {
    expect(runsOf({ part: 'money', index: 0, of: 2 })).toHaveLength(3);
    expect(runsOf({ part: 'money', index: 1, of: 2 }).map(({ title }) => title)).toEqual([
      'every combination of the money table',
    ]);
  });

  it('says what is wrong with a name or a shard', () => {
    expect(() => readJobs(['monye'])).toThrow('There is no part "monye". The parts are: money,');
    for (const shard of ['5/4', '0/4', 'two', '1'])
      expect(() => readJobs(['money', shard])).toThrow('A shard is like "2/4"');
  });

  it('takes no run for a success that ran nothing', () => {
    const runs = readJobs([]).flatMap(runsOf);
    expect(runs.filter(({ proof }) => proof.test('0 passed, 0 failed, 0 skipped'))).toEqual([]);
    expect(runs.filter(({ proof }) => proof.test('0 caught, 0 stayed green'))).toEqual([]);
  });
});
