import { z } from 'zod';
import { notFound } from '../../../kernel/refusal.ts';
import { choice } from '../../../platform/forms/fields.ts';
import { submitForm } from '../../../platform/forms/form.ts';
import type { Visit } from '../../../platform/http/route.ts';
import { jsonText } from '../../../platform/exports/json.ts';
import { proofFor } from '../../../platform/public-log/index.ts';
import { setNameShown } from '../actions/certificate-acts.ts';
import { fromSeat } from '../actions/seat.ts';
import { words } from '../messages/index.ts';
import { committedName } from '../rules/certificate.ts';
import { listHeld, saltOf } from '../store/certificates.ts';
import { CertificatePaper } from './certificate-paper.tsx';
import { personal } from './frame.ts';
import { type Place, seatAt } from './seat-of.ts';

async function heldCertificate(visit: Visit, place: Place) {
  return await fromSeat(visit.world, seatAt(visit, place).seat, place, async (tx, id) => {
    const [held] = await listHeld(tx, place === 'learning' ? { learningId: id } : { registrationId: id });
    if (!held) throw notFound();
    return { held, salt: await saltOf(tx, held.id) };
  });
}

/** The certificate as it is printed. */
export async function showPaper(visit: Visit, place: Place): Promise<Response> {
  const { held } = await heldCertificate(visit, place);
  const address = `${visit.world.config.publicUrl}/certificates/${held.number}`;
  return personal(
    visit.show({
      title: words(visit.language)('certificate'),
      body: <CertificatePaper language={visit.language} certificate={held} address={address} />,
    }),
  );
}

/** Everything needed to check the certificate without us: the name, what opens the log's commitment to it, and the log's proof. */
export async function sendProofFile(visit: Visit, place: Place): Promise<Response> {
  const { held, salt } = await heldCertificate(visit, place);
  const { world } = visit;
  const proof = await proofFor(world.publicDb, held.leaf, world.logSigner);
  const body = {
    number: held.number,
    name: held.holder.name,
    title: held.title,
    completedOn: held.completedOn,
    // HMAC-SHA-256 of `committed` under this salt is the leaf's `holder`; SHA-256 of the number its `certificate`.
    committed: committedName(held.number, held.holder.name),
    salt: salt?.toString('hex') ?? null,
    leaf: held.leaf,
    proof,
    verifier: `${world.config.publicUrl}/log/verifier/verify.mjs`,
  };
  return personal(
    new Response(jsonText(body), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="certificate-${held.number}.json"`,
      },
    }),
  );
}

export async function sendName(visit: Visit, place: Place): Promise<Response> {
  const { seat, base } = seatAt(visit, place);
  return await submitForm(visit, {
    schema: z.object({ shown: choice(['yes', 'no']) }),
    act: async ({ shown }, once) => {
      await setNameShown(visit.world, seat, { place, shown: shown === 'yes' }, once);
      return `${base}#certificate`;
    },
    again: () => visit.redirect(base),
  });
}
