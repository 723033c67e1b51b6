import { Badge, type BadgeProps } from '@shopify/polaris';
import type { KeptOutcome, Stage } from '../domain/case';
import type { IntentStatus } from '../domain/intent';
import type { PanelLine } from '../domain/panel-view';
import type { Mode } from '../domain/settings';
import type { UnitState } from '../domain/transitions';

interface Label {
  readonly words: string;
  readonly tone?: BadgeProps['tone'];
}

/** Every status that the panel shows: a new one doesn't compile until it has words and a tone here. */
interface Statuses {
  readonly unit: Readonly<Record<UnitState, Label>>;
  readonly stage: Readonly<Record<Stage, Label>>;
  readonly intent: Readonly<Record<IntentStatus, Label>>;
  readonly message: Readonly<Record<KeptOutcome, Label>>;
  readonly choice: Readonly<Record<PanelLine['choice'], Label>>;
}

export const LABELS: Statuses = {
  unit: {
    clear: { words: 'In stock', tone: 'success' },
    doubtful: { words: 'Doubtful', tone: 'attention' },
    short: { words: 'Short', tone: 'warning' },
    ready: { words: 'Ready', tone: 'success' },
    packed: { words: 'Packed', tone: 'info' },
    shipped: { words: 'Shipped', tone: 'info' },
    cancelled: { words: 'Cancelled' },
  },
  stage: {
    waiting: { words: 'Waiting', tone: 'attention' },
    ready: { words: 'Ready', tone: 'success' },
    closed: { words: 'Closed' },
  },
  intent: {
    planned: { words: 'Planned', tone: 'info' },
    'awaiting-approval': { words: 'Waits for your yes', tone: 'attention' },
    withheld: { words: 'Not done: watching' },
    attempting: { words: 'Under way', tone: 'info' },
    done: { words: 'Done', tone: 'success' },
    failed: { words: 'Failed', tone: 'critical' },
    unclear: { words: 'Being looked up', tone: 'warning' },
    dropped: { words: 'Overtaken' },
  },
  message: {
    attempting: { words: 'Being sent', tone: 'info' },
    sent: { words: 'Sent', tone: 'success' },
    unclear: { words: 'May not have arrived', tone: 'warning' },
    refused: { words: 'Not accepted', tone: 'critical' },
  },
  choice: {
    none: { words: 'No answer yet' },
    kept: { words: 'Customer waits', tone: 'success' },
    'cancel-requested': { words: 'Asked to cancel', tone: 'warning' },
    cancelled: { words: 'Cancelled' },
  },
};

/** What each mode does, in the words of the switch. */
export const MODE_LABELS: Readonly<
  Record<Mode, { readonly words: string; readonly help: string }>
> = {
  watch: {
    words: 'Watch',
    help: 'Holdfast shows what it would do. Nothing leaves: no hold, no mail, no charge.',
  },
  ask: { words: 'Ask', help: 'Each hold, mail and charge waits for your yes.' },
  automatic: { words: 'Automatic', help: 'Holdfast holds, tells and charges by your rules.' },
};

export const MODES: readonly Mode[] = ['watch', 'ask', 'automatic'];

export function StatusBadge({ label, count }: { label: Label; count?: number }) {
  return (
    <Badge {...(label.tone ? { tone: label.tone } : {})}>
      {count === undefined ? label.words : `${count} ${label.words.toLowerCase()}`}
    </Badge>
  );
}
