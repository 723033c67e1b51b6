import { z } from 'zod';
import { stockProduct } from '../../shop/open-shop';
import { notFound } from '../../world/refusal';
import type { Product } from '../../world/types';
import type { Args, Context } from '../context';
import { productView } from '../views/product';
import { answer } from './payload';

const productInput = z.object({
  title: z.string(),
  vendor: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
  variants: z
    .array(
      z.object({
        price: z.union([z.string(), z.number()]).transform(String),
        inventoryPolicy: z.enum(['CONTINUE', 'DENY']).default('DENY'),
        inventoryItem: z.object({
          sku: z.string(),
          tracked: z.boolean().default(true),
          requiresShipping: z.boolean().default(true),
        }),
        inventoryQuantities: z
          .array(z.object({ locationId: z.string(), name: z.string(), quantity: z.number().int() }))
          .min(1),
      }),
    )
    .length(1),
});

/** Products of one variant, each with a SKU of its own: what this simulator's shelf knows. */
export const catalogMutations = (ctx: Context): Record<string, (args: Args) => unknown> => ({
  productSet: (args) =>
    answer('ProductSetPayload', () => ({
      product: productView(ctx, setProduct(ctx, args)),
      productSetOperation: null,
    })),
  productDelete: (args) =>
    answer('ProductDeletePayload', () => {
      const { id } = z.object({ id: z.string() }).parse(args.input);
      const product = ctx.shop.products.find((candidate) => candidate.id === id);
      if (!product) throw notFound('Product', null, ['id']);
      ctx.shop.products = ctx.shop.products.filter((candidate) => candidate !== product);
      ctx.shop.levels = ctx.shop.levels.filter((level) => level.itemId !== product.itemId);
      return { deletedProductId: id };
    }),
});

function setProduct(ctx: Context, args: Args): Product {
  const { title, vendor, tags, variants } = productInput.parse(args.input);
  const made = variants.flatMap(({ inventoryQuantities, inventoryItem, price, inventoryPolicy }) =>
    inventoryQuantities.map(({ locationId, quantity }) =>
      stockProduct(ctx.world, ctx.shop, {
        ...inventoryItem,
        title,
        vendor: vendor ?? '',
        tags: tags ?? [],
        price,
        inventoryPolicy,
        available: quantity,
        location: locationId,
        giftCard: false,
      }),
    ),
  );
  const product = made[0];
  if (!product) throw notFound('The variant', null, ['input', 'variants']);
  return product;
}
