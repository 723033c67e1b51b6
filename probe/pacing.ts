const MINUTE = 60_000;
/** Shopify takes five new orders a minute on development and trial stores. */
const MOST_A_MINUTE = 5;

/** Lets at most five orders through in any minute. */
export class OrderPacing {
  private readonly made: number[] = [];

  constructor(
    private readonly now: () => number,
    private readonly wait: (seconds: number) => Promise<void>,
  ) {}

  async turn(): Promise<void> {
    const fifth = this.made.at(-MOST_A_MINUTE);
    const until = fifth === undefined ? 0 : fifth + MINUTE;
    const left = until - this.now();
    if (left > 0) await this.wait(Math.ceil(left / 1000));
    this.made.push(this.now());
  }
}
