import { refuseIf } from '../../../kernel/refusal.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { progressOf } from '../../application-forms/index.ts';
import { whyNotWrite } from '../permissions.ts';
import { answersOf, type AnswerVersion, type KnownFrom, type Origin } from '../rules/application.ts';
import { canonicalJson } from '../rules/canonical.ts';
import type { Answer } from '../rules/others.ts';
import { insertAnswer, valueAt } from '../store/answers.ts';
import { databaseNow } from '../store/applications.ts';
import { lockPart, saveProgress } from '../store/parts.ts';
import { type Applicant, writingAs } from './applicant.ts';
import { type OpenApplication, openApplication } from './open-application.ts';

/** One question's new answer, and the version it was written over; 0 where nothing had been said. */
export interface Change {
  readonly questionKey: string;
  readonly seen: number;
  readonly value: Answer | null;
  /** Of a known fact: where from. */
  readonly source?: KnownFrom;
}

/** Two people wrote into the same field: both texts, and who wrote the other. */
export interface Conflict {
  readonly questionKey: string;
  readonly theirs: AnswerVersion;
  readonly yours: Answer | null;
}

export interface Saved {
  readonly at: Date;
  /** The versions that stand now, of the questions asked about. */
  readonly versions: Readonly<Record<string, number>>;
  readonly conflicts: readonly Conflict[];
}

/** Saves each answer by itself: what collides waits for a person's choice, all else is kept. Harmless to send again. */
export async function saveAnswers(
  world: World,
  applicant: Applicant,
  applicationId: string,
  changes: readonly Change[],
): Promise<Saved> {
  return await writingAs(world, applicant, async (tx, opened) => {
    const before = await openApplication(tx, applicant, opened, applicationId);
    const part = await lockPart(tx, before.part.id);
    refuseIf(whyNotWrite(part ?? before.part, before.role));
    // Read again: somebody may have saved while this waited for the lock.
    const open = await openApplication(tx, applicant, opened, applicationId);
    return await writeChanges(tx, applicant, open, changes, 'typed');
  });
}

/** Within a transaction that holds the part's lock. */
export async function writeChanges(
  tx: Tx,
  { actor }: Applicant,
  open: OpenApplication,
  changes: readonly Change[],
  origin: Origin,
): Promise<Saved> {
  const asked = new Set(open.form.sections.flatMap(({ questions }) => questions.map(({ key }) => key)));
  const current = new Map(open.current);
  const versions: Record<string, number> = {};
  const conflicts: Conflict[] = [];
  let wrote = false;
  for (const { questionKey, seen, value, source = null } of changes.filter((change) =>
    asked.has(change.questionKey),
  )) {
    const now = current.get(questionKey);
    versions[questionKey] = now?.version ?? 0;
    if (canonicalJson(now?.value ?? null) === canonicalJson(value)) continue;
    if (now && now.version !== seen) {
      // A page sends whole sections: what its reader left as it was drawn is not a change of theirs.
      const drawn = await valueAt(tx, open.part.id, questionKey, seen);
      if (canonicalJson(drawn) === canonicalJson(value)) continue;
      conflicts.push({ questionKey, theirs: now, yours: value });
      continue;
    }
    const next: AnswerVersion = {
      questionKey,
      version: (now?.version ?? 0) + 1,
      value,
      origin,
      source,
      byName: open.byName,
      at: open.now,
      formVersionId: open.part.formVersionId,
    };
    await insertAnswer(tx, {
      ...next,
      partId: open.part.id,
      applicationId: open.application.id,
      personId: actor.personId,
      invitationId: open.invitationId,
    });
    current.set(questionKey, next);
    versions[questionKey] = next.version;
    wrote = true;
  }
  if (wrote) {
    const progress = progressOf(open.form, answersOf(current));
    const sum = (of: 'answered' | 'needed') => progress.reduce((total, section) => total + section[of], 0);
    await saveProgress(tx, open.part.id, {
      answered: sum('answered'),
      asked: sum('needed'),
      savedBy: open.byName,
    });
  }
  return { at: await databaseNow(tx), versions, conflicts };
}
