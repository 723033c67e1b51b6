import { addMs } from '../../app/domain/calendar';
import { calendarOf, PAYS_AFTER, SHIPS_EVERY, SLEEPS } from './calendar';
import { act, askForPart, react, ship } from './people';
import { KETTLE, LAMP, type Scene, setUp, type Stage } from './stage';

export interface Played extends Stage {
  /** When the customer said yes to the ready part first; null when they didn't, or couldn't. */
  readonly agreedAt: Date | null;
}

/** One step of the play: so many milliseconds after the order. */
interface Cue {
  readonly after: number;
  readonly run: () => void | Promise<void>;
}

/** Plays one order from its placing to the end of the calendar. */
export async function play(scene: Scene, first: 'actor' | 'customer' = 'actor'): Promise<Played> {
  const stage = await setUp(scene);
  const { shop, order } = stage;
  const calendar = calendarOf(scene, first);
  let agreedAt: Date | null = null;
  let answered = 0;

  const cues: Cue[] = [
    { after: calendar.actor, run: () => act(stage, scene.actor) },
    { after: calendar.reaction, run: () => react(stage, scene.reaction) },
  ];
  if (scene.order === 'part-first')
    cues.push({
      after: calendar.partFirst,
      run: async () => {
        if (await askForPart(stage)) agreedAt = shop.now();
      },
    });
  if (scene.late !== undefined)
    cues.push(
      { after: calendar.end - SLEEPS.before, run: () => shop.change({ paused: true }) },
      { after: calendar.end + SLEEPS.after, run: () => shop.change({ paused: false }) },
    );
  if (calendar.arrival !== null)
    cues.push({
      after: calendar.arrival,
      run: () => {
        if (scene.order === 'whole') shop.shopify.arrive(LAMP, 1);
        shop.shopify.arrive(KETTLE, 2);
      },
    });
  for (let after = calendar.firstShipping; after < calendar.ends; after += SHIPS_EVERY)
    cues.push({ after, run: () => ship(stage) });

  /** Each request that came in since the last cue is paid a day after it came. */
  const answerRequests = (): void => {
    const requests = shop.letters(order.id).filter(({ mail }) => mail.step === 'payment-request');
    for (const { at } of requests.slice(answered))
      cues.push({
        after: at.getTime() - order.placedAt.getTime() + PAYS_AFTER,
        run: () => void shop.shopify.payByLink(order.id),
      });
    answered = requests.length;
  };

  for (;;) {
    cues.sort((a, b) => a.after - b.after);
    const next = cues.shift();
    if (next === undefined) break;
    await shop.advanceTo(addMs(order.placedAt, next.after));
    await next.run();
    if (scene.stock !== 'after-unpaid') answerRequests();
  }
  await shop.advanceTo(addMs(order.placedAt, calendar.ends));
  return { ...stage, agreedAt };
}
