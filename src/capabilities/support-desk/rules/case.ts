import type { Language } from '../../../kernel/language.ts';

export const topics = [
  'housing',
  'health',
  'education',
  'employment',
  'protection',
  'climate',
  'data',
  'funding',
  'advocacy',
  'emergency',
  'other',
] as const;
export type Topic = (typeof topics)[number];

export const urgencies = ['normal', 'soon', 'emergency'] as const;
export type Urgency = (typeof urgencies)[number];

export const outcomes = [
  'answered',
  'connected-peer',
  'connected-partner',
  'funding-found',
  'training-given',
  'no-help-possible',
  'withdrawn',
] as const;
export type Outcome = (typeof outcomes)[number];

/** The city got something: its record says so. */
export function isSupport(outcome: Outcome): boolean {
  return outcome !== 'no-help-possible' && outcome !== 'withdrawn';
}

/** Of what kind the city is, for filters and for the response time. */
export const cityKinds = ['global-south', 'secondary', 'neither', 'unknown'] as const;
export type CityKind = (typeof cityKinds)[number];

/** How a case is first written down. */
export interface NewCase {
  readonly cityId: string | null;
  readonly requesterName: string;
  readonly requesterEmail: string;
  readonly requesterRole: string;
  readonly topic: Topic;
  readonly subject: string;
  readonly language: Language;
  readonly urgency: Urgency;
}
