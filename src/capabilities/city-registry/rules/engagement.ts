import type { LocalText } from '../../../kernel/local-text.ts';
import type { Tenure } from '../../../kernel/tenure.ts';
import type { CityId } from './city.ts';

/** Each kind is told by one sentence in each language: message `engagement.<kind>`. */
export const engagementKinds = [
  'board-seat',
  'task-force-seat',
  'grant',
  'grant-completed',
  'pledged',
  'commitment',
  'signed-declaration',
  'signed-statement',
  'hosted-meeting',
  'attended-meeting',
  'hosted-forum',
  'attended-forum',
  'spoke-at-forum',
  'spoke-in-plenary',
  'in-national-delegation',
  'project-supported',
  'support-received',
  'peer-exchange',
  'visit',
] as const;
export type EngagementKind = (typeof engagementKinds)[number];

/** The record of another capability that shows the engagement. */
export interface RecordReference {
  readonly capability: string;
  readonly id: string;
  /** Where it is seen, without language prefix. */
  readonly path: string | null;
}

/** What a city did with the council, before it has an id. */
export interface NewEngagement {
  readonly cityId: CityId;
  readonly kind: EngagementKind;
  readonly when: Tenure;
  /** With what: the body, forum, window or declaration. Stands inside the sentence of the kind. */
  readonly object: LocalText;
  readonly record: RecordReference | null;
  readonly visibility: 'public' | 'staff';
  /** What a row rests on that is not public and stems from no record. */
  readonly evidence?: string | null;
  readonly inferred?: boolean;
  readonly remark?: LocalText | null;
}

export interface Engagement extends NewEngagement {
  readonly id: string;
  readonly recordedAt: Date;
  readonly withdrawn: { readonly at: Date; readonly reason: string } | null;
}
