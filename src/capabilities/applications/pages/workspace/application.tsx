import { z } from 'zod';
import { isUuid } from '../../../../kernel/id.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { choice, id, optionalText, text } from '../../../../platform/forms/fields.ts';
import { freshForm, type FormState, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { moveKeys } from '../../../fund/index.ts';
import { answerExtensionRequest } from '../../actions/extension.ts';
import { dropProposal, moveByStaff } from '../../actions/propose-move.ts';
import { words } from '../../messages/index.ts';
import { findAttachment } from '../../store/attachments.ts';
import { namedCities } from '../city/fill-in.tsx';
import { serveAttachment } from '../city/uploads.ts';
import { StaffPage } from './application-page.tsx';
import { idOf, readForFund } from './read-application.ts';

export async function showApplication(visit: Visit): Promise<Response> {
  return await draw(visit, freshForm(visit.world));
}

async function draw(visit: Visit, form: FormState): Promise<Response> {
  const view = await readForFund(visit);
  const cities = view.form && view.shown ? await namedCities(visit, view.form, view.shown.answers) : {};
  const title = words(visit.language)('application-of', { city: view.city.name });
  return visit.show({ title, body: <StaffPage visit={visit} view={view} cities={cities} form={form} /> });
}

export async function sendMove(visit: Visit): Promise<Response> {
  const applicationId = idOf(visit);
  return await submitForm(visit, {
    schema: z.object({ move: choice(moveKeys), why: optionalText(2000) }),
    act: async ({ move, why }, once) => {
      await moveByStaff(visit.world, visit.actor, { applicationId, move, why }, once);
      return `/workspace/applications/${applicationId}`;
    },
    again: (state) => draw(visit, state),
  });
}

export async function sendProposalDrop(visit: Visit): Promise<Response> {
  const applicationId = idOf(visit);
  return await submitForm(visit, {
    schema: z.object({}),
    act: async (_input, once) => {
      await dropProposal(visit.world, visit.actor, applicationId, once);
      return `/workspace/applications/${applicationId}`;
    },
    again: (state) => draw(visit, state),
  });
}

export async function sendExtensionAnswer(visit: Visit): Promise<Response> {
  const applicationId = idOf(visit);
  return await submitForm(visit, {
    schema: z.object({ request: id(), answer: text(4000) }),
    act: async ({ request, answer }, once) => {
      await answerExtensionRequest(
        visit.world,
        visit.actor,
        { applicationId, requestId: request, answer },
        once,
      );
      return `/workspace/applications/${applicationId}`;
    },
    again: (state) => draw(visit, state),
  });
}

export async function sendStaffFile(visit: Visit): Promise<Response> {
  const applicationId = idOf(visit);
  const file = visit.param('file');
  if (!isUuid(file)) throw notFound();
  return await serveAttachment(
    visit,
    await reading(visit.world, visit.actor, (tx) => findAttachment(tx, applicationId, file)),
  );
}
