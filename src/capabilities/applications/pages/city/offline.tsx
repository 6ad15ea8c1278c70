import { z } from 'zod';
import { because, notFound, Refusal } from '../../../../kernel/refusal.ts';
import { freshForm, type FormState, readForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { htmlFile, readBack, wordFile } from '../../../application-forms/index.ts';
import { readingAs, writingAs } from '../../actions/applicant.ts';
import { type Difference, differenceWith, keepReturned, settleReturned } from '../../actions/return-form.ts';
import type { OpenApplication } from '../../actions/open-application.ts';
import { words } from '../../messages/index.ts';
import { refusalOf } from '../refusal-of.ts';
import { type Door, doorOf, openDoor } from './door.ts';
import { DifferencePage } from './difference-page.tsx';
import { OfflinePage } from './offline-page.tsx';

export async function showOffline(visit: Visit): Promise<Response> {
  return await drawOffline(visit, await doorOf(visit), freshForm(visit.world));
}

async function drawOffline(visit: Visit, door: Door, form: FormState): Promise<Response> {
  const open = await openDoor(visit, door);
  const body = <OfflinePage visit={visit} door={door} open={open} form={form} />;
  return visit.show({
    title: words(visit.language)('work-offline'),
    body,
    hasProblems: form.problems.length > 0,
  });
}

function metaOf(visit: Visit, open: OpenApplication) {
  return {
    applicationId: open.application.id,
    exportedAt: open.now,
    key: visit.world.secrets.keyFor('application form exports'),
    terms: open.window,
    heading: open.window.name[visit.language],
  };
}

export async function sendWordFile(visit: Visit): Promise<Response> {
  const open = await openDoor(visit, await doorOf(visit));
  const bytes = await wordFile(open.form, open.answers, visit.language, metaOf(visit, open));
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return away(new Uint8Array(bytes), type, `application-${open.application.id.slice(-8)}.docx`);
}

export async function sendHtmlFile(visit: Visit): Promise<Response> {
  const open = await openDoor(visit, await doorOf(visit));
  const html = htmlFile(open.form, open.answers, visit.language, metaOf(visit, open));
  return away(html, 'text/html; charset=utf-8', `application-${open.application.id.slice(-8)}.html`);
}

function away(body: Uint8Array<ArrayBuffer> | string, type: string, name: string): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    },
  });
}

/** The form comes back: nothing is taken over before somebody has seen each difference. */
export async function takeReturned(visit: Visit): Promise<Response> {
  const door = await doorOf(visit);
  const { files, state } = await readForm(visit, z.object({}));
  try {
    const file = files[0]?.[1];
    if (!file) throw new Refusal(because('platform:needed'));
    const open = await openDoor(visit, door);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const back = await readBack(bytes, open.form, {
      applicationId: open.application.id,
      key: visit.world.secrets.keyFor('application form exports'),
      terms: open.window,
    });
    const id = await writingAs(visit.world, door.applicant, (tx, opened) =>
      keepReturned(tx, visit.world, door, opened, { name: file.name, back }),
    );
    return visit.redirect(`${door.base}/returned/${id}`);
  } catch (error) {
    visit.refusedWith = 422;
    const problems = [{ field: 'file', reason: refusalOf(error).reason }];
    return await drawOffline(visit, door, { ...state, problems, idempotencyKey: visit.world.newId() });
  }
}

export async function showReturned(visit: Visit): Promise<Response> {
  const door = await doorOf(visit);
  const difference = await differenceIn(visit, door);
  const body = (
    <DifferencePage visit={visit} door={door} difference={difference} idempotencyKey={visit.world.newId()} />
  );
  return visit.show({ title: words(visit.language)('what-came-back'), body });
}

async function differenceIn(visit: Visit, door: Door): Promise<Difference> {
  const found = await readingAs(visit.world, door.applicant, (tx, opened) =>
    differenceWith(tx, door, opened, visit.param('returned')),
  );
  if (!found) throw notFound();
  return found;
}

export async function settle(visit: Visit): Promise<Response> {
  const door = await doorOf(visit);
  const { input } = await readForm(visit, z.record(z.string(), z.string().optional()));
  const accepted = Object.keys(input ?? {}).flatMap((name) =>
    name.startsWith('take:') ? [name.slice(5)] : [],
  );
  await settleReturned(visit.world, door, visit.param('returned'), accepted);
  return visit.redirect(`${door.base}?saved=1`);
}
