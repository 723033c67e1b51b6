import { isStocked, levelId, quantity } from '../../shop/stock';
import type { Level, Product, Shop } from '../../world/types';
import { connection } from '../connection';
import type { Args, Context, View } from '../context';
import { legacyId, locationView, metafieldFields } from './basics';

const total = (shop: Shop, itemId: string): number =>
  shop.levels
    .filter((level) => level.itemId === itemId && isStocked(shop, level))
    .reduce((n, level) => n + level.available, 0);

export function productView(ctx: Context, p: Product): View {
  return {
    __typename: 'Product',
    id: p.id,
    legacyResourceId: legacyId(p.id),
    title: p.title,
    vendor: p.vendor,
    tags: p.tags,
    handle: p.sku.toLowerCase(),
    status: 'ACTIVE',
    isGiftCard: p.giftCard,
    productType: '',
    description: '',
    descriptionHtml: '',
    totalInventory: total(ctx.shop, p.itemId),
    tracksInventory: p.tracked,
    hasOnlyDefaultVariant: true,
    hasOutOfStockVariants: total(ctx.shop, p.itemId) <= 0,
    createdAt: p.createdAt,
    updatedAt: p.updatedAt,
    variants: connection('ProductVariant', [p], (variant) => variantView(ctx, variant)),
    variantsCount: { __typename: 'Count', count: 1, precision: 'EXACT' },
    requiresSellingPlan: false,
    ...metafieldFields([]),
  };
}

export function variantView(ctx: Context, p: Product): View {
  return {
    __typename: 'ProductVariant',
    id: p.variantId,
    legacyResourceId: legacyId(p.variantId),
    title: 'Default Title',
    displayName: `${p.title} - Default Title`,
    sku: p.sku,
    price: p.price,
    position: 1,
    taxable: true,
    availableForSale: p.inventoryPolicy === 'CONTINUE' || total(ctx.shop, p.itemId) > 0,
    inventoryPolicy: p.inventoryPolicy,
    inventoryQuantity: total(ctx.shop, p.itemId),
    sellableOnlineQuantity: total(ctx.shop, p.itemId),
    requiresComponents: false,
    createdAt: p.createdAt,
    updatedAt: p.updatedAt,
    product: () => productView(ctx, p),
    inventoryItem: () => itemView(ctx, p),
    selectedOptions: [],
    ...metafieldFields([]),
  };
}

export function itemView(ctx: Context, p: Product): View {
  const levels = ctx.shop.levels.filter((level) => level.itemId === p.itemId);
  const shown = (args: Args): Level[] =>
    levels.filter((level) => args.includeInactive === true || isStocked(ctx.shop, level));
  return {
    __typename: 'InventoryItem',
    id: p.itemId,
    legacyResourceId: legacyId(p.itemId),
    sku: p.sku,
    tracked: p.tracked,
    requiresShipping: p.requiresShipping,
    createdAt: p.createdAt,
    updatedAt: p.updatedAt,
    duplicateSkuCount: 0,
    locationsCount: { __typename: 'Count', count: shown({}).length, precision: 'EXACT' },
    variant: () => variantView(ctx, p),
    variants: connection('ProductVariant', [p], (variant) => variantView(ctx, variant)),
    inventoryLevel: (args: Args) => {
      const level = shown(args).find(({ locationId }) => locationId === String(args.locationId));
      return level ? levelView(ctx, level) : null;
    },
    inventoryLevels: (args: Args) =>
      connection('InventoryLevel', shown(args), (level) => levelView(ctx, level))(args),
  };
}

export function levelView(ctx: Context, level: Level): View {
  const id = levelId(level);
  return {
    __typename: 'InventoryLevel',
    id,
    isActive: isStocked(ctx.shop, level),
    canDeactivate: level.active,
    createdAt: level.updatedAt,
    updatedAt: level.updatedAt,
    item: () => {
      const product = ctx.shop.products.find((candidate) => candidate.itemId === level.itemId);
      return product ? itemView(ctx, product) : null;
    },
    location: () => {
      const location = ctx.shop.locations.find((candidate) => candidate.id === level.locationId);
      return location ? locationView(location) : null;
    },
    quantities: (args: Args) =>
      (Array.isArray(args.names) ? args.names.map(String) : []).flatMap((name) => {
        const n = quantity(level, name);
        return n === undefined
          ? []
          : [
              {
                __typename: 'InventoryQuantity',
                id: `${id.replace('InventoryLevel', 'InventoryQuantity')}&name=${name}`,
                name,
                quantity: n,
                updatedAt: level.updatedAt,
              },
            ];
      }),
  };
}
