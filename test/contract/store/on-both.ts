import type { ShopId } from '../../../app/domain/ids';
import type { Store, Tx } from '../../../app/ports';
import { openMemoryHarness, openRealHarness, type StoreHarness } from '../../support/store-harness';
import { SHOP } from '../../support/store-rows';

/** A store that is empty before each case, with short words for its transactions. */
export interface OnStore {
  readonly harness: StoreHarness;
  readonly store: Store;
  act<T>(work: (tx: Tx) => Promise<T>, shop?: ShopId): Promise<T>;
  see<T>(work: (tx: Tx) => Promise<T>, shop?: ShopId): Promise<T>;
}

function onStore(open: () => Promise<StoreHarness>): OnStore {
  let running: StoreHarness | undefined;
  const harness = (): StoreHarness => {
    if (running === undefined) throw new Error('the store is not there yet');
    return running;
  };
  beforeAll(async () => {
    running = await open();
  });
  afterAll(() => running?.close());
  beforeEach(() => harness().clear());
  return {
    get harness() {
      return harness();
    },
    get store() {
      return harness().store;
    },
    act: (work, shop = SHOP) => harness().store.transact(shop, {}, work),
    see: (work, shop = SHOP) => harness().store.read(shop, work),
  };
}

/** What every store must do, on the real one and on the one in memory that the histories run on. */
export function onBothStores(what: string, cases: (on: OnStore) => void): void {
  describe.each([
    ['PostgreSQL', openRealHarness],
    ['memory', openMemoryHarness],
  ])(`${what}, in %s`, (_name, open) => cases(onStore(open)));
}
