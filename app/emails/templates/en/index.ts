import type { Step } from '../../../domain/case';
import type { Words } from '../words';
import { cancelled } from './cancelled';
import { datePassed } from './date-passed';
import { firstNotice } from './first-notice';
import { followUp } from './follow-up';
import { newDate } from './new-date';
import { ready } from './ready';
import { shipped } from './shipped';

export { labels, sharedParts } from './parts';

export const words: Readonly<Record<Step, Words>> = {
  'first-notice': firstNotice,
  'follow-up': followUp,
  'new-date': newDate,
  'date-passed': datePassed,
  ready,
  shipped,
  cancelled,
};
