import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../database/atomically.ts';
import type { Task, TasksFor } from './task.ts';

/** What waits for the actor, of all who have tasks: what has a date first, by its date; the rest by how long it waits. */
export async function tasksWaiting(
  tx: Tx,
  actor: Actor,
  now: Date,
  sources: readonly TasksFor[],
): Promise<Task[]> {
  const waiting: Task[] = [];
  for (const tasksFor of sources) waiting.push(...(await tasksFor(tx, actor, now)));
  return waiting.toSorted(mostUrgentFirst);
}

function mostUrgentFirst(a: Task, b: Task): number {
  const late = '9999-12-31';
  return (a.dueOn ?? late).localeCompare(b.dueOn ?? late) || a.since.getTime() - b.since.getTime();
}
