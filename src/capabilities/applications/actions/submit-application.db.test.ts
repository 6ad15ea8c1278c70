import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, type TestWorld, testWorld } from '../../../../tests/support/world.ts';
import { reading } from '../../../platform/database/atomically.ts';
import {
  checkCommitment,
  proofFault,
  proofFor,
  readLeaf,
  verifierFromKey,
} from '../../../platform/public-log/index.ts';
import type { World } from '../../../world.ts';
import {
  aBegunApplication,
  anApplication,
  type BegunApplication,
  fillIn,
  openAs,
  send,
} from '../builders.ts';
import { answersHash, sha256Hex } from '../rules/canonical.ts';
import { listCommitments } from '../store/commitments.ts';
import { signedInApplicant } from './applicant.ts';
import { saveAnswers } from './save-answers.ts';
import { mailReceipt } from './mail-receipt.ts';
import { askSignOff, sendBack } from './sign-off.ts';
import { submitApplication } from './submit-application.ts';
import { findSubmitted, listSubmitted } from './submitted.ts';
import { withdraw } from './withdraw.ts';

let world: TestWorld;
let worker: World;
beforeAll(async () => {
  world = await testWorld();
  worker = asWorker(world);
});
afterAll(() => world.close());

async function ready(): Promise<BegunApplication & { seenHash: string }> {
  const begun = await aBegunApplication(world, worker);
  await fillIn(world, begun);
  await askSignOff(world, begun.lead, begun.id);
  const { answers } = await openAs(world, begun.certifier, begun.id);
  return { ...begun, seenHash: answersHash(answers) };
}

async function setClosing(windowId: string, when: string): Promise<void> {
  // As only the owner could, with the rule against silent moves put aside: the test needs a bell to be late for.
  const owner = world.databases.owner.database;
  await sql`alter table fund.window_stage disable trigger only_as_approved`.execute(owner);
  await sql`update fund.window_stage set closes_at = ${sql.raw(when)} where window_id = ${windowId}`.execute(
    owner,
  );
  await sql`alter table fund.window_stage enable trigger only_as_approved`.execute(owner);
}

