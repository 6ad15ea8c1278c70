import type { Language } from '../../../kernel/language.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { Answers, StageKey } from '../rules/others.ts';
import { type Commitment, listCommitments } from '../store/commitments.ts';

/** An application as it was submitted at a stage: what reviewers, the portfolio and translators work on. */
export interface SubmittedApplication {
  /** Of the application; the same at every stage. */
  readonly id: string;
  readonly windowId: string;
  readonly cityId: string;
  readonly stage: StageKey;
  readonly formVersionId: string;
  readonly answers: Answers;
  /** The city's, in which it answered. */
  readonly language: Language;
  readonly submittedAt: Date;
  readonly commitment: {
    readonly id: string;
    readonly manifestSha256: string;
    readonly leafIndex: number;
  };
}

function submitted(made: Commitment): SubmittedApplication {
  return {
    id: made.applicationId,
    windowId: made.windowId,
    cityId: made.cityId,
    stage: made.stage,
    formVersionId: made.formVersionId,
    answers: made.answers,
    language: made.language,
    submittedAt: made.committedAt,
    commitment: { id: made.id, manifestSha256: made.manifestSha256, leafIndex: made.leafIndex },
  };
}

/** What stands of a stage, as far as the reader may see; taken-back and withdrawn ones are not there. */
export async function listSubmitted(
  reader: Reader,
  windowId: string,
  stage: StageKey,
): Promise<SubmittedApplication[]> {
  return (await listCommitments(reader, { windowId, stage })).map(submitted);
}

/** The latest submission of an application, or that of the stage named. */
export async function findSubmitted(
  reader: Reader,
  applicationId: string,
  stage?: StageKey,
): Promise<SubmittedApplication | undefined> {
  const made = await listCommitments(reader, { applicationId });
  const found = stage ? made.find((one) => one.stage === stage) : made[0];
  return found && submitted(found);
}
