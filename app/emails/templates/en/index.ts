import type { Step } from '../../../domain/case';
import type { Words } from '../words';
import { cancelled } from './cancelled';
import { datePassed } from './date-passed';
import { firstNotice } from './first-notice';
import { followUp } from './follow-up';
import { moneyNotice } from './money-notice';
import { newDate } from './new-date';
import { paymentReminder } from './payment-reminder';
import { paymentRequest } from './payment-request';
import { ready } from './ready';
import { shipped } from './shipped';

export { labels, sharedParts } from './parts';

export const words: Readonly<Record<Step, Words>> = {
  'first-notice': firstNotice,
  'follow-up': followUp,
  'new-date': newDate,
  'date-passed': datePassed,
  'money-notice': moneyNotice,
  'payment-request': paymentRequest,
  'payment-reminder': paymentReminder,
  ready,
  shipped,
  cancelled,
};
