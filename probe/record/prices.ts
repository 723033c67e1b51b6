export interface Price {
  readonly operation: string;
  readonly requested: number;
  readonly cheapest: number;
  readonly dearest: number;
  readonly calls: number;
}

interface Cost {
  readonly requestedQueryCost: number;
  readonly actualQueryCost: number | null;
}

/** What each operation cost, as Shopify says it in `extensions.cost`. */
export class Prices {
  private readonly known = new Map<string, Price>();

  add(operation: string, { requestedQueryCost: requested, actualQueryCost }: Cost): void {
    if (actualQueryCost === null) return;
    const before = this.known.get(operation);
    this.known.set(operation, {
      operation,
      requested,
      cheapest: Math.min(before?.cheapest ?? actualQueryCost, actualQueryCost),
      dearest: Math.max(before?.dearest ?? actualQueryCost, actualQueryCost),
      calls: (before?.calls ?? 0) + 1,
    });
  }

  list(): Price[] {
    return [...this.known.values()].sort((a, b) => a.operation.localeCompare(b.operation));
  }
}
