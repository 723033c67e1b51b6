import { callsIn, raiseAttention } from '../../app/domain/decide/attention';
import { aCase, order } from '../support/store-rows';

const AT = new Date('2026-03-02T15:00:00Z');

it('a mail server that answers in several lines is one call, and made once', () => {
  const reason = 'The mail server refused it (550-5.1.1 No such\n550 5.1.1 mailbox): call them.';
  const first = raiseAttention(aCase(order(1), { attention: null }), AT, reason);
  if ('ignored' in first) throw new Error(first.ignored);
  expect(callsIn(first.case.attention)).toEqual([reason.replace('\n', ' ')]);
  expect(raiseAttention(first.case, AT, reason)).toHaveProperty('ignored');
});
