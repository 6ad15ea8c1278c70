import { notFound } from '../../../../kernel/refusal.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { networkOf } from '../../../../platform/sessions/network.ts';
import { answerByLink } from '../../actions/partners.ts';
import { type Follower, readThroughLink } from '../../actions/through-link.ts';
import { words } from '../../messages/index.ts';
import { findAttachment } from '../../store/messages.ts';
import { listPartnerRequests } from '../../store/partners.ts';
import { PartnerView } from '../partner-view.tsx';
import { personal } from '../personal.ts';
import { serveFile } from '../serve-file.ts';
import { partnerAnswers } from './ask-answers.ts';

export async function showPartner(visit: Visit): Promise<Response> {
  return await partnerPage(visit, freshForm(visit.world));
}

export async function sendPartnerAnswer(visit: Visit): Promise<Response> {
  return personal(
    await submitForm(visit, {
      schema: partnerAnswers,
      act: async (answer, once) => {
        await answerByLink(visit.world, follower(visit), answer, once);
        return at(visit);
      },
      again: (state) => partnerPage(visit, state),
    }),
  );
}

export async function sendPartnerFile(visit: Visit): Promise<Response> {
  const file = await readThroughLink(visit.world, follower(visit), (tx) =>
    findAttachment(tx, visit.param('id')),
  );
  return await serveFile(visit.world, file);
}

function at(visit: Visit): string {
  return `/ask/partner/${visit.param('token')}`;
}

function follower(visit: Visit): Follower {
  return { token: visit.param('token'), audience: 'partner', network: networkOf(visit.request) };
}

async function partnerPage(visit: Visit, form: FormState): Promise<Response> {
  const { language, world } = visit;
  const [request] = await readThroughLink(world, follower(visit), (tx, id) =>
    listPartnerRequests(tx, { id }),
  );
  if (!request) throw notFound();
  const title = words(language)('partner-title');
  return personal(
    visit.show({
      title,
      body: <PartnerView {...{ language, request, form }} at={visit.href(at(visit))} asksName />,
    }),
  );
}
