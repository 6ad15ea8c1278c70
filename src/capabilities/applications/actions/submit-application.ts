import { type Actor, cityRoles, type Role } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import { announce } from '../../../platform/events/announce.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { appendLeaf, commitTo } from '../../../platform/public-log/index.ts';
import type { World } from '../../../world.ts';
import { stageAfter, stageIsOpen, whyNotMove } from '../../fund/index.ts';
import { whyNotSubmit } from '../permissions.ts';
import { answersHash, sha256Hex } from '../rules/canonical.ts';
import { manifestOf } from '../rules/manifest.ts';
import { databaseNow, lockApplication, saveState } from '../store/applications.ts';
import { findCommitment, insertCommitment } from '../store/commitments.ts';
import { insertMove } from '../store/moves.ts';
import { lockPartOf, saveStatus } from '../store/parts.ts';
import { insertSignOff } from '../store/sign-offs.ts';
import { signedInApplicant } from './applicant.ts';
import { type OpenApplication, openApplication } from './open-application.ts';

interface Sending {
  readonly applicationId: string;
  /** Of the answers as the page showed them: nobody signs words they have not seen. */
  readonly seenHash: string;
}

/**
 * Sends the application of the stage that is open. What counts is the hash manifest, about 1 KB, written under the stage's lock by the
 * database's clock; files named in it may follow for a day. Sent twice, or from two tabs, it is one submission. @returns its commitment
 * @throws Refusal late by a second, without a mandate, unsigned, unready, or changed since it was shown: nothing is lost by any
 */
export async function submitApplication(
  world: World,
  actor: Actor,
  { applicationId, seenHash }: Sending,
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      // Both locks first: all that follows is read once and stays so.
      const locked = await lockApplication(tx, applicationId);
      const part = locked && (await lockPartOf(tx, applicationId, locked.stage));
      if (!part) throw notFound();
      const open = await openApplication(tx, signedInApplicant(actor), undefined, applicationId);
      const first = part.status === 'committed' ? await findCommitment(tx, part.id) : undefined;
      if (first) return first.id;
      refuseIf(whyNotSubmit(actor, open, world.now()), 403);
      const hash = answersHash(open.answers);
      if (hash !== seenHash) throw new Refusal(because('applications:changed-since-shown'), 409);
      if (open.problems.length > 0)
        throw new Refusal(because('applications:answers-not-ready', { n: open.problems.length }));
      return await commit(tx, world, actor, open, hash);
    },
    { once },
  );
}

async function commit(
  tx: Tx,
  world: World,
  actor: Actor,
  open: OpenApplication,
  hash: string,
): Promise<string> {
  const { application, part, window } = open;
  // Taken before the stage is asked, so that what is written never lies after the bell.
  const committedAt = await databaseNow(tx);
  const stageOpen = await stageIsOpen(tx, window.id, part.stage);
  if (!stageOpen) throw new Refusal(because('applications:too-late', { closed: inUtc(open.stage.closesAt) }));
  const isLastStage = stageAfter(window.stages, part.stage) === undefined;
  const mover = { roles: rolesFor(actor, application.cityId), proposedIt: false };
  const standing = { state: application.state as 'draft', isLastStage, stageIsOpen: stageOpen };
  refuseIf(whyNotMove('sign-and-send', mover, standing), 403);
  const id = world.newId();
  const manifest = manifestOf({
    applicationId: application.id,
    stage: part.stage,
    form: open.form,
    answers: open.answers,
  });
  const commitment = await commitTo(tx, id, manifest, world.randomBytes(32));
  const personId = actor.personId ?? '';
  const by = { applicationId: application.id, personId, byName: actor.name };
  await insertSignOff(tx, {
    ...by,
    id: world.newId(),
    partId: part.id,
    kind: 'signed',
    answersHash: hash,
    reason: null,
  });
  await insertMove(tx, { ...by, id: world.newId(), from: application.state, to: 'submitted', why: null });
  await saveState(tx, application.id, 'submitted');
  await recordAct(tx, world, actor, {
    kind: 'applications.application-sent',
    subject: { kind: 'application', id: application.id },
    cityId: application.cityId,
    details: { stage: part.stage },
  });
  await announce(tx, world, {
    kind: 'application-submitted',
    payload: {
      applicationId: application.id,
      windowId: window.id,
      cityId: application.cityId,
      stage: part.stage,
      commitmentId: id,
    },
  });
  // The letter is written by the worker: with this row it is as sure as the commitment, and the bell is not kept waiting.
  await enqueue(tx, 'applications-receipt', { applicationId: application.id, commitmentId: id });
  // From here to the commit nobody else appends. The log says that something was sent, never by which city.
  const { index } = await appendLeaf(tx, {
    kind: 'submission-committed',
    at: committedAt,
    body: { submission: id, window: window.id, stage: part.stage, commitment },
  });
  const made = {
    id,
    applicationId: application.id,
    partId: part.id,
    windowId: window.id,
    cityId: application.cityId,
    stage: part.stage,
    formVersionId: part.formVersionId,
    language: application.language,
    answers: open.answers,
    manifest,
    manifestSha256: sha256Hex(manifest),
    commitment,
    leafIndex: index,
    committedAt,
    personId,
    byName: actor.name,
  };
  await insertCommitment(tx, made);
  await saveStatus(tx, part.id, 'committed');
  return id;
}

/** `2026-05-01 21:00:00`: to the second, for who is late by one. */
function inUtc(instant: Date): string {
  return instant.toISOString().slice(0, 19).replace('T', ' ');
}

/** City roles count for their own city only. */
export function rolesFor(actor: Actor, cityId: string): Role[] {
  return actor.roles
    .filter(({ role, cityId: of }) => !cityRoles.some((one) => one === role) || of === cityId)
    .map(({ role }) => role);
}
