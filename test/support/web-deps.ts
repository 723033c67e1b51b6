import type { ServerBuild } from '@remix-run/node';
import { ShopId } from '../../app/domain/ids';
import type { Log } from '../../app/ports';
import type { Delivery, WebDeps } from '../../app/web-deps';

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly fields: object;
  readonly message: string;
}

export function rememberingLog(): Log & { readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const at = (level: LogLine['level']) => (fields: object, message: string) =>
    void lines.push({ level, fields, message });
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

const unexpected = (what: string) => (): Promise<never> =>
  Promise.reject(new Error(`The test didn't expect ${what}`));

export const NOW = new Date('2026-03-02T15:00:00Z');

/** The composed app as the web entry sees it, with nothing behind it. */
export function fakeWebDeps(overrides: Partial<WebDeps> = {}): WebDeps & { received: Delivery[] } {
  const received: Delivery[] = [];
  return {
    received,
    log: rememberingLog(),
    clock: { now: () => NOW },
    apiKey: 'key',
    shopifyApp: {
      authenticate: {
        admin: () =>
          Promise.resolve({
            session: { shop: ShopId.parse('first-shop.myshopify.com') },
            sessionToken: { sub: '7' },
          }),
      },
      login: () => Promise.resolve({}),
      addDocumentResponseHeaders: () => undefined,
    },
    inbox: {
      receive: async (delivery) => void received.push(delivery),
      close: () => Promise.resolve(),
    },
    health: () => Promise.resolve(true),
    gauges: () => Promise.resolve({ due: 0, inFlight: 0, suspendedShops: 0, nextDueSeconds: null }),
    oldestDuty: () => Promise.resolve(0),
    prices: () => [],
    viewChoice: () => Promise.resolve(null),
    answerChoice: unexpected('an answer'),
    panel: {
      home: unexpected('the panel'),
      cases: unexpected('the list'),
      caseOf: unexpected('a case'),
      payments: unexpected('the payments'),
      settings: unexpected('the settings'),
      changeSettings: unexpected('a setting'),
      settleNotice: unexpected('a notice'),
      suspension: () => Promise.resolve(null),
      askAgain: unexpected('a question to Shopify'),
      yesToAll: unexpected('a yes to all'),
      setDate: unexpected('a date'),
      approve: unexpected('a yes'),
      resolveAttention: unexpected('a resolution'),
      stopLinks: unexpected('a link that is stopped'),
      sendNow: unexpected('a message now'),
      sendLater: unexpected('a message later'),
      skipStep: unexpected('a message left out'),
      release: unexpected('a release'),
      partFirst: unexpected('a part first'),
      capture: unexpected('a capture'),
      cancel: unexpected('a cancellation'),
      undoCancel: unexpected('a cancellation taken back'),
    },
    close: () => Promise.resolve(),
    ...overrides,
  };
}

/** For tests that never open a page. */
export const NO_PAGES = (): Promise<ServerBuild> =>
  Promise.reject(new Error('No pages in this test'));
