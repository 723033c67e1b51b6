import { DateTime } from 'luxon';
import { type Absence, isAway } from '../../app/domain/absence';
import { addMs } from '../../app/domain/calendar';
import type { Case, Step, TimelineEntry } from '../../app/domain/case';
import type { AgreementAnswer, ChoiceOutcome, LineAnswer } from '../../app/domain/choice-view';
import type { Fact, History } from '../../app/domain/history';
import { type LineId, type OrderId, ShopId } from '../../app/domain/ids';
import { type Intent, intentKey } from '../../app/domain/intent';
import { Settings } from '../../app/domain/settings';
import type { TaskBody } from '../../app/domain/task';
import type { ShutOut } from '../../app/errors';
import type { Log, Shopify, Work } from '../../app/ports';
import { answerChoice, viewChoice } from '../../app/use-cases/choices';
import type { Deps } from '../../app/use-cases/deps';
import { installShop } from '../../app/use-cases/install';
import {
  approve,
  changeSettings,
  setDate,
  settleAttention,
} from '../../app/use-cases/merchant-acts';
import { createOnDead, createOnNoAccess, createPerform } from '../../app/use-cases/perform';
import { type Checkout, type Controls, createShop, type PlacedOrder, type ShopSetup } from './shop';
import { openMemoryDesk, type OpenDesk, type Performers } from './desk';
import { factsOfAnswer } from './harness/answer-facts';
import { createHints, FAIR, type Weather } from './harness/hints';
import { saidIn, tokenIn } from './harness/letter-facts';
import { createPost, type Letter, type PostFault } from './harness/post';
import { chance } from './harness/random';
import { createPlainSecrets } from './harness/secrets';
import { factsOfTimeline } from './harness/timeline-facts';

/** What a test puts between the app and its world, such as a guard that is broken on purpose. */
export interface Between {
  readonly shopify?: (port: Shopify) => Shopify;
  readonly work?: (work: Work) => Work;
  readonly pool?: Pool;
}

/** Workers that perform tasks side by side, as the real pool's do; without one there is a single worker. */
export interface Pool {
  readonly size: number;
  /** What a worker without a task does while another is still at one. */
  turn(): Promise<void>;
  /** Sees the workers, which are under way, to their end. */
  run(workers: Promise<unknown>): Promise<void>;
}

export interface HarnessInput {
  readonly store: ShopSetup;
  readonly settings: Partial<Settings>;
  readonly start: Date;
  readonly seed?: number;
  readonly weather?: Weather;
  readonly between?: Between;
  /** Where the rows and tasks are: in memory unless said. */
  readonly openDesk?: OpenDesk;
}

export const SHOP = ShopId.parse('maple.myshopify.com');
const SILENT = (): void => undefined;
const QUIET: Log = { debug: SILENT, info: SILENT, warn: SILENT, error: SILENT };

