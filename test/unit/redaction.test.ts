import { addMs, DAY, HOUR } from '../../app/domain/calendar';
import { type AccessAnswer, decideRedaction, type RedactionStep } from '../../app/domain/redaction';

const SINCE = new Date('2026-03-02T10:00:00Z');
const after = (ms: number): Date => addMs(SINCE, ms);
const decide = (answer: AccessAnswer, ms: number, endedAt: Date | null = null): RedactionStep =>
  decideRedaction({ since: SINCE, endedAt }, answer, after(ms));

describe('a shop that is to be erased', () => {
  it('is erased on the second answer that it has ended, an hour after the first', () => {
    expect(decide('ended', 0)).toMatchObject({ do: 'ask-again', at: after(HOUR), endedAt: SINCE });
    expect(decide('ended', HOUR / 2, SINCE)).toMatchObject({ do: 'ask-again', at: after(HOUR) });
    expect(decide('ended', HOUR, SINCE)).toEqual({ do: 'erase' });
  });

  it('keeps the first answer where nothing was said in between', () => {
    expect(decide('unclear', HOUR, SINCE)).toMatchObject({ do: 'ask-again', endedAt: SINCE });
  });

  it('is kept whenever the app turns out to be installed', () => {
    for (const ms of [0, HOUR, 8 * DAY, 30 * DAY])
      expect(decide('open', ms, SINCE)).toEqual({ do: 'keep' });
  });

  it('calls the operator from the seventh day on', () => {
    expect(decide('unclear', 7 * DAY - 1)).toMatchObject({ callsOperator: false });
    expect(decide('unclear', 7 * DAY)).toMatchObject({ callsOperator: true });
  });

  it('is decided before the 30 days are over, whatever is answered', () => {
    expect(decide('unclear', 29 * DAY - HOUR)).toMatchObject({ at: after(29 * DAY) });
    expect(decide('unclear', 29 * DAY)).toEqual({ do: 'erase' });
  });
});
