import type { Content } from './content.ts';
import { isPassed } from './marking.ts';

export interface Attempt {
  readonly moduleId: string;
  readonly right: number;
  readonly asked: number;
}

export interface Progress {
  /** Modules that were passed, by id. */
  readonly passed: ReadonlySet<string>;
  /** The first module not yet passed; undefined when all are. */
  readonly next: string | undefined;
  readonly isComplete: boolean;
}

/** How far somebody is: the best try of each module counts. */
export function progressIn(
  content: Pick<Content, 'modules' | 'passPercent'>,
  attempts: readonly Attempt[],
): Progress {
  const passed = new Set(
    attempts.filter((attempt) => isPassed(attempt, content.passPercent)).map(({ moduleId }) => moduleId),
  );
  const next = content.modules.find(({ id }) => !passed.has(id))?.id;
  return { passed, next, isComplete: content.modules.length > 0 && next === undefined };
}
