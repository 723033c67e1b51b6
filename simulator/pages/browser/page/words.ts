export interface Event {
  readonly kind: string;
  readonly by: string;
  readonly shop: string;
  readonly target?: string;
  readonly orderId?: string;
}

export interface Letter {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
}

const PLURALS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  order: ['new order', 'new orders'],
  authorization: ['payment authorized', 'payments authorized'],
  payment: ['payment', 'payments'],
  capture: ['payment captured', 'payments captured'],
  void: ['authorization voided', 'authorizations voided'],
  lapse: ['authorization lapsed', 'authorizations lapsed'],
  refund: ['refund', 'refunds'],
  cancel: ['order cancelled', 'orders cancelled'],
  edit: ['order edited', 'orders edited'],
  hold: ['hold placed', 'holds placed'],
  release: ['hold released', 'holds released'],
  fulfillment: ['parcel packed', 'parcels packed'],
  stock: ['stock change', 'stock changes'],
  terms: ['payment terms given', 'payment terms given'],
  accept: ['order taken on by a third party', 'orders taken on by a third party'],
  'cancellation-request': ['request to a third party', 'requests to a third party'],
  'cancellation-answer': ['answer of a third party', 'answers of a third party'],
  fault: ['fault set', 'faults set'],
  'fulfillment-event': ['word from the carrier', 'words from the carrier'],
};

const MOST_LETTERS = 4;

function link(href: string, text: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = text;
  return made;
}

/** "2 letters (…), 1 payment captured, 1 hold released" with the letters as links. */
export function counted(news: {
  readonly letters: readonly Letter[];
  readonly events: readonly Event[];
}): (Node | string)[] {
  const kinds = new Map<string, number>();
  for (const { kind } of news.events) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const events = [...kinds].map(([kind, count]) => {
    const [one, many] = PLURALS[kind] ?? [kind.replaceAll('-', ' '), kind.replaceAll('-', ' ')];
    return `${count} ${count === 1 ? one : many}`;
  });
  const parts: (Node | string)[][] = [];
  if (news.letters.length > 0) parts.push(letters(news.letters));
  if (events.length > 0) parts.push([link('/ledger', events.join(', '))]);
  if (parts.length === 0) return ['nothing to see yet.'];
  return parts.flatMap((part, index) => (index === 0 ? part : ['; ', ...part]));
}

function letters(all: readonly Letter[]): (Node | string)[] {
  const newest = all.slice(-MOST_LETTERS).toReversed();
  const named = newest.flatMap(({ id, to, subject }, index): (Node | string)[] => [
    index === 0 ? '' : ', ',
    link(`/mail?id=${encodeURIComponent(id)}`, `“${subject}”`),
    ` to ${to.replace(/@.*/, '')}`,
  ]);
  const more = all.length > newest.length ? [` and ${all.length - newest.length} more`] : [];
  return [`${all.length} new ${all.length === 1 ? 'letter' : 'letters'}: `, ...named, ...more];
}
