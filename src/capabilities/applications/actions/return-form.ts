import { isUuid } from '../../../kernel/id.ts';
import { notFound, type Reason, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { type AnswerDifference, differenceOf, type ReadBack } from '../../application-forms/index.ts';
import { whyNotWrite } from '../permissions.ts';
import type { Opened } from '../store/invitations.ts';
import { lockPart } from '../store/parts.ts';
import { findReturned, insertReturned, markSettled, type ReturnedForm } from '../store/returned-forms.ts';
import { type Applicant, writingAs } from './applicant.ts';
import { openApplication, type OpenApplication } from './open-application.ts';
import { writeChanges } from './save-answers.ts';

interface Into {
  readonly applicant: Applicant;
  readonly applicationId: string;
}

/** Keeps what a returned file says, apart from the answers. @returns its id */
export async function keepReturned(
  tx: Tx,
  world: World,
  { applicant, applicationId }: Into,
  opened: Opened | undefined,
  { name, back }: { readonly name: string; readonly back: ReadBack },
): Promise<string> {
  const open = await openApplication(tx, applicant, opened, applicationId);
  refuseIf(whyNotWrite(open.part, open.role));
  const id = world.newId();
  const { answers, readable, warnings } = back;
  await insertReturned(tx, {
    id,
    applicationId,
    partId: open.part.id,
    name: name.slice(0, 200),
    said: { answers, readable, warnings },
    byName: open.byName,
  });
  return id;
}

export interface Difference {
  readonly open: OpenApplication;
  readonly returned: ReturnedForm;
  readonly differences: readonly AnswerDifference[];
  readonly warnings: readonly Reason[];
}

/** What the file says otherwise than the application now, question by question. */
export async function differenceWith(
  reader: Reader,
  { applicant, applicationId }: Into,
  opened: Opened | undefined,
  returnedId: string,
): Promise<Difference | undefined> {
  const returned = isUuid(returnedId) ? await findReturned(reader, applicationId, returnedId) : undefined;
  if (!returned || returned.settledAt) return undefined;
  const open = await openApplication(reader, applicant, opened, applicationId);
  const { answers, readable, warnings } = returned.said;
  return { open, returned, differences: differenceOf(open.answers, answers, readable), warnings };
}

/** Takes over the answers somebody chose; the rest of the file is let go. */
export async function settleReturned(
  world: World,
  into: Into,
  returnedId: string,
  accepted: readonly string[],
): Promise<void> {
  await writingAs(world, into.applicant, async (tx, opened) => {
    const seen = await differenceWith(tx, into, opened, returnedId);
    if (!seen) throw notFound();
    refuseIf(whyNotWrite((await lockPart(tx, seen.open.part.id)) ?? seen.open.part, seen.open.role));
    const now = (await differenceWith(tx, into, opened, returnedId)) ?? seen;
    const changes = now.differences
      .filter(({ question }) => accepted.includes(question))
      .map(({ question, after }) => ({
        questionKey: question,
        seen: now.open.current.get(question)?.version ?? 0,
        value: after ?? null,
      }));
    await writeChanges(tx, into.applicant, now.open, changes, 'returned');
    await markSettled(tx, returnedId);
    if (!opened)
      await recordAct(tx, world, into.applicant.actor, {
        kind: 'applications.form-returned',
        subject: { kind: 'application', id: into.applicationId },
        cityId: now.open.application.cityId,
      });
  });
}
