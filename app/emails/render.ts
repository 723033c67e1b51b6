import { Liquid, type Template } from 'liquidjs';
import { type Step, STEPS } from '../domain/case';
import type { Message } from './links';
import type { MessageInput } from './message-input';
import { htmlLayout, htmlParts, PARAGRAPH } from './parts/html';
import { textLayout, textParts } from './parts/text';
import { labels, sharedParts, words } from './templates/en';
import type { Words } from './templates/words';
import { viewOf } from './view';

/* Templates are TypeScript strings: a bundle then needs no file beside it, and a broken template breaks the build's tests. */

type Parsed = Readonly<Record<keyof Words, Template[]>>;

interface Medium {
  readonly engine: Liquid;
  readonly layout: Template[];
  readonly steps: ReadonlyMap<Step, Parsed>;
}

function medium(parts: Readonly<Record<string, string>>, layout: string, escape: boolean): Medium {
  const engine = new Liquid({
    templates: { ...sharedParts, ...parts },
    strictFilters: true,
    ownPropertyOnly: true,
    // Parts are put in by name: without it each of them is parsed anew for every message.
    cache: true,
    ...(escape ? { outputEscape: 'escape' as const } : {}),
  });
  const parsed = (step: Step): Parsed => ({
    subject: engine.parse(words[step].subject),
    preheader: engine.parse(words[step].preheader),
    heading: engine.parse(words[step].heading),
    body: engine.parse(words[step].body),
  });
  return {
    engine,
    layout: engine.parse(layout),
    steps: new Map(STEPS.map((step) => [step, parsed(step)])),
  };
}

const text = medium(textParts, textLayout, false);
const html = medium(htmlParts, htmlLayout, true);

const paragraphs = (body: string): string[] =>
  body
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');

/** Escaped words can't start with a tag, so what does is one of our parts. */
const inHtml = (paragraph: string): string =>
  paragraph.startsWith('<') ? paragraph : `<p style="${PARAGRAPH}">${paragraph}</p>`;

/**
 * One message in its customer's words.
 * - pure: the same input gives the same message, byte for byte, which is what is kept as evidence;
 * - a message that tells of a delay or asks for the payment has the placeholder `CHOICE_LINK` in text and html, and one
 *   that asks for the payment `PAYMENT_LINK`; any other has none;
 * - nothing in the input can become markup.
 */
export function renderMessage(input: MessageInput): Message {
  const view = viewOf(input);
  const globals = { ...view, labels };
  const draw = ({ engine, steps }: Medium, part: keyof Words): string => {
    const parsed = steps.get(view.lead)?.[part];
    if (!parsed) throw new Error(`There are no words for ${view.lead}`);
    return String(engine.renderSync(parsed, {}, { globals })).trim();
  };
  const lay = ({ engine, layout }: Medium, content: string): string =>
    String(
      engine.renderSync(
        layout,
        {
          content,
          subject: draw(text, 'subject'),
          heading: draw(text, 'heading'),
          preheader: draw(text, 'preheader'),
        },
        { globals },
      ),
    );
  return {
    subject: draw(text, 'subject'),
    text: lay(text, paragraphs(draw(text, 'body')).join('\n\n')),
    html: lay(html, paragraphs(draw(html, 'body')).map(inHtml).join('\n')),
  };
}
