/**
 * Stand for the customer's own links in everything that is rendered and kept: whoever reads the evidence can't cancel or
 * open the order in the customer's name. Only the sending side puts the addresses in.
 */
export const CHOICE_LINK = '%%CHOICE_LINK%%';
export const PAYMENT_LINK = '%%PAYMENT_LINK%%';

export interface Message {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const escapeHtml = (value: string): string =>
  value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

function fill(message: Message, placeholder: string, address: string): Message {
  return {
    subject: message.subject,
    text: message.text.replaceAll(placeholder, () => address),
    html: message.html.replaceAll(placeholder, () => escapeHtml(address)),
  };
}

/** The message as it goes out. What is kept is the message before this. A message without the placeholder stays as it is. */
export function fillLinks(
  message: Message,
  links: { readonly choice: string; readonly payment: string | null },
): Message {
  const withChoice = fill(message, CHOICE_LINK, links.choice);
  return links.payment === null ? withChoice : fill(withChoice, PAYMENT_LINK, links.payment);
}

/** Kept words as they are shown or sent to somebody else than the customer: each placeholder says what stood there. */
export function showLinks(text: string): string {
  return text
    .replaceAll(CHOICE_LINK, '[the customer’s own link]')
    .replaceAll(PAYMENT_LINK, '[the link to pay]')
    .replace(/%%[A-Z_]+%%/g, '[link]');
}

const has = (message: Message, placeholder: string): boolean =>
  message.text.includes(placeholder) || message.html.includes(placeholder);

/** Whether the message needs the customer's link before it may go out. */
export function needsChoiceLink(message: Message): boolean {
  return has(message, CHOICE_LINK);
}

export function needsPaymentLink(message: Message): boolean {
  return has(message, PAYMENT_LINK);
}
