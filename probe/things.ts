import type { Admin } from './shopify/admin';
import { ADD_LOCATION, CREATE_SERVICE, SET_PRODUCT } from './shopify/goods';
import { CREATE_ORDER } from './shopify/money';
import type { Store } from './shopify/store';
import type { Journal, Kind } from './record/journal';
import type { OrderPacing } from './pacing';

export interface Product {
  readonly id: string;
  readonly title: string;
  readonly sku: string;
  readonly variantId: string;
  readonly itemId: string;
  readonly price: number;
}

export interface Place {
  readonly id: string;
  readonly name: string;
}

export interface OrderWish {
  readonly lines: readonly { readonly product: Product; readonly quantity: number }[];
  readonly gateway?: string;
  readonly paid?: boolean;
}

/** Makes what the questions need. Each thing is in the journal before it is in the store. */
export class Things {
  private count = 0;

  constructor(
    private readonly admin: Admin,
    private readonly journal: Journal,
    private readonly pacing: OrderPacing,
    private readonly store: Store,
    private readonly run: string,
    private readonly email: string,
  ) {}

  async location(name: string): Promise<Place> {
    return this.make('location', async (mark) =>
      this.admin.must(ADD_LOCATION, {
        input: {
          name: `${name} ${mark}`,
          fulfillsOnlineOrders: true,
          address: { countryCode: this.country() },
        },
      }),
    );
  }

  async service(): Promise<Place & { readonly locationId: string }> {
    return this.make('service', async (mark) => {
      const made = await this.admin.must(CREATE_SERVICE, { name: mark });
      return { id: made.id, name: made.serviceName, locationId: made.location.id };
    });
  }

  /** In: the stock at each place. Out: a product that may be sold without stock. */
  async product(
    title: string,
    stock: readonly { readonly at: string; readonly quantity: number }[],
    price = 100,
  ): Promise<Product> {
    return this.make('product', async (mark) => {
      const sku = mark.toUpperCase();
      const made = await this.admin.must(SET_PRODUCT, {
        input: {
          title: `${title} (${mark})`,
          tags: [mark],
          status: 'ACTIVE',
          productOptions: [{ name: 'Title', values: [{ name: 'Default Title' }] }],
          variants: [
            {
              optionValues: [{ optionName: 'Title', name: 'Default Title' }],
              price: String(price),
              inventoryPolicy: 'CONTINUE',
              taxable: false,
              inventoryItem: { sku, tracked: true, requiresShipping: true },
              inventoryQuantities: stock.map(({ at, quantity }) => ({
                locationId: at,
                name: 'available',
                quantity,
              })),
            },
          ],
        },
      });
      return { ...made, sku, price };
    });
  }

  /** A test order with one authorization (or one payment) for its whole price. Nobody is written to. */
  async order({ lines, gateway = 'bogus', paid = false }: OrderWish): Promise<Place> {
    await this.pacing.turn();
    const total = lines.reduce((sum, { product, quantity }) => sum + product.price * quantity, 0);
    const amount = { amount: String(total), currencyCode: this.store.currencyCode };
    return this.make('order', (mark) =>
      this.admin.must(CREATE_ORDER, {
        order: {
          test: true,
          email: this.email,
          tags: [mark],
          shippingAddress: this.address(),
          lineItems: lines.map(({ product, quantity }) => ({
            variantId: product.variantId,
            quantity,
            requiresShipping: true,
            taxable: false,
          })),
          transactions: [
            {
              kind: paid ? 'SALE' : 'AUTHORIZATION',
              status: 'SUCCESS',
              test: true,
              gateway,
              amountSet: { shopMoney: amount },
            },
          ],
        },
        options: { inventoryBehaviour: 'DECREMENT_IGNORING_POLICY', sendReceipt: false },
      }),
    );
  }

  /** Something that a person made or changed by hand, to be cleaned up as well. Out: its mark. */
  adopt(kind: Kind, id: string): string {
    const mark = this.mark();
    this.journal.aboutToCreate(kind, mark);
    this.journal.created(mark, id);
    return mark;
  }

  /** Something that was cleaned up already. */
  gone(mark: string): void {
    this.journal.gone(mark);
  }

  async make<T extends { readonly id: string }>(
    kind: Kind,
    create: (mark: string) => Promise<T>,
  ): Promise<T> {
    const mark = this.mark();
    this.journal.aboutToCreate(kind, mark);
    const made = await create(mark);
    this.journal.created(mark, made.id);
    return made;
  }

  private mark(): string {
    this.count += 1;
    return `holdfast-probe-${this.run}-${this.count}`;
  }

  private country(): string {
    return this.store.shopAddress.countryCodeV2 ?? 'US';
  }

  private address(): object {
    return {
      firstName: 'Test',
      lastName: 'Order',
      address1: '1 Test Street',
      city: 'Testville',
      countryCode: this.country(),
    };
  }
}
