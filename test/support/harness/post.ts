import { Unreachable } from '../../../app/errors';
import type { Mail, Mailer, MailResult } from '../../../app/ports';
import { WorkerDied } from '../shop';

/**
 * What goes wrong with the next letter. `lost` and `kept`: the line breaks after the handover; it is lost, or arrives.
 * `dies-before` and `dies-after`: the app's worker dies before the handover, or before it has the answer.
 */
export type PostFault = 'unreachable' | 'lost' | 'kept' | 'refused' | 'dies-before' | 'dies-after';

export interface Letter {
  readonly at: Date;
  readonly mail: Mail;
  readonly outcome: 'sent' | 'unclear';
  /** Whether the customer has it. */
  readonly arrived: boolean;
}

/** A post office that keeps a copy of every letter. */
export function createPost(now: () => Date) {
  const letters: Letter[] = [];
  const faults: (PostFault | null)[] = [];
  const mailer: Mailer = {
    async send(mail): Promise<MailResult> {
      const fault = faults.shift();
      if (fault === 'unreachable') throw new Unreachable('The post office is closed');
      if (fault === 'refused') return { outcome: 'refused', reason: 'no such mailbox' };
      if (fault === 'dies-before') throw new WorkerDied('before the handover');
      const unclear = fault === 'lost' || fault === 'kept' || fault === 'dies-after';
      letters.push({
        at: now(),
        mail,
        outcome: unclear ? 'unclear' : 'sent',
        arrived: fault !== 'lost',
      });
      if (fault === 'dies-after') throw new WorkerDied('after the handover');
      return unclear
        ? { outcome: 'unclear', reason: 'The line broke after the handover' }
        : { outcome: 'sent', reference: mail.messageId };
    },
  };
  return {
    mailer,
    letters: letters as readonly Letter[],
    /** Strikes the next letter, or the one after so many that go well. */
    fault: (fault: PostFault, after = 0) =>
      void faults.push(...Array.from({ length: after }, () => null), fault),
    /** Faults that were still to come don't. */
    heal: () => void faults.splice(0),
  };
}
