/** Ends a switch over a union: a member that is added later is a compile error here. */
export function assertUnreachable(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
