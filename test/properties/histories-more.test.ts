import { battery } from './histories/battery';

describe('seventy-five days of a random shop', () => {
  battery(1);
});
