import type { Agreement, Case } from '../domain/case';
import { whyNoCapture } from '../domain/decide/by-hand';
import { moneyOf, type Situation } from '../domain/effects/situation';
import type { Intent } from '../domain/intent';
import type { OrderSnapshot } from '../domain/order';
import type { PanelAgreement, PanelMoney, PanelPart } from '../domain/panel-view';
import type { Shop } from '../domain/settings';
import type { Demand } from '../ports';
import { shut } from './hand-acts';
import { moneyFigures, moneyForMerchant } from './panel-money';
import { moneyAhead, partView } from './panel-money-next';
import { agreementInWords } from './panel-words';
import { stockOf } from './situation';

const agreementView = ({ to, at, words }: Agreement): PanelAgreement => ({
  at: at.toISOString(),
  what: agreementInWords(to),
  words,
});

/** What a person could send first; not while nothing may leave. */
function partOf(situation: Situation): PanelPart | null {
  const part = partView(situation);
  return part && { ...part, whyNot: part.whyNot ?? shut(situation.shop.settings) };
}

export interface MoneyFacts {
  readonly value: Case;
  readonly shop: Shop;
  readonly intents: readonly Intent[];
  readonly demand: readonly Demand[];
}

/** The money card of a case: Shopify's truth, and what becomes of it. */
export function caseMoney(order: OrderSnapshot | null, facts: MoneyFacts, now: Date): PanelMoney {
  const agreements = (facts.value.agreements ?? []).map(agreementView);
  if (order === null)
    return {
      sentence: null,
      whyNoCapture: 'Shopify could not be asked.',
      next: [],
      agreements,
      part: null,
      figures: [],
    };
  const { value, shop, intents, demand } = facts;
  const situation = { now, order, case: value, intents, shop, ...stockOf(order, demand) };
  const picture = moneyOf(situation);
  return {
    sentence: moneyForMerchant(picture, now, shop.timezone),
    whyNoCapture: whyNoCapture(situation) ?? shut(shop.settings),
    next: moneyAhead(situation),
    agreements,
    part: partOf(situation),
    figures: moneyFigures(picture, now),
  };
}
