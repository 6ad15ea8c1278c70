import { z } from 'zod';
import { notFound, Refusal } from '../../../../kernel/refusal.ts';
import { text, ticked, wrong } from '../../../../platform/forms/fields.ts';
import { freshForm, type FormState, readForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { proofFor } from '../../../../platform/public-log/index.ts';
import { jsonText } from '../../../../platform/exports/json.ts';
import { attachWhole } from '../../actions/attach.ts';
import { receiptName } from '../../actions/mail-receipt.ts';
import { submitApplication } from '../../actions/submit-application.ts';
import { words } from '../../messages/index.ts';
import { canonicalJson } from '../../rules/canonical.ts';
import { listAttachments } from '../../store/attachments.ts';
import { type Commitment, findCommitment, findSalt } from '../../store/commitments.ts';
import { refusalOf } from '../refusal-of.ts';
import { type Door, openDoor, portalDoor } from './door.ts';
import { overviewFor } from './fill-in.tsx';
import { ReceiptPage } from './receipt-page.tsx';
import { SignaturePage } from './signature-page.tsx';

export async function showSignature(visit: Visit): Promise<Response> {
  return await drawSignature(visit, portalDoor(visit), freshForm(visit.world));
}

async function drawSignature(visit: Visit, door: Door, form: FormState): Promise<Response> {
  const overview = await overviewFor(visit, door);
  if (overview.sent) return visit.redirect(`${door.base}/receipt`);
  const body = <SignaturePage visit={visit} door={door} overview={overview} form={form} />;
  return visit.show({ title: words(visit.language)('sign-and-send'), body, script: true });
}

const signature = z.object({
  seen: text(64),
  agreed: ticked().transform((yes, context) => (yes ? yes : wrong(context, 'applications:say-that-you-may'))),
});

/** Small on purpose: what is sent here decides whether the city was in time. */
export async function sendSubmission(visit: Visit): Promise<Response> {
  const door = portalDoor(visit);
  return await submitForm(visit, {
    schema: signature,
    act: async ({ seen }, once) => {
      const sending = { applicationId: door.applicationId, seenHash: seen };
      await submitApplication(visit.world, visit.actor, sending, once);
      return `${door.base}/receipt`;
    },
    again: (state) => drawSignature(visit, door, state),
  });
}

async function sentOf(visit: Visit, door: Door) {
  const open = await openDoor(visit, door);
  const found = await reading(visit.world, visit.actor, async (tx) => ({
    sent: await findCommitment(tx, open.part.id),
    files: await listAttachments(tx, open.part.id),
  }));
  if (!found.sent) throw notFound();
  const { manifest } = found.sent;
  const missing = found.files.filter(
    ({ state, sha256 }) => state !== 'kept' && sha256 !== null && manifest.includes(sha256),
  );
  return { sent: found.sent, missing };
}

export async function showReceipt(visit: Visit): Promise<Response> {
  const door = portalDoor(visit);
  const overview = await overviewFor(visit, door);
  if (!overview.sent) return visit.redirect(door.base);
  const { missing } = await sentOf(visit, door);
  const body = (
    <ReceiptPage visit={visit} door={door} overview={overview} sent={overview.sent} missing={missing} />
  );
  return visit.show({ title: words(visit.language)('received'), body, script: 'application' });
}

/** What `verify/` reads, offline and without us. */
export async function sendProof(visit: Visit): Promise<Response> {
  const { sent } = await sentOf(visit, portalDoor(visit));
  const proof = await proofFor(visit.world.publicDb, sent.leafIndex, visit.world.logSigner);
  if (!proof) throw notFound();
  return download(proof, 'text/plain; charset=utf-8', `${receiptName(sent)}.tlog-proof`);
}

/** What was committed to, with the salt that opens the entry in the log: for the city's own files. */
export async function sendReceiptFile(visit: Visit): Promise<Response> {
  const { sent } = await sentOf(visit, portalDoor(visit));
  const salt = await reading(visit.world, visit.actor, (tx) => findSalt(tx, sent.id));
  return download(
    jsonText(receiptOf(sent, salt)),
    'application/json; charset=utf-8',
    `${receiptName(sent)}.json`,
  );
}

function receiptOf(sent: Commitment, salt: Buffer | undefined) {
  return {
    reference: sent.id,
    application: sent.applicationId,
    stage: sent.stage,
    receivedAt: sent.committedAt,
    sentBy: sent.byName,
    manifest: sent.manifest,
    manifestSha256: sent.manifestSha256,
    logEntry: sent.leafIndex,
    commitment: sent.commitment,
    salt: salt?.toString('base64') ?? null,
    answers: canonicalJson(sent.answers),
  };
}

function download(text: string, type: string, name: string): Response {
  return new Response(text, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}

/** A file that was named by its hash before the bell, sent after it without a script. */
export async function sendLateFiles(visit: Visit): Promise<Response> {
  const door = portalDoor(visit);
  const { files } = await readForm(visit, z.object({}));
  for (const [field, file] of files) {
    const questionKey = field.replace(/\.upload$/, '');
    try {
      await attachWhole(
        visit.world,
        door.applicant,
        { applicationId: door.applicationId, questionKey },
        file,
      );
    } catch (error) {
      const { reason } = refusalOf(error);
      throw new Refusal(reason, 422);
    }
  }
  return visit.redirect(`${door.base}/receipt`);
}
