import type { Language } from '../../../kernel/language.ts';
import type { SomeText } from './some-text.ts';

export const eventStages = ['draft', 'open', 'cancelled', 'held'] as const;
export type EventStage = (typeof eventStages)[number];
export const certifyConditions = ['nothing', 'attendance', 'attendance-and-course'] as const;
export type CertifyCondition = (typeof certifyConditions)[number];

/** What its planners say of an event. */
export interface EventPlan {
  readonly title: SomeText;
  readonly about: SomeText;
  readonly courseId: string | null;
  readonly kind: 'online' | 'place';
  /** The address, or the name of the online room. Where to click is told to registered people only. */
  readonly place: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly languages: readonly Language[];
  readonly sourceLanguage: Language;
  readonly capacity: number;
  readonly waitingList: boolean;
  readonly registrationClosesAt: Date;
  readonly certifies: CertifyCondition;
}

export interface TrainingEvent extends EventPlan {
  readonly id: string;
  readonly stage: EventStage;
  readonly placesTaken: number;
  readonly sequence: number;
  readonly version: number;
  readonly cancelledWhy: string | null;
}

export const registrationStages = ['asked', 'registered', 'waiting', 'cancelled'] as const;
export type RegistrationStage = (typeof registrationStages)[number];

/** Somebody may ask for a place now. */
export function takesRegistrations(
  { stage, registrationClosesAt, placesTaken, capacity, waitingList }: TrainingEvent,
  now: Date,
): boolean {
  return stage === 'open' && registrationClosesAt > now && (placesTaken < capacity || waitingList);
}
