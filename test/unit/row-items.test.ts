import { rowItems } from '../../app/components/row-items';

describe('what a row of the list is about', () => {
  it.each([
    ['units that wait', { waitingUnits: 2, readyUnits: 1 }, '2 × Lamp'],
    ['units that have arrived', { waitingUnits: 0, readyUnits: 1 }, '1 × Lamp'],
    ['an order that is over', { waitingUnits: 0, readyUnits: 0 }, 'Lamp'],
  ])('names %s', (_what, units, words) => {
    expect(rowItems({ ...units, title: 'Lamp', otherLines: 0 })).toBe(words);
  });

  it('counts the other lines', () => {
    const row = { waitingUnits: 1, readyUnits: 0, title: 'Lamp', otherLines: 2 };
    expect(rowItems(row)).toBe('1 × Lamp and 2 more');
  });
});
