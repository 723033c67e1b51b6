import { z } from 'zod';
import type { Doer } from '../../../app/domain/history';
import { LineId } from '../../../app/domain/ids';
import type { Actor } from '../../../simulator/world/types';

const DOERS = {
  app: 'holdfast',
  merchant: 'merchant',
  'other-app': 'merchant',
  customer: 'customer',
  shopify: 'shopify',
} as const satisfies Record<Actor, Doer>;

export const doerOf = (by: Actor): Doer => DOERS[by];

/** The units of a ledger row. */
export const Lines = z.array(
  z
    .object({ lineId: LineId, quantity: z.number() })
    .transform(({ lineId, quantity }) => ({ line: lineId, units: quantity })),
);
