import type { Step } from '../../../app/domain/case';
import type { Said } from '../../../app/domain/history';
import type { LineId } from '../../../app/domain/ids';
import { isPositive, minus, sum, zero } from '../../../app/domain/money';
import { formatDay } from '../../../app/emails/format';
import { SAYS_NOT_CHARGED } from '../../../app/emails/money-sentence';
import { viewChoice } from '../../../app/use-cases/choices';
import type { Deps } from '../../../app/use-cases/deps';
import type { PlacedOrder, PlacedPayment } from '../shop';
import type { Letter } from './post';

const LINK = /https:\/\/holdfast\.example\/choice\/(\S+)/;

export function tokenIn(text: string): string | null {
  return LINK.exec(text)?.[1] ?? null;
}

export function isStep(step: string): step is Step {
  return step !== 'customer-data';
}

/** Amounts as the customer reads them, as plain decimals: "$1,040.00" is "1040.00", "¥500" is "500". */
function amountsIn(text: string): string[] {
  return [...text.matchAll(/(?:[$€£¥]|\b[A-Z]{3}\u00a0)(\d[\d,]*(?:\.\d+)?)/g)].map((match) =>
    (match[1] ?? '').replaceAll(',', ''),
  );
}

/** A working way out: the link opens, and each line that waits can be cancelled or is being cancelled already. */
async function hasOffer(deps: Deps, text: string): Promise<boolean> {
  const token = tokenIn(text);
  const view = token === null ? null : await viewChoice(deps, token);
  if (view === null) return false;
  return view.lines.every(
    (line) => line.short === 0 || line.canCancel || line.choice === 'cancel-requested',
  );
}

/** The letter as the customer and an auditor see it: from its words and from Shopify's books. */
export async function saidIn(
  deps: Deps,
  letter: Letter,
  order: PlacedOrder,
  known: {
    readonly timezone: string;
    /** The date that was last given for each line. */
    readonly given: ReadonlyMap<LineId, Date | null>;
  },
): Promise<Said | null> {
  const { mail, at, outcome } = letter;
  if (!isStep(mail.step)) return null;
  const currency = order.shipping.currencyCode;
  const isCard = (t: PlacedPayment): boolean => t.gateway === 'gift_card' && t.status === 'success';
  const byCard = (kind: 'sale' | 'refund') =>
    sum(
      order.transactions.filter((t) => isCard(t) && t.kind === kind).map((t) => t.amount),
      currency,
    );
  const giftCard = minus(byCard('sale'), byCard('refund'));
  const charged = minus(order.taken, giftCard);
  const named = (line: LineId): Date | null => {
    const date = known.given.get(line) ?? null;
    if (date === null || mail.step === 'date-passed') return null;
    return mail.text.includes(formatDay(date, at, order.customer.locale, known.timezone))
      ? date
      : null;
  };
  return {
    kind: 'said',
    at,
    order: order.id,
    customer: mail.to,
    step: mail.step,
    messageId: mail.messageId,
    outcome,
    hasOffer: await hasOffer(deps, mail.text),
    claimsNotCharged: SAYS_NOT_CHARGED.test(mail.text),
    money: {
      charged: isPositive(charged) ? charged : zero(currency),
      pending: order.pending,
      giftCard,
      named: amountsIn(mail.text),
    },
    dates:
      tokenIn(mail.text) !== null
        ? order.lines.map((line) => ({ line: line.id, date: named(line.id) }))
        : [],
  };
}
