import { authorizationOf, type Bench } from '../bench';
import { CREATE_TERMS, SEND_INVOICE, TERMS_TEMPLATES, VOID } from '../shopify/money';
import { wordsOf, type Answer } from '../shopify/operation';
import type { Order } from '../shopify/read-order';
import type { Notes, Question } from './question';

const linkOf = (order: Order): string | null =>
  order.paymentCollectionDetails.additionalPaymentCollectionUrl;
const there = (link: string | null): string => (link === null ? 'none' : 'there');

async function termsOnReceipt(bench: Bench, id: string): Promise<Answer<unknown>> {
  const { admin, now } = bench.parts;
  const templates = await admin.must(TERMS_TEMPLATES);
  const template = templates.find(({ paymentTermsType }) => paymentTermsType === 'RECEIPT');
  if (!template) throw new Error('The store has no template for terms on receipt.');
  return admin.run(CREATE_TERMS, {
    id,
    terms: {
      paymentTermsTemplateId: template.id,
      paymentSchedules: [{ issuedAt: new Date(now()).toISOString() }],
    },
  });
}

async function voided(bench: Bench): Promise<Order> {
  const { things, admin, shelf } = bench.parts;
  const made = await things.order({ lines: [{ product: shelf.plenty, quantity: 1 }] });
  await admin.must(VOID, { id: authorizationOf(await bench.read(made.id)).id });
  return bench.read(made.id);
}

async function payByHand(bench: Bench, notes: Notes, order: Order, url: string): Promise<void> {
  const place = bench.parts.deliveries.here();
  const change = 'Payment by link after a release cannot be counted on: say so to the merchant.';
  if ((await bench.byHand({ step: 'pay', url, order: order.name })) === null) {
    notes.look({ what: 'paid by link', expected: 'PAID', found: 'skipped', same: null, change });
    return;
  }
  const paid = await bench.until(order.id, (seen) => seen.displayFinancialStatus === 'PAID', 60);
  notes.look({
    what: 'paid by link',
    expected: 'PAID',
    found: String(paid.displayFinancialStatus),
    change,
  });
  notes.look({
    what: 'webhooks of the payment',
    expected: 'orders/paid among them',
    found: bench.parts.deliveries.countsSince(place),
    same: null,
    change: '',
  });
  const mails = await bench.byHand({
    step: 'look',
    order: order.name,
    at: 'the mails that Shopify sent to the customer',
  });
  notes.look({
    what: 'mails about the payment',
    expected: 'a receipt',
    found: mails ?? 'skipped',
    same: null,
    change: '',
  });
}

async function askInvoice(bench: Bench, notes: Notes, order: Order): Promise<void> {
  const invoice = await bench.parts.admin.run(SEND_INVOICE, { id: order.id });
  notes.look({
    what: 'orderInvoiceSend on a voided order without terms',
    expected: 'taken',
    found: wordsOf(invoice),
    change: "Shopify's mail with its pay button is no way to be paid after a void.",
  });
}

async function askEarlyTerms(bench: Bench, notes: Notes): Promise<void> {
  const { things, shelf } = bench.parts;
  const made = await things.order({ lines: [{ product: shelf.plenty, quantity: 1 }] });
  const early = await termsOnReceipt(bench, made.id);
  notes.look({
    what: 'terms on receipt while the money is authorized',
    expected: 'refused',
    found: wordsOf(early),
    same: early.refused.length > 0,
    change: 'Terms can be set before the authorization ends: no void is needed first.',
  });
  notes.set('authorizedTakesTerms', early.refused.length === 0);
}

/** Out: the voided order, and its payment link if it has one. */
async function askVoided(
  bench: Bench,
  notes: Notes,
): Promise<{ order: Order; link: string | null }> {
  const order = await voided(bench);
  const link = linkOf(order);
  notes.look({
    what: 'status after a void',
    expected: 'VOIDED',
    found: String(order.displayFinancialStatus),
    change: 'Correct how the end of an authorization is recognized.',
  });
  notes.look({
    what: 'outstanding after a void',
    expected: '100',
    found: String(order.totalOutstandingSet),
    change: 'A voided order owes nothing: it cannot be paid again, and "release" is no default.',
  });
  notes.look({
    what: 'payment link after a void',
    expected: 'there',
    found: there(link),
    change:
      '"Release" cannot be the default, and "pay by link" is said only where there is a link.',
  });
  notes.set('voidedPayable', link !== null);
  await askInvoice(bench, notes, order);
  return { order, link };
}

async function askTermsAfterwards(bench: Bench, notes: Notes): Promise<void> {
  const second = await voided(bench);
  const terms = await termsOnReceipt(bench, second.id);
  const withTerms = linkOf(await bench.read(second.id));
  notes.look({
    what: 'terms on receipt after a void',
    expected: 'taken',
    found: wordsOf(terms),
    change: 'Payment terms are no way to be paid after a void.',
  });
  notes.look({
    what: 'payment link with terms after a void',
    expected: 'there',
    found: there(withTerms),
    change: 'Payment terms bring no link: do not offer them.',
  });
  notes.set('termsPayable', withTerms !== null);
}

export const afterAVoid: Question = {
  number: 3,
  title: 'Can an order be paid after its authorization was voided?',
  writes: '3 test orders of 100, two of them voided; terms and an invoice on them',
  async ask(bench, notes) {
    await askEarlyTerms(bench, notes);
    const { order, link } = await askVoided(bench, notes);
    await askTermsAfterwards(bench, notes);
    if (link !== null) await payByHand(bench, notes, order, link);
  },
};
