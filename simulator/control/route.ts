import type { z } from 'zod';
import type { Stepper } from '../stepping/advance';
import type { World } from '../world/world';

export interface Call<Input> {
  readonly world: World;
  readonly stepper: Stepper;
  /** What stands in the path where the route has a `:name`, decoded; a gid may come with its slashes. */
  readonly id: string;
  readonly query: URLSearchParams;
  readonly input: Input;
}

export interface Route {
  readonly method: string;
  match(path: string): string | undefined;
  run(call: Omit<Call<unknown>, 'input'>, body: unknown): unknown;
}

/** A call of /_sim: what it accepts stands next to what it does. */
export function route<Schema extends z.ZodType>(
  method: string,
  path: string,
  schema: Schema,
  act: (call: Call<z.output<Schema>>) => unknown,
): Route {
  const pattern = new RegExp(`^${path.replace(/:\w+/, '(.+)')}$`);
  return {
    method,
    match: (given) => {
      const found = pattern.exec(given);
      return found ? decodeURIComponent(found[1] ?? '') : undefined;
    },
    run: (call, body) => act({ ...call, input: schema.parse(body) }),
  };
}
