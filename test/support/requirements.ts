import { findChromium, findRedisServer, requireAll } from './batteries';

/** Runs the battery, skips it where the program is missing, and fails there under REQUIRE_ALL=1. */
function describeWith(
  program: string,
  found: string | null,
  name: string,
  battery: () => void,
): void {
  if (found !== null) {
    describe(name, battery);
  } else if (requireAll()) {
    describe(name, () => {
      it(`has ${program}`, () => {
        throw new Error(`REQUIRE_ALL=1, and ${program} was not found.`);
      });
    });
  } else {
    describe.skip(`${name} (skipped: no ${program})`, battery);
  }
}

export function describeWithRedis(name: string, battery: () => void): void {
  describeWith('redis-server', findRedisServer(), name, battery);
}

export function describeWithChromium(name: string, battery: () => void): void {
  describeWith('Chromium', findChromium(), name, battery);
}
