/** Where one ordered unit stands. A line holds a count per state; see the table for the moves. */
export const UNIT_STATES = [
  'clear',
  'doubtful',
  'short',
  'ready',
  'packed',
  'shipped',
  'cancelled',
] as const;
export type UnitState = (typeof UNIT_STATES)[number];

interface StateRule {
  readonly meaning: string;
  readonly to: readonly UnitState[];
}

/** The moves of one unit. Units enter as `clear`; the README's table is drawn from here. */
export const TRANSITIONS: Readonly<Record<UnitState, StateRule>> = {
  clear: {
    meaning: 'in stock for this order, as far as anyone knows',
    to: ['doubtful', 'short', 'packed', 'shipped', 'cancelled'],
  },
  doubtful: {
    meaning: 'covered on paper but questionable: capture waits for an answer',
    to: ['clear', 'short', 'packed', 'shipped', 'cancelled'],
  },
  short: {
    meaning: 'not there: held, the customer is told and kept informed',
    to: ['ready', 'packed', 'shipped', 'cancelled'],
  },
  ready: {
    meaning: 'arrived and allocated to this order',
    to: ['short', 'packed', 'shipped', 'cancelled'],
  },
  packed: {
    meaning: 'in a fulfillment that the carrier does not have yet',
    to: ['shipped', 'ready', 'cancelled'],
  },
  shipped: {
    meaning: 'with the carrier, or fulfilled without tracking',
    to: ['ready'],
  },
  cancelled: {
    meaning: 'removed from the order, by the customer, the merchant or a rule',
    to: [],
  },
};

export const ENTRY_STATE: UnitState = 'clear';

/** States in which the customer still waits for the unit. */
export const WAITING_STATES = [
  'doubtful',
  'short',
  'ready',
] as const satisfies readonly UnitState[];

export function canMove(from: UnitState, to: UnitState): boolean {
  return TRANSITIONS[from].to.includes(to);
}

/** The table as Markdown, for the README. */
export function transitionsAsMarkdown(): string {
  const rows = UNIT_STATES.map(
    (state) =>
      `| \`${state}\` | ${TRANSITIONS[state].meaning} | ${TRANSITIONS[state].to.map((to) => `\`${to}\``).join(', ') || 'nothing: it is final'} |`,
  );
  return ['| state | what it means | a unit may move to |', '|---|---|---|', ...rows].join('\n');
}
