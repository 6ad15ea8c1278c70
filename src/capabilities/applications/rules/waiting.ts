import type { Part, Participant } from './application.ts';
import { needsTwoPeople, type SignOffStanding } from './sign-off.ts';

/** Whom an application waits for, and for what; the page and the portal's tasks say it in a sentence. */
export interface Waiting {
  readonly who: 'lead' | 'certifier' | 'city' | 'council' | 'nobody';
  readonly what:
    | 'take-up'
    | 'needs-lead'
    | 'answers'
    | 'ask-sign-off'
    | 'sign-off'
    | 'sent-back'
    | 'needs-certifier'
    | 'files'
    | 'council'
    | 'closed';
}

interface Standing {
  /** Of the fund's process. */
  readonly state: string;
  readonly part: Pick<Part, 'status' | 'stage'>;
  readonly participants: readonly Participant[];
  readonly signOff: SignOffStanding;
  /** What keeps it from being sent. */
  readonly problems: number;
  readonly stageIsOpen: boolean;
  readonly filesMissing: number;
}

export function waitingFor(standing: Standing): Waiting {
  const { part, participants, signOff } = standing;
  if (standing.state === 'invited') return { who: 'city', what: 'take-up' };
  if (part.status === 'committed')
    return standing.filesMissing > 0 ? { who: 'city', what: 'files' } : { who: 'council', what: 'council' };
  if (standing.state !== 'draft' || !standing.stageIsOpen) return { who: 'nobody', what: 'closed' };
  const active = participants.filter(({ hasMandate }) => hasMandate);
  const someone = (role: Participant['role']) => active.some((one) => one.role === role);
  if (needsTwoPeople(part.stage) && !someone('lead')) return { who: 'city', what: 'needs-lead' };
  const writer = someone('lead') ? 'lead' : 'city';
  if (signOff === 'sent-back') return { who: writer, what: 'sent-back' };
  if (standing.problems > 0) return { who: writer, what: 'answers' };
  if (!someone('certifier')) return { who: writer, what: 'needs-certifier' };
  if (needsTwoPeople(part.stage) && signOff !== 'waiting') return { who: writer, what: 'ask-sign-off' };
  return { who: 'certifier', what: 'sign-off' };
}