describe('sending an application', () => {
  it('commits to a hash manifest in the public log, which its receipt proves', async () => {
    const { id, submitted, certifier } = await anApplication(world, worker);
    const [made] = await reading(world, certifier, (tx) => listCommitments(tx, { applicationId: id }));
    expect(made?.manifest.length).toBeLessThan(1500);
    expect(sha256Hex(made?.manifest ?? '')).toBe(submitted.commitment.manifestSha256);
    const proof = await reading(world, certifier, (tx) =>
      proofFor(tx, submitted.commitment.leafIndex, world.logSigner),
    );
    const verifier = verifierFromKey(world.logSigner.verifierKey);
    if (!verifier) throw new Error('The log has no key');
    expect(proofFault(proof ?? '', verifier)).toBeUndefined();
    const leaf = readLeaf(Buffer.from(/^extra (.+)$/m.exec(proof ?? '')?.[1] ?? '', 'base64'));
    expect(leaf?.kind).toBe('submission-committed');
    expect(JSON.stringify(leaf)).not.toContain(id);
    expect(
      await checkCommitment(
        worker.db,
        submitted.commitment.id,
        String(leaf?.body['commitment']),
        made?.manifest ?? '',
      ),
    ).toBe('same');
  });

  it('mails the receipt with its proof to those who act for the city', async () => {
    const { id, certifier, lead, submitted } = await anApplication(world, worker);
    await mailReceipt(worker, { applicationId: id, commitmentId: submitted.commitment.id });
    const mails = await worker.db
      .selectFrom('platform.mail')
      .selectAll()
      .where('person_id', 'in', [certifier.personId, lead.personId])
      .where('subject', 'like', 'Received%')
      .execute();
    expect(mails).toHaveLength(2);
    expect(JSON.stringify(mails[0]?.attachments)).toContain('.tlog-proof');
  });

  it('is one submission however often and from however many tabs it is sent', async () => {
    const begun = await ready();
    const sending = { applicationId: begun.id, seenHash: begun.seenHash };
    const ids = await Promise.all(
      Array.from({ length: 6 }, () => submitApplication(world, begun.certifier, sending)),
    );
    expect(new Set(ids).size).toBe(1);
    expect(
      await reading(world, begun.certifier, (tx) => listCommitments(tx, { applicationId: begun.id })),
    ).toHaveLength(1);
  });

  it('is refused a second late, and everything written stays', async () => {
    const begun = await ready();
    await setClosing(begun.window.id, `clock_timestamp() - interval '1 second'`);
    await expect(
      submitApplication(world, begun.certifier, { applicationId: begun.id, seenHash: begun.seenHash }),
    ).rejects.toMatchObject({ reason: { key: 'applications:too-late' } });
    const { answers, part } = await openAs(world, begun.certifier, begun.id);
    expect([answersHash(answers), part.status]).toEqual([begun.seenHash, 'open']);
  });

  it('wants another read when the answers changed after they were shown', async () => {
    const begun = await ready();
    await saveAnswers(world, signedInApplicant(begun.lead), begun.id, [
      { questionKey: 'title', seen: 1, value: { kind: 'text', text: 'Another title' } },
    ]);
    await expect(
      submitApplication(world, begun.certifier, { applicationId: begun.id, seenHash: begun.seenHash }),
    ).rejects.toMatchObject({ status: 409 });
  });

  it('is the certifier’s, who proves again that it is them; never the lead’s, nor a mailed code’s', async () => {
    const begun = await ready();
    const sending = { applicationId: begun.id, seenHash: begun.seenHash };
    const refused = async (actor: typeof begun.lead) =>
      await submitApplication(world, actor, sending).then(
        () => 'sent',
        (error: { reason?: { key: string } }) => error.reason?.key,
      );
    expect(await refused(begun.lead)).toBe('applications:certifier-sends');
    expect(await refused({ ...begun.certifier, steppedUpAt: null })).toBe('platform:step-up-needed');
    expect(await refused({ ...begun.certifier, assurance: 'mailed-code' })).toBe('platform:step-up-needed');
    expect(await refused({ ...begun.certifier, roles: [] })).toBe('platform:not-found');
  });

  it('waits for the lead to ask, and again after it was sent back with a reason', async () => {
    const begun = await ready();
    await sendBack(world, begun.certifier, { applicationId: begun.id, reason: 'The budget is last year’s.' });
    await expect(
      submitApplication(world, begun.certifier, { applicationId: begun.id, seenHash: begun.seenHash }),
    ).rejects.toMatchObject({ reason: { key: 'applications:lead-has-not-asked' } });
    expect((await openAs(world, begun.lead, begun.id)).signOffs[0]).toMatchObject({
      kind: 'sent-back',
      reason: 'The budget is last year’s.',
    });
    await send(world, begun);
  });

  it('can be taken back while the stage is open and sent anew, each with its own entry in the log', async () => {
    const { id, certifier, lead, window, ...rest } = await anApplication(world, worker);
    await withdraw(world, lead, { applicationId: id, how: 'take-back', why: 'A typo' });
    expect(await reading(world, certifier, (tx) => findSubmitted(tx, id))).toBeUndefined();
    await send(world, { ...rest, id, certifier, lead, window });
    const found = await reading(world, certifier, (tx) => listSubmitted(tx, window.id, 'concept-note'));
    expect(found.map((one) => one.id)).toEqual([id]);
    await setClosing(window.id, `clock_timestamp() - interval '1 second'`);
    await expect(
      withdraw(world, lead, { applicationId: id, how: 'take-back', why: null }),
    ).rejects.toMatchObject({ reason: { key: 'applications:too-late-to-take-back' } });
  });
});
