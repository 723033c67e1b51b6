/**
 * The words of one step, in Liquid. The text and the html are made from the same body, so that neither says less than
 * the other: paragraphs are parted by blank lines, `{% render %}` puts in the parts that look different in each.
 */
export interface Words {
  readonly subject: string;
  /** What a mail program shows beside the subject. */
  readonly preheader: string;
  readonly heading: string;
  readonly body: string;
}
