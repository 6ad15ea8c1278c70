import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { networkOf } from '../../../../platform/sessions/network.ts';
import { giveConsentByLink } from '../../actions/consent.ts';
import { keepUploads } from '../../actions/keep-files.ts';
import { type Follower, readThroughLink } from '../../actions/through-link.ts';
import { writeByLink } from '../../actions/write-as-city.ts';
import { words } from '../../messages/index.ts';
import { findCase } from '../../store/cases.ts';
import { findAttachment, listThread } from '../../store/messages.ts';
import { listConsents } from '../../store/partners.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { CityCase, type CityCaseProps } from '../city-case.tsx';
import { personal } from '../personal.ts';
import { serveFile } from '../serve-file.ts';
import { cityMessage, consentAnswers } from './ask-answers.ts';

export async function showThread(visit: Visit): Promise<Response> {
  return await threadPage(visit, freshForm(visit.world), undefined);
}

export async function sendMessage(visit: Visit): Promise<Response> {
  return personal(
    await submitForm(visit, {
      schema: cityMessage,
      act: async ({ body }, once, files) => {
        await readThroughLink(visit.world, follower(visit), async () => null);
        const attachments = await keepUploads(visit.world, files);
        await writeByLink(visit.world, follower(visit), { body, attachments }, once);
        return at(visit);
      },
      again: (state) => threadPage(visit, state, 'message'),
    }),
  );
}

export async function sendConsent(visit: Visit): Promise<Response> {
  return personal(
    await submitForm(visit, {
      schema: consentAnswers,
      act: async ({ organisation, agreed, answer }, once) => {
        const given = { organisationId: organisation, agreed: answer === 'agree' ? agreed : [] };
        await giveConsentByLink(visit.world, follower(visit), given, visit.language, once);
        return at(visit);
      },
      again: (state) => threadPage(visit, state, 'consent'),
    }),
  );
}

export async function sendThreadFile(visit: Visit): Promise<Response> {
  const file = await readThroughLink(visit.world, follower(visit), (tx) =>
    findAttachment(tx, visit.param('id')),
  );
  return await serveFile(visit.world, file);
}

function at(visit: Visit): string {
  return `/ask/thread/${visit.param('token')}`;
}

function follower(visit: Visit): Follower {
  return { token: visit.param('token'), audience: 'requester', network: networkOf(visit.request) };
}

async function threadPage(visit: Visit, form: FormState, sent: CityCaseProps['sent']): Promise<Response> {
  const { language, world } = visit;
  const { shown, messages, consents } = await readThroughLink(world, follower(visit), async (tx, caseId) => ({
    shown: await findCase(tx, caseId),
    messages: await listThread(tx, [caseId]),
    consents: await listConsents(tx, caseId),
  }));
  if (!shown) throw notFound();
  const title = words(language)('case-kind', { reference: shown.reference });
  return personal(
    visit.show({
      title,
      body: <CityCase {...{ language, shown, messages, consents, form, sent }} at={visit.href(at(visit))} />,
    }),
  );
}
