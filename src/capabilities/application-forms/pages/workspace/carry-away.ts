import { notFound } from '../../../../kernel/refusal.ts';
import { isLanguage } from '../../../../kernel/language.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { formJson } from '../../rules/form-json.ts';
import { blankAnswers } from '../../rules/questions.ts';
import { htmlFile } from '../offline/html-file.tsx';
import { wordFile } from '../offline/word.ts';
import { openVersion } from './open-form.ts';
import { previewTerms } from './preview-terms.ts';

/** The form as JSON: to keep, to compare, to bring in elsewhere. */
export async function sendJson(visit: Visit): Promise<Response> {
  const { form, version } = await openVersion(visit);
  return file(formJson(version), 'application/json', `${form.slug}-${version.version}.json`);
}

/** A blank form as a Word file; its budget under invented terms, for it belongs to no window. */
export async function sendWord(visit: Visit): Promise<Response> {
  const { form, version } = await openVersion(visit);
  const bytes = await wordFile(published(version), blankAnswers(), languageOf(visit), blankMeta(visit));
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return file(new Uint8Array(bytes), type, `${form.slug}-${version.version}.docx`);
}

export async function sendHtml(visit: Visit): Promise<Response> {
  const { form, version } = await openVersion(visit);
  const text = htmlFile(published(version), blankAnswers(), languageOf(visit), blankMeta(visit));
  return file(text, 'text/html; charset=utf-8', `${form.slug}-${version.version}.html`);
}

function published<V extends { readonly stage: string }>(version: V): V {
  if (version.stage !== 'published') throw notFound();
  return version;
}

function languageOf(visit: Visit) {
  const wanted = visit.query('in');
  return isLanguage(wanted) ? wanted : visit.language;
}

function blankMeta(visit: Visit) {
  return {
    applicationId: '',
    exportedAt: visit.world.now(),
    key: visit.world.secrets.keyFor('application form exports'),
    terms: previewTerms,
  };
}

function file(body: string | Uint8Array<ArrayBuffer>, type: string, name: string): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}
