import { Badge, type BadgeProps } from '@shopify/polaris';
import type { PanelLine } from '../domain/panel-view';
import type { IntentStatus } from '../domain/intent';
import type { Mode } from '../domain/settings';
import type { UnitState } from '../domain/transitions';

interface Label {
  readonly words: string;
  readonly tone?: BadgeProps['tone'];
}

export const UNIT_LABELS: Readonly<Record<UnitState, Label>> = {
  clear: { words: 'In stock', tone: 'success' },
  doubtful: { words: 'Doubtful', tone: 'attention' },
  short: { words: 'Short', tone: 'warning' },
  ready: { words: 'Ready', tone: 'success' },
  packed: { words: 'Packed', tone: 'info' },
  shipped: { words: 'Shipped', tone: 'info' },
  cancelled: { words: 'Cancelled' },
};

export const INTENT_LABELS: Readonly<Record<IntentStatus, Label>> = {
  planned: { words: 'Planned', tone: 'info' },
  'awaiting-approval': { words: 'Waits for your yes', tone: 'attention' },
  withheld: { words: 'Withheld' },
  attempting: { words: 'Under way', tone: 'info' },
  done: { words: 'Done', tone: 'success' },
  failed: { words: 'Failed', tone: 'critical' },
  unclear: { words: 'Unclear', tone: 'warning' },
  dropped: { words: 'Overtaken' },
};

export const CHOICE_LABELS: Readonly<Record<PanelLine['choice'], Label | null>> = {
  none: null,
  kept: { words: 'Customer waits', tone: 'success' },
  'cancel-requested': { words: 'Asked to cancel', tone: 'warning' },
  cancelled: null,
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
