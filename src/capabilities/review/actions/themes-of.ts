import type { SubmittedApplication } from '../../applications/index.ts';
import { themes } from '../../fund/index.ts';

/** The themes an application names in its choices: what expertise is matched with. */
export function themesOf(application: SubmittedApplication | undefined): string[] {
  const known: ReadonlySet<string> = new Set(themes);
  return Object.values(application?.answers ?? {}).flatMap((answer) =>
    answer.kind === 'choice' ? answer.chosen.filter((key) => known.has(key)) : [],
  );
}
