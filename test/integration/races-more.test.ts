import { databaseBattery } from './races/battery';

describe('people, faults and two workers in any order, on the real database', () => {
  databaseBattery(4);
});