/** The app's own use cases on a desk and the simulated Shopify, driven by simulated time. */
export async function createHarness(input: HarnessInput) {
  let now = input.start;
  const random = chance(input.seed ?? 1);
  const clock = { now: () => now };
  const hints = createHints(input.weather ?? FAIR, random);
  const hint = (body: TaskBody): void => hints.send(now, body);
  let deaf = false;
  const shopify = createShop(input.store, {
    now: clock.now,
    hint: (body) => (deaf || hints.isGone() ? undefined : hint(body)),
  });
  const post = createPost(clock.now);
  const desk = await (input.openDesk ?? openMemoryDesk)({ clock, log: QUIET });
  const { store } = desk;
  const deps: Deps = {
    store,
    shopify: input.between?.shopify?.(shopify.port) ?? shopify.port,
    mailer: post.mailer,
    secrets: createPlainSecrets(),
    tokens: { forget: async () => undefined },
    clock,
    log: QUIET,
    appUrl: 'https://holdfast.example',
    defaultSender: { name: 'Holdfast', email: 'post@holdfast.example' },
  };
  /** What people did and what letters said, which neither Shopify nor the timeline tells. */
  const facts: Fact[] = [{ kind: 'installed', at: now }];
  const given = new Map<LineId, Date | null>();
  let read = 0;
  let performed = 0;

  const settings = Settings.parse({ mode: 'automatic', ...input.settings });
  facts.push({ kind: 'settings-changed', at: now, settings });
  const { timezone } = input.store;
  await store.transact(SHOP, {}, async (tx) => {
    const { name, email, currencyCode } = await shopify.port.readShop(SHOP);
    await tx.saveShop({
      name,
      email,
      currencyCode,
      timezone,
      installedAt: now,
      uninstalledAt: null,
    });
    await tx.saveSettings(settings);
  });

  const caseOf = (order: OrderId): Promise<Case | null> =>
    store.read(SHOP, (tx) => tx.loadCase(order));
  const timeline = (order: OrderId): Promise<TimelineEntry[]> =>
    store.read(SHOP, (tx) => tx.timeline(order));
  const intents = (order: OrderId): Promise<Intent[]> =>
    store.read(SHOP, (tx) => tx.intents(order));

  const orderOfLetter = (letter: Letter): PlacedOrder | undefined => {
    const tail = letter.mail.messageId.split('.')[1];
    return shopify.controls.orders().find((order) => order.id.endsWith(`/${tail}`));
  };
  const readLetters = async (): Promise<void> => {
    while (read < post.letters.length) {
      const letter = post.letters[read];
      read += 1;
      const order = letter === undefined ? undefined : orderOfLetter(letter);
      if (letter === undefined || order === undefined) continue;
      const said = await saidIn(deps, letter, order, { timezone, given });
      if (said !== null) facts.push(said);
    }
  };

  let door: 'open' | 'shut' | 'open again' = 'open';
  /** The app goes on once it has noticed that it may. */
  const noticeReturn = async (): Promise<void> => {
    if (door !== 'open again') return;
    if (isAway(await store.read(SHOP, (tx) => tx.absence()))) return;
    door = 'open';
    facts.push({ kind: 'resumed', at: now });
  };

  const perform = createPerform(deps);
  /** Tasks that are being performed now. */
  let busy = 0;
  const performers: Performers = {
    async perform(work) {
      busy += 1;
      await perform(input.between?.work?.(work) ?? work).finally(() => (busy -= 1));
    },
    onDead: createOnDead(deps),
    onNoAccess: createOnNoAccess(deps),
  };
  const doNext = desk.worker(performers);
  const pool = input.between?.pool;
  const worker = async (): Promise<void> => {
    for (;;) {
      if (await doNext()) {
        performed += 1;
        await readLetters();
        await noticeReturn();
      } else if (busy === 0) return;
      else await pool?.turn();
    }
  };
  const runDueTasks = async (): Promise<void> => {
    if (pool === undefined) return worker();
    await pool.run(Promise.all(Array.from({ length: pool.size }, worker)));
  };
  const deliver = async (): Promise<void> => {
    const bodies = hints.arrived(now);
    if (bodies.length === 0) return;
    await store.transact(SHOP, {}, (tx) =>
      tx.addTasks(bodies.map((body) => ({ shop: SHOP, body, dueAt: now }))),
    );
  };
  const nextAt = async (): Promise<Date | null> =>
    [await desk.nextDueAt(), hints.nextAt(), shopify.nextOwnAct()]
      .filter((at) => at !== null)
      .reduce<Date | null>((first, at) => (first === null || at < first ? at : first), null);

  const advanceTo = async (until: Date): Promise<void> => {
    for (let next = await nextAt(); next !== null && next <= until; next = await nextAt()) {
      if (next > now) now = next;
      shopify.actUntil(now);
      await deliver();
      await runDueTasks();
    }
    if (until > now) now = until;
  };

  const linkTo = (order: OrderId): string | null => {
    const mine = post.letters.filter(
      (letter) => letter.arrived && orderOfLetter(letter)?.id === order,
    );
    return (
      mine.map((letter) => tokenIn(letter.mail.text)).findLast((token) => token !== null) ?? null
    );
  };

  const harness = {
    deps,
    shopId: SHOP,
    desk,
    store,
    shopify: shopify.controls as Controls,
    timezone,
    now: (): Date => now,
    performed: (): number => performed,
    advanceTo,
    advance: (ms: number): Promise<void> => advanceTo(addMs(now, ms)),
    /** "2026-03-02 12:00" by the shop's clock. */
    at: (text: string): Date => DateTime.fromSQL(text, { zone: timezone }).toJSDate(),
    until: (text: string): Promise<void> => advanceTo(harness.at(text)),
    caseOf,
    timeline,
    intents,
    place: (checkout: Checkout): PlacedOrder => shopify.controls.place(checkout),
    letters: (order?: OrderId): Letter[] =>
      post.letters.filter((letter) => order === undefined || orderOfLetter(letter)?.id === order),
    steps: (order?: OrderId): Step[] =>
      facts.flatMap((fact) =>
        fact.kind === 'said' && (order === undefined || fact.order === order) ? [fact.step] : [],
      ),
    mailFault: (fault: PostFault, after?: number): void => post.fault(fault, after),
    mailHeals: post.heal,
    hint,

    /** Follows the newest link in the customer's mail and answers; null when they have none. */
    async choose(
      order: OrderId,
      action: LineAnswer['action'],
      lines?: readonly LineId[],
    ): Promise<ChoiceOutcome | null> {
      const token = linkTo(order);
      if (token === null) return null;
      const lineIds = lines ?? shopify.controls.order(order).lines.map((line) => line.id);
      const outcome = await answerChoice(deps, token, { action, lineIds });
      const value = await caseOf(order);
      if (outcome.kind === 'done' && value !== null)
        facts.push(...factsOfAnswer(value, { action, lineIds }, now));
      return outcome;
    },
    /** Follows the newest link and says yes to what the page offers, for the amount that it shows; null when nothing is. */
    async agree(order: OrderId, to: AgreementAnswer['action']): Promise<ChoiceOutcome | null> {
      const token = linkTo(order);
      const view = token === null ? null : await viewChoice(deps, token);
      const offer = to === 'part-first' ? view?.offers.partFirst : view?.offers.chargeEarly;
      if (token === null || offer == null) return null;
      const answer = { action: to, amount: offer.amount.amount };
      const outcome = await answerChoice(deps, token, answer);
      const value = await caseOf(order);
      if (outcome.kind === 'done' && value !== null)
        facts.push(...factsOfAnswer(value, answer, now));
      return outcome;
    },
    /** Goes through everything that has changed in the shop, as the app does every hour. */
    async reconcile(): Promise<void> {
      hint({ kind: 'reconcile' });
      await advanceTo(addMs(now, 60_000));
    },
    /** From now on no webhook arrives any more, or again. */
    loseWebhooks(lost: boolean): void {
      deaf = lost;
    },
    isDeaf: (): boolean => deaf,
    /** The merchant gives a date ("2026-03-20"), or takes it back (null). */
    async giveDate(
      order: OrderId,
      day: string | null,
      lines: readonly LineId[] = [],
    ): Promise<boolean> {
      const acted = await setDate(deps, SHOP, order, { lineIds: lines, day });
      if (acted.kind === 'refused') return false;
      for (const line of (await caseOf(order))?.lines ?? []) {
        const { date, dateSetAt } = line.promise;
        if (dateSetAt?.getTime() !== now.getTime()) continue;
        given.set(line.id, date);
        facts.push({ kind: 'date-given', at: now, order, line: line.id, date });
      }
      return true;
    },
    async change(change: Partial<Settings>): Promise<void> {
      await changeSettings(deps, SHOP, change);
      const shop = await store.read(SHOP, (tx) => tx.loadShop());
      if (shop !== null) facts.push({ kind: 'settings-changed', at: now, settings: shop.settings });
    },
    async settle(order: OrderId): Promise<void> {
      const acted = await settleAttention(deps, SHOP, order);
      if (acted.kind === 'done') facts.push({ kind: 'person-answered', at: now, order });
    },
    async approveAll(order: OrderId): Promise<number> {
      const waiting = (await intents(order)).filter(
        (intent) => intent.status === 'awaiting-approval',
      );
      for (const intent of waiting) {
        await approve(deps, SHOP, order, intentKey(intent));
        facts.push({
          kind: 'approved',
          at: now,
          order,
          effect: intent.effect.kind,
          target: intent.effect.target,
        });
      }
      return waiting.length;
    },
    /** Shopify shuts the app out, for as long as `letIn` isn't called. */
    shutOut(cause: ShutOut): void {
      shopify.controls.shutOut(cause);
      door = 'shut';
      facts.push({ kind: 'suspended', at: now });
    },
    /** Shopify lets the app in again. Nothing tells the app. */
    letIn(): Promise<void> {
      shopify.controls.shutOut(null);
      door = 'open again';
      return noticeReturn();
    },
    absence: (): Promise<Absence | null> => store.read(SHOP, (tx) => tx.absence()),
    uninstall(): void {
      shopify.controls.uninstall();
      facts.push({ kind: 'uninstalled', at: now });
    },
    async reinstall(): Promise<void> {
      shopify.controls.letIn();
      await installShop(deps, SHOP);
      facts.push({ kind: 'installed', at: now });
    },
    /** Somebody of the staff opens the app. */
    opened: (): Promise<void> => installShop(deps, SHOP),
    /** Everything that happened, for the promises. */
    async history(graceMs = 15 * 60_000): Promise<History> {
      const own: Fact[] = [];
      for (const order of shopify.controls.orders())
        own.push(...factsOfTimeline(order.id, await timeline(order.id)));
      const all = [...shopify.truth, ...facts, ...own];
      return {
        timezone,
        until: now,
        graceMs,
        facts: all.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
      };
    },
  };
  return harness;
}
export type Harness = Awaited<ReturnType<typeof createHarness>>;
