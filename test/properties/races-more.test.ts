import { battery } from './races/battery';

describe('people, faults and two workers in any order', () => {
  battery(2);
});
