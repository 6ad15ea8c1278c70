import type { Language } from '../../../kernel/language.ts';
import type { Answer, Answers, StageKey } from './others.ts';

export const participantRoles = ['lead', 'contributor', 'certifier'] as const;
export type ParticipantRole = (typeof participantRoles)[number];

/** A city government's one application to a window. */
export interface Application {
  readonly id: string;
  readonly windowId: string;
  readonly cityId: string;
  /** Of the fund's process. */
  readonly state: string;
  readonly stateSince: Date;
  /** The stage it has come to. */
  readonly stage: StageKey;
  readonly language: Language;
  readonly startedAt: Date;
  readonly version: number;
}

/** What a city answers at one stage. */
export interface Part {
  readonly id: string;
  readonly applicationId: string;
  readonly stage: StageKey;
  readonly formVersionId: string;
  readonly status: 'open' | 'committed';
  readonly answered: number;
  readonly asked: number;
  readonly savedAt: Date | null;
  readonly savedBy: string | null;
}

/** Somebody who works on an application; they count while their mandate for the city runs. */
export interface Participant {
  readonly id: string;
  readonly personId: string;
  readonly role: ParticipantRole;
  readonly name: string;
  readonly hasMandate: boolean;
}

export type Origin = 'typed' | 'known' | 'carried' | 'returned';

/** Where a known fact came from and of which day it is. */
export interface KnownFrom {
  readonly source: string;
  readonly asOf: string | null;
}

/** One version of one answer. */
export interface AnswerVersion {
  readonly questionKey: string;
  readonly version: number;
  /** Null where an answer was taken away. */
  readonly value: Answer | null;
  readonly origin: Origin;
  readonly source: KnownFrom | null;
  readonly byName: string;
  readonly at: Date;
  readonly formVersionId: string;
}

/** What is said now, by question. */
export type CurrentAnswers = ReadonlyMap<string, AnswerVersion>;

/** Without what was taken away. */
export function answersOf(current: CurrentAnswers): Answers {
  const answers: Record<string, Answer> = {};
  for (const [key, { value }] of current) if (value) answers[key] = value;
  return answers;
}
