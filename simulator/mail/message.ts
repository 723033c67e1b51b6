export interface StoredMessage {
  readonly id: string;
  readonly sender: 'shopify' | 'app';
  readonly kind?: string;
  readonly shop?: string;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Record<string, string>;
  readonly links: string[];
  /** The simulated time, as ISO. */
  readonly receivedAt: string;
  /** The machine's time, as ISO. */
  readonly realTime: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&#38;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&#x3D;': '=',
  '&#61;': '=',
};

const unescapeHtml = (value: string): string =>
  value.replace(/&(?:amp|quot|#38|#39|#61|#x3D);/gi, (entity) => ENTITIES[entity] ?? entity);

/** Every http(s) address that the message offers, in the order in which a reader meets it, each once. */
export function linksIn(text: string, html: string): string[] {
  const found = new Set<string>();
  for (const match of html.matchAll(/href\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)) {
    found.add(unescapeHtml(match[1] ?? match[2] ?? ''));
  }
  for (const match of text.matchAll(/https?:\/\/[^\s<>"')\]]+/gi)) {
    found.add(match[0].replace(/[.,;:!?]+$/, ''));
  }
  return [...found].filter((link) => /^https?:\/\//i.test(link));
}
