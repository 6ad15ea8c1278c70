import { isUuid } from '../../../../kernel/id.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { findFormVersion } from '../../../application-forms/index.ts';
import { findOpenWindow } from '../../../fund/index.ts';
import { applyingCity } from '../../actions/city-of.ts';
import { mayReadAsFund } from '../../permissions.ts';
import { findApplication } from '../../store/applications.ts';
import { listCommitments } from '../../store/commitments.ts';
import { listExtensions } from '../../store/extensions.ts';
import { findOfApplication } from '../../store/move-proposals.ts';
import { listMoves } from '../../store/moves.ts';
import { listParticipants } from '../../store/participants.ts';
import { listParts } from '../../store/parts.ts';

/** Whose page it is: "not yours" looks like "not there". */
export function idOf(visit: Visit): string {
  const applicationId = visit.param('id');
  if (!isUuid(applicationId) || !mayReadAsFund(visit.actor)) throw notFound();
  return applicationId;
}

/** All that the fund may see of an application: what was sent, never a draft. */
export async function readForFund(visit: Visit) {
  const applicationId = idOf(visit);
  return await reading(visit.world, visit.actor, async (tx) => {
    const application = await findApplication(tx, applicationId);
    const window = application && (await findOpenWindow(tx, application.windowId));
    if (!application || !window) throw notFound();
    const sent = await listCommitments(tx, { applicationId });
    const shown = sent.find(({ stage }) => stage === visit.query('stage')) ?? sent[0];
    return {
      application,
      window,
      city: await applyingCity(tx, application.cityId, visit.language, visit.world.now()),
      parts: await listParts(tx, [applicationId]),
      participants: await listParticipants(tx, [applicationId]),
      sent,
      shown,
      form: shown && (await findFormVersion(tx, shown.formVersionId)),
      moves: await listMoves(tx, applicationId),
      proposal: await findOfApplication(tx, applicationId),
      extensions: await listExtensions(tx, applicationId),
    };
  });
}

export type StaffView = Awaited<ReturnType<typeof readForFund>>;
