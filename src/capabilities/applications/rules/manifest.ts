import { canonicalJson, sha256Hex } from './canonical.ts';
import type { Answer, Answers, FileNamed, FormVersion, StageKey } from './others.ts';

interface Submitted {
  readonly applicationId: string;
  readonly stage: StageKey;
  readonly form: FormVersion;
  readonly answers: Answers;
}

/**
 * What is committed to at the bell: a hash for each section's answers and each file, about 1 KB whatever the application weighs.
 * The answers' own bytes and the files' can be held against it afterwards by anybody who has both.
 */
export function manifestOf({ applicationId, stage, form, answers }: Submitted): string {
  const sections = Object.fromEntries(
    form.sections.map((section) => [
      section.key,
      sha256Hex(
        canonicalJson(
          Object.fromEntries(
            section.questions.flatMap(({ key }) => (answers[key] ? [[key, answers[key]]] : [])),
          ),
        ),
      ),
    ]),
  );
  const files = filesIn(answers).map(({ sha256, bytes }) => ({ sha256, bytes }));
  return canonicalJson({ v: 1, application: applicationId, stage, form: form.id, sections, files });
}

/** Every file the answers name, in the order of the questions' keys. */
export function filesIn(answers: Answers): (FileNamed & { readonly questionKey: string })[] {
  return Object.entries(answers)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([questionKey, answer]: [string, Answer]) =>
      answer.kind === 'file' ? answer.files.map((file) => ({ ...file, questionKey })) : [],
    );
}

/** How long files may follow their hashes. */
export const filesFollowHours = 24;

export function filesMayFollow(committedAt: Date, now: Date): boolean {
  return now.getTime() - committedAt.getTime() < filesFollowHours * 3_600_000;
}
