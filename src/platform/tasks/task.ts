import type { Actor } from '../../kernel/actor.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Reason } from '../../kernel/refusal.ts';
import type { Tx } from '../database/atomically.ts';

/** One thing that waits for somebody, on the page they open first. */
export interface Task {
  /** What is to be done, as a sentence of the capability's catalogue. */
  readonly what: Reason;
  readonly path: string;
  readonly since: Date;
  readonly dueOn: CalendarDate | null;
}

/** What of a capability waits for the actor; each capability that has such things gives one at its door. */
export type TasksFor = (tx: Tx, actor: Actor, now: Date) => Promise<Task[]>;
