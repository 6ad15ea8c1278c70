import { isUuid } from '../../../kernel/id.ts';
import { notFound } from '../../../kernel/refusal.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { Visit } from '../../../platform/http/route.ts';
import type { FileItem, Module } from '../rules/content.ts';
import { type Said, readNumber } from '../rules/marking.ts';
import { type QuestionItem, questionsOf } from '../rules/content.ts';
import type { Problem } from '../../../kernel/refusal.ts';
import { because } from '../../../kernel/refusal.ts';
import { findOffered, type OfferedCourse } from '../store/courses.ts';

/** The course of the path, in its current version or the one the query names. */
export async function courseIn(visit: Visit, reader: Reader): Promise<OfferedCourse> {
  const asked = Number(visit.query('version') ?? '');
  const number = Number.isSafeInteger(asked) && asked > 0 && asked < 100_000 ? asked : undefined;
  const course = await findOffered(reader, { slug: visit.param('slug') }, number);
  if (!course) throw notFound();
  return course;
}

/** The module at a place of the path, counted from 1. */
export function moduleAt(
  visit: Visit,
  { modules }: { readonly modules: readonly Module[] },
): { module: Module; place: number } {
  const place = /^\d{1,3}$/.test(visit.param('n')) ? Number(visit.param('n')) : 0;
  const module = modules[place - 1];
  if (!module) throw notFound();
  return { module, place };
}

/** Only a version's own address keeps leading to its files once a newer one is out. */
export function fileAddressIn(
  course: OfferedCourse,
  href: (path: string) => string,
): (item: FileItem) => string {
  return (item) => href(`/training/courses/${course.slug}/files/${item.id}?version=${course.number}`);
}

/** What was answered to a module's questions; a question left open, or a number that is none, is a problem. */
export function readAnswers(
  module: Module,
  answers: Readonly<Record<string, string | undefined>>,
): { said: Said; problems: Problem[] } {
  const questions = questionsOf(module);
  const said = Object.fromEntries(questions.map(({ id }) => [id, (answers[`q-${id}`] ?? '').slice(0, 2000)]));
  const problems = questions.flatMap((question) => {
    const reason = whyUnanswered(question, said[question.id] ?? '');
    return reason ? [{ field: `q-${question.id}`, reason }] : [];
  });
  return { said, problems };
}

function whyUnanswered(question: QuestionItem, said: string) {
  if (said.trim() === '') return because('training:not-answered');
  if (question.form === 'number')
    return readNumber(said) === undefined ? because('platform:not-a-number') : undefined;
  return said.split('\n').every(isUuid) ? undefined : because('platform:choose-one');
}
