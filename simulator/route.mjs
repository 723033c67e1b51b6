// Preload with `node --import ./simulator/route.mjs`: the program's own fetch then finds
// every https://<shop>.myshopify.com at SIMULATOR_URL, and knows nothing of it.
import { Agent, Dispatcher, getGlobalDispatcher, setGlobalDispatcher } from 'undici';

const SHOP = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/i;
const OURS = new Set(['host', 'x-forwarded-host']);

/** @param {unknown} headers an array of names and values, an object, or an iterable of pairs; @param {string} shop */
export function withForwardedHost(headers, shop) {
  const kept = [];
  for (const [name, value] of pairs(headers)) {
    if (!OURS.has(String(name).toLowerCase())) kept.push(name, value);
  }
  return [...kept, 'x-forwarded-host', shop];
}

function* pairs(headers) {
  if (!headers) return;
  if (Array.isArray(headers) && !Array.isArray(headers[0])) {
    for (let i = 0; i < headers.length; i += 2) yield [headers[i], headers[i + 1]];
  } else if (typeof headers[Symbol.iterator] === 'function') {
    yield* headers;
  } else {
    for (const [name, value] of Object.entries(headers)) {
      if (Array.isArray(value)) for (const one of value) yield [name, one];
      else if (value !== undefined) yield [name, value];
    }
  }
}

export class ShopRouter extends Dispatcher {
  #simulator;
  #elsewhere;
  #here = new Agent();

  /** @param {string} simulatorUrl @param {Dispatcher} elsewhere takes every other request, untouched */
  constructor(simulatorUrl, elsewhere) {
    super();
    this.#simulator = new URL(simulatorUrl).origin;
    this.#elsewhere = elsewhere;
  }

  dispatch(options, handler) {
    const origin = options.origin ? new URL(String(options.origin)) : undefined;
    if (origin?.protocol !== 'https:' || !SHOP.test(origin.hostname)) {
      return this.#elsewhere.dispatch(options, handler);
    }
    const headers = withForwardedHost(options.headers, origin.hostname.toLowerCase());
    return this.#here.dispatch({ ...options, origin: this.#simulator, headers }, handler);
  }

  async close() {
    await this.#here.close();
  }

  async destroy(error) {
    await this.#here.destroy(error ?? null);
  }
}

setGlobalDispatcher(
  new ShopRouter(process.env.SIMULATOR_URL ?? 'http://127.0.0.1:4000', getGlobalDispatcher()),
);
