import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import type { z } from 'zod';
import type { Submission } from '../../../../platform/database/atomically.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { addNote } from '../../actions/add-note.ts';
import { moveCase, verifyRequester } from '../../actions/change-case.ts';
import { keepUploads } from '../../actions/keep-files.ts';
import { replyToCity } from '../../actions/reply-to-city.ts';
import { admitApart } from '../../actions/settle-apart.ts';
import { whyNotDesk } from '../../permissions.ts';
import { findAttachment } from '../../store/messages.ts';
import { serveFile } from '../serve-file.ts';
import {
  admissionAnswers,
  moveAnswers,
  noteAnswers,
  replyAnswers,
  verificationAnswers,
} from './case-answers.ts';
import type { SentForm } from './case-forms.ts';
import { CasePage } from './case-page.tsx';
import { caseIdOf, recordOf } from './case-record.ts';

export async function showCase(visit: Visit): Promise<Response> {
  const record = await recordOf(visit);
  const template = record.templates.find(({ slug }) => slug === visit.query('template'));
  const answers = template ? { body: template.body[record.shown.language] } : {};
  return await casePage(visit, freshForm(visit.world, answers), template ? 'reply' : undefined, record);
}

export async function sendReplyForm(visit: Visit): Promise<Response> {
  return await take(visit, 'reply', replyAnswers, async (said, once, files) => {
    const attachments = await keepUploads(visit.world, files);
    await replyToCity(visit.world, visit.actor, { ...said, caseId: caseIdOf(visit), attachments }, once);
  });
}

export async function sendNote(visit: Visit): Promise<Response> {
  return await take(visit, 'note', noteAnswers, async ({ body }, once) => {
    await addNote(visit.world, visit.actor, { caseId: caseIdOf(visit), body }, once);
  });
}

export async function sendMove(visit: Visit): Promise<Response> {
  return await take(visit, 'move', moveAnswers, async (said, once) => {
    await moveCase(visit.world, visit.actor, { ...said, caseId: caseIdOf(visit) }, once);
  });
}

export async function sendVerification(visit: Visit): Promise<Response> {
  return await take(visit, 'verification', verificationAnswers, async (said, once) => {
    await verifyRequester(visit.world, visit.actor, { ...said, caseId: caseIdOf(visit) }, once);
  });
}

export async function sendAdmission(visit: Visit): Promise<Response> {
  return await take(visit, 'admission', admissionAnswers, async ({ message }, once) => {
    await admitApart(visit.world, visit.actor, message, once);
  });
}

export async function sendDeskFile(visit: Visit): Promise<Response> {
  const file = await reading(visit.world, visit.actor, (tx) => findAttachment(tx, visit.param('file')));
  return await serveFile(visit.world, file);
}

/** One of the forms of the page: back to the case, or the page again with what is wrong. */
async function take<Schema extends z.ZodType>(
  visit: Visit,
  sent: SentForm,
  schema: Schema,
  act: (
    said: z.infer<Schema>,
    once: Submission,
    files: readonly (readonly [string, File])[],
  ) => Promise<void>,
): Promise<Response> {
  return await submitForm(visit, {
    schema,
    act: async (said, once, files) => {
      await act(said, once, files);
      return `/workspace/support/cases/${caseIdOf(visit)}`;
    },
    again: (state) => casePage(visit, state, sent),
  });
}

async function casePage(
  visit: Visit,
  form: FormState,
  sent: SentForm | undefined,
  loaded?: Awaited<ReturnType<typeof recordOf>>,
): Promise<Response> {
  const record = loaded ?? (await recordOf(visit));
  const { language, actor } = visit;
  return visit.show({
    title: `${record.shown.reference} ${record.shown.subject}`,
    body: (
      <CasePage
        {...{ language, record, form, sent }}
        href={(path) => visit.href(path)}
        mayWork={whyNotDesk(actor) === undefined}
      />
    ),
  });
}
