import { z } from 'zod';

/* What the rows of the table are made of. Their meaning, and the calendar, are in README.md beside this file. */

export const LEVELS = {
  plan: ['basic', 'plus'],
  capture: ['manual', 'checkout', 'on-fulfillment', 'per-fulfillment'],
  gateway: ['shopify_payments', 'paypal', 'klarna', 'at-once', 'half-gift-card'],
  order: ['whole', 'part', 'part-first'],
  stock: ['before', 'window', 'after-paid', 'after-unpaid', 'never'],
  reaction: ['keep', 'cancel', 'cancel-line', 'silence'],
  actor: [
    'nobody',
    'merchant-captures',
    'app-voids',
    'flow-captures',
    'merchant-cancels',
    'merchant-releases',
    'merchant-removes-unit',
    'dispute',
  ],
} as const;

export const Combination = z.object({
  plan: z.enum(LEVELS.plan),
  capture: z.enum(LEVELS.capture),
  gateway: z.enum(LEVELS.gateway),
  order: z.enum(LEVELS.order),
  stock: z.enum(LEVELS.stock),
  reaction: z.enum(LEVELS.reaction),
  actor: z.enum(LEVELS.actor),
});
export type Combination = Readonly<z.infer<typeof Combination>>;

export const isChargedAtOnce = ({ capture, gateway }: Combination): boolean =>
  capture === 'checkout' || gateway === 'at-once';

const needsAuthorization = ({ actor }: Combination): boolean =>
  actor === 'merchant-captures' || actor === 'flow-captures' || actor === 'app-voids';

/** What can't meet, and why. */
const IMPOSSIBLE: readonly { readonly why: string; readonly of: (c: Combination) => boolean }[] = [
  {
    why: 'only Plus captures per fulfillment',
    of: (c) => c.capture === 'per-fulfillment' && c.plan !== 'plus',
  },
  {
    why: 'several captures of one authorization need Shopify Payments',
    of: (c) =>
      c.capture === 'per-fulfillment' && (c.gateway === 'paypal' || c.gateway === 'klarna'),
  },
  {
    why: 'what was charged at checkout leaves nothing to capture or void',
    of: (c) => needsAuthorization(c) && isChargedAtOnce(c),
  },
  {
    why: 'only what was charged can be disputed',
    of: (c) => c.actor === 'dispute' && !isChargedAtOnce(c),
  },
  {
    why: 'who releases the hold by hand sends the order as it stands: nothing is left to send first',
    of: (c) => c.actor === 'merchant-releases' && c.order === 'part-first',
  },
];

/** Why these levels can't meet; null when they can. */
export function whyImpossible(combination: Combination): string | null {
  return IMPOSSIBLE.find(({ of }) => of(combination))?.why ?? null;
}

type Partly = Readonly<Record<string, string>>;

/** Every combination that can occur: the full product less what can't meet. */
export function allCombinations(): Combination[] {
  let product: Partly[] = [{}];
  for (const [factor, levels] of Object.entries(LEVELS))
    product = product.flatMap((partly) => levels.map((level) => ({ ...partly, [factor]: level })));
  return product
    .map((partly) => Combination.parse(partly))
    .filter((combination) => whyImpossible(combination) === null);
}

/** Each two of its levels, in words: "gateway paypal with stock never". */
export function pairsOf(combination: Combination): string[] {
  const named = Object.entries(Combination.parse(combination));
  return named.flatMap(([factor, level], index) =>
    named.slice(index + 1).map(([other, its]) => `${factor} ${level} with ${other} ${its}`),
  );
}
