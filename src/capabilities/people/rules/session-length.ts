import type { Assurance } from '../../../kernel/actor.ts';

export type SessionAssurance = Exclude<Assurance, 'none'>;

interface SessionLength {
  /** Over after this, whatever happens. */
  readonly hours: number;
  /** Over when nothing was asked for this long. */
  readonly idleMinutes: number;
}

/** The weaker the proof, the shorter it holds. Acts of weight ask for a fresh proof in any case. */
export const sessionLengths: Readonly<Record<SessionAssurance, SessionLength>> = {
  'mailed-code': { hours: 12, idleMinutes: 120 },
  'trial-link': { hours: 7 * 24, idleMinutes: 24 * 60 },
  passphrase: { hours: 7 * 24, idleMinutes: 24 * 60 },
  passkey: { hours: 7 * 24, idleMinutes: 24 * 60 },
};

/** Signing in with what one knows or holds is itself a fresh proof; a mailed code and a trial link are none. */
export function provesAfresh(assurance: SessionAssurance): boolean {
  return assurance === 'passphrase' || assurance === 'passkey';
}
