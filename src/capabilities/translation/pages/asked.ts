import { listCitiesByIds, cityName } from '../../city-registry/index.ts';
import { isUuid } from '../../../kernel/id.ts';
import { notFound } from '../../../kernel/refusal.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import type { Visit } from '../../../platform/http/route.ts';
import { words } from '../messages/index.ts';
import type { TranslatedText } from '../rules/translated.ts';
import { findText, type Subject, subjectOf, textsOf } from '../store/texts.ts';

/** What records with texts are called, and where they are kept. */
export const subjectKinds = ['application'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export function isSubjectKind(kind: string): kind is SubjectKind {
  return (subjectKinds as readonly string[]).includes(kind);
}

/** An id in the path; anything else is not there. */
export function idIn(visit: Visit, name: string): string {
  const id = visit.param(name);
  if (!isUuid(id)) throw notFound();
  return id;
}

export function subjectIn(visit: Visit): Subject {
  const kind = visit.param('kind');
  if (!isSubjectKind(kind)) throw notFound();
  return { kind, id: idIn(visit, 'id') };
}

export const recordPath = ({ kind, id }: Subject) => `/workspace/translation/records/${kind}/${id}`;

export interface RecordSeen {
  readonly subject: Subject;
  readonly texts: readonly TranslatedText[];
  readonly title: string;
}

/** The record's texts, and what it is called: "Application of Kenema". @throws Refusal 404 when the reader may see none */
export async function seeRecord(visit: Visit, tx: Tx, subject: Subject): Promise<RecordSeen> {
  const texts = await textsOf(tx, subject);
  if (texts.length === 0) throw notFound();
  return { subject, texts, title: await recordTitle(visit, tx, subject.kind, texts[0]?.cityId ?? null) };
}

export async function seeText(
  visit: Visit,
  tx: Tx,
  id: string,
): Promise<RecordSeen & { text: TranslatedText }> {
  const text = await findText(tx, id);
  const subject = await subjectOf(tx, id);
  if (!text || !subject) throw notFound();
  return { ...(await seeRecord(visit, tx, subject)), text };
}

async function recordTitle(visit: Visit, tx: Tx, kind: string, cityId: string | null): Promise<string> {
  const t = words(visit.language);
  const [city] = cityId ? await listCitiesByIds(tx, [cityId]) : [];
  return isSubjectKind(kind)
    ? t(`record.${kind}`, { city: city ? cityName(visit.language, city) : '' })
    : kind;
}
