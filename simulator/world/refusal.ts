/** Shopify says no: as userErrors to an app, as a 4xx to whoever drives the simulator. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly code: string | null = null,
    readonly field: readonly string[] | null = null,
    readonly status = 409,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

export const notFound = (
  what: string,
  code: string | null = null,
  field: readonly string[] | null = null,
): Refusal => new Refusal(`${what} does not exist`, code, field, 404);
