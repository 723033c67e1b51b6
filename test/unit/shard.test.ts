import { rangeOf, readShard } from '../support/shard';

describe('the shards of a full count', () => {
  it('run each case once', () => {
    for (const shards of [1, 2, 3, 7]) {
      const cases = Array.from({ length: shards }, (_, index) =>
        rangeOf(100, { index, of: shards }),
      ).flatMap(({ from, count }) => Array.from({ length: count }, (_, n) => from + n));
      expect(cases).toEqual(Array.from({ length: 100 }, (_, n) => n));
    }
  });

  it('are one without a word about it', () => {
    expect(readShard(undefined)).toEqual({ index: 0, of: 1 });
    expect(readShard('2/4')).toEqual({ index: 1, of: 4 });
  });

  it.each(['0/4', '5/4', 'half', '', '1'])('refuse “%s”', (text) => {
    expect(() => readShard(text)).toThrow('has to be like "2/4"');
  });
});
