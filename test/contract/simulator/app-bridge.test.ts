import { createContext, runInContext } from 'node:vm';
import { browserScript } from '../../../simulator/pages/scripts';

/* The scripts are checked against Shopify's types by the compiler; how they behave is seen in a browser (test/e2e). */

describe("the simulator's scripts", () => {
  it.each(['app-bridge', 'frame', 'page'] as const)(
    '%s is made of plain code that parses',
    (name) => {
      const script = browserScript(name);
      expect(script.length).toBeGreaterThan(500);
      expect(() => new Function(script)).not.toThrow();
    },
  );

  it('leave alone a page that has an App Bridge already', () => {
    const window = { shopify: 'the first' };
    const context = createContext({
      window,
      location: new URL('http://127.0.0.1/app'),
      document: { currentScript: null, querySelector: () => null },
      sessionStorage: { getItem: () => null, setItem: () => undefined },
      URLSearchParams,
      HTMLElement: class {},
      ...{ fetch: undefined },
    });
    Object.assign(window, { fetch: () => undefined, parent: window });
    runInContext(browserScript('app-bridge'), context);
    expect(window.shopify).toBe('the first');
  });
});
