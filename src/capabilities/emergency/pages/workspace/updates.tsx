import { z } from 'zod';
import { reading } from '../../../../platform/database/atomically.ts';
import { type Language, languages } from '../../../../kernel/language.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { optionalText, version } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { draftBulletin, sendBulletin } from '../../actions/bulletins.ts';
import { words } from '../../messages/index.ts';
import { whyNotRun, whyNotSend } from '../../permissions.ts';
import { type BulletinTexts, findRecord } from '../../store/record.ts';
import { countSubscribed } from '../../store/subscriptions.ts';
import { frameOf, idIn, recordFor } from '../frame.ts';
import { NewUpdatePage, UpdatesPage } from './updates-page.tsx';

const fields = Object.fromEntries(
  languages.flatMap((one) => [
    [`subject-${one}`, optionalText(150)],
    [`body-${one}`, optionalText(5000)],
  ]),
);

/** One language is enough; a language half written is a problem. */
const schema = z.object(fields).transform((said, context) => {
  const miss = (field: string, message: string) =>
    context.addIssue({ code: 'custom', message, path: [field] });
  const texts: Partial<Record<Language, { subject: string; body: string }>> = {};
  for (const one of languages) {
    const [subject, body] = [said[`subject-${one}`], said[`body-${one}`]];
    if (subject && body) texts[one] = { subject, body };
    else if (subject) miss(`body-${one}`, 'platform:needed');
    else if (body) miss(`subject-${one}`, 'platform:needed');
  }
  if (Object.keys(texts).length === 0) miss('', 'emergency:one-language');
  return texts satisfies BulletinTexts;
});

export async function showUpdates(visit: Visit): Promise<Response> {
  return await updatesPage(visit, freshForm(visit.world));
}

export async function showNewUpdate(visit: Visit): Promise<Response> {
  return await newUpdatePage(visit, freshForm(visit.world));
}

export async function sendUpdate(visit: Visit): Promise<Response> {
  const responseId = idIn(visit, 'id');
  return await submitForm(visit, {
    schema,
    act: async (texts, once) => {
      const firstLanguage = texts[visit.language]
        ? visit.language
        : (languages.find((one) => texts[one]) ?? visit.language);
      await draftBulletin(visit.world, visit.actor, { responseId, texts, firstLanguage }, once);
      return `/workspace/emergencies/${responseId}/updates`;
    },
    again: (state) => newUpdatePage(visit, state),
  });
}

export async function sendSending(visit: Visit): Promise<Response> {
  const [responseId, id] = [idIn(visit, 'id'), idIn(visit, 'update')];
  return await submitForm(visit, {
    schema: z.object({ version: version() }),
    act: async (said, once) => {
      await sendBulletin(visit.world, visit.actor, { id, version: said.version }, once);
      return `/workspace/emergencies/${responseId}/updates`;
    },
    again: (state) => updatesPage(visit, state),
  });
}

async function updatesPage(visit: Visit, form: FormState): Promise<Response> {
  const { world, actor, language } = visit;
  const id = idIn(visit, 'id');
  const { record, subscribed } = await reading(world, actor, async (tx) => ({
    record: await findRecord(tx, { id }),
    subscribed: await countSubscribed(tx, id),
  }));
  if (!record) throw notFound();
  const mayRun = whyNotRun(actor) === undefined && record.stage !== 'closed';
  const whyNot = (bulletin: { draftedBy: string; sentAt: unknown }) => whyNotSend(actor, bulletin);
  return visit.show({
    title: words(language)('updates'),
    body: <UpdatesPage {...frameOf(visit, record)} {...{ form, subscribed, mayRun, whyNot }} />,
  });
}

async function newUpdatePage(visit: Visit, form: FormState): Promise<Response> {
  const record = await recordFor(visit, { id: idIn(visit, 'id') });
  return visit.show({
    title: words(visit.language)('write-update'),
    body: <NewUpdatePage {...frameOf(visit, record)} form={form} />,
  });
}
