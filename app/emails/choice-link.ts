/**
 * Stands for the customer's own link in everything that is rendered and kept: whoever reads the evidence can't cancel
 * in the customer's name. Only the sending side puts the address in.
 */
export const CHOICE_LINK = '%%CHOICE_LINK%%';

export interface Message {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const escapeHtml = (value: string): string =>
  value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The message as it goes out. What is kept is the message before this. */
export function fillChoiceLink(message: Message, address: string): Message {
  return {
    subject: message.subject,
    text: message.text.replaceAll(CHOICE_LINK, () => address),
    html: message.html.replaceAll(CHOICE_LINK, () => escapeHtml(address)),
  };
}

/** Whether the message needs a link before it may go out. */
export function needsChoiceLink(message: Message): boolean {
  return message.text.includes(CHOICE_LINK) || message.html.includes(CHOICE_LINK);
}
