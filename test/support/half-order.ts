import { anOrder } from './builders';

/** An order of two lines: 20.00 + 1.60 tax for a mug, 8.00 + 0.64 for tea, 5.00 shipping. */
export const half = anOrder()
  .of('MUG', 1, '20.00')
  .withTax('1.60')
  .of('TEA', 1, '8.00')
  .withTax('0.64')
  .shippedFor('5.00');
