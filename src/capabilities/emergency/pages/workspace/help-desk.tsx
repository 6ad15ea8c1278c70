import { z } from 'zod';
import { reading } from '../../../../platform/database/atomically.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { id, optionalText } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { pairUp } from '../../actions/pair-up.ts';
import { words } from '../../messages/index.ts';
import { whyNotRun } from '../../permissions.ts';
import { findRecord } from '../../store/record.ts';
import { frameOf, idIn } from '../frame.ts';
import { HelpDeskPage } from './help-desk-page.tsx';

export interface HelpDeskState {
  readonly form: FormState;
  /** The need or offer whose form was refused; the pairing's own form when not given. */
  readonly item?: string | undefined;
}

export async function showHelpDesk(visit: Visit): Promise<Response> {
  return await helpDesk(visit, { form: freshForm(visit.world) });
}

export async function sendPairing(visit: Visit): Promise<Response> {
  const responseId = idIn(visit, 'id');
  return await submitForm(visit, {
    schema: z.object({ need: id(), offer: id(), remark: optionalText(500) }),
    act: async ({ need, offer, remark }, once) => {
      const pair = { responseId, needId: need, offerId: offer, remark };
      await pairUp(visit.world, visit.actor, pair, once);
      return `/workspace/emergencies/${responseId}/help`;
    },
    again: (form) => helpDesk(visit, { form }),
  });
}

/** Needs, offers, and who helps whom; the only place where they are brought together. */
export async function helpDesk(visit: Visit, state: HelpDeskState): Promise<Response> {
  const record = await reading(visit.world, visit.actor, (tx) => findRecord(tx, { id: idIn(visit, 'id') }));
  if (!record) throw notFound();
  const mayRun = whyNotRun(visit.actor) === undefined && record.stage !== 'closed';
  return visit.show({
    title: words(visit.language)('who-helps-whom'),
    body: <HelpDeskPage {...frameOf(visit, record)} {...state} mayRun={mayRun} />,
  });
}
