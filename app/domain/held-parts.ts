import { z } from 'zod';
import { FulfillmentOrderId, LineId, LocationId } from './ids';

/*
 * What a case remembers of an order's fulfillment orders. Shopify merges a released one with what is open at its location, and
 * a hold on some units makes a new one (recorded answers), so nothing that has to last is kept by a fulfillment order's id.
 */

const Instant = z.coerce.date();
const Units = z.number().int().positive();

/** Units of a line that a person let go before their goods were there. They are not held again. */
export const LetGo = z.object({
  lineId: LineId,
  /** Where they were. Units that have moved since are looked for at other locations. */
  locationId: LocationId.nullable(),
  units: Units,
  /** `hand`: a person had us release them. `others`: somebody released our hold in Shopify, and that is accepted. */
  by: z.enum(['hand', 'others']),
  /** The fulfillment orders that we still have to release for it; absent once that is done. */
  pending: z.array(z.string()).optional(),
});
export type LetGo = Readonly<z.infer<typeof LetGo>>;

/** One fulfillment order with units to go, as of the last look. */
export const PartSeen = z.object({
  id: FulfillmentOrderId,
  locationId: LocationId.nullable(),
  /** On our hold. */
  held: z.boolean(),
  /** When it was first seen so, held or not. */
  since: Instant,
  lines: z.array(z.object({ lineId: LineId, units: Units })),
});
export type PartSeen = Readonly<z.infer<typeof PartSeen>>;

/** Units on our hold are here and paid. */
export const ReadyHeld = z.object({
  since: Instant,
  /** The fulfillment orders that were free already: somebody may be packing them. */
  behind: z.array(FulfillmentOrderId),
});
export type ReadyHeld = Readonly<z.infer<typeof ReadyHeld>>;
