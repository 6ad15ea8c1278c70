import { sql } from 'kysely';
import type { Language } from '../../../kernel/language.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { Progress } from '../rules/translated.ts';
import type { Subject } from './texts.ts';

/** A record with texts, and how far their translation has come. */
export interface TranslatedSubject extends Subject, Progress {
  readonly cityId: string | null;
  readonly sourceLanguage: Language;
  readonly targetLanguage: Language;
  /** Words of the source that want a translation. */
  readonly openCharacters: number;
  readonly keptAt: Date;
}

export interface SubjectFilter {
  readonly language?: Language | undefined;
  readonly openOnly?: boolean | undefined;
}

/** Those that want something come first, the longest waiting before the others. */
export async function listSubjects(
  reader: Reader,
  { language, openOnly }: SubjectFilter,
  { limit, offset = 0 }: { readonly limit: number; readonly offset?: number },
): Promise<TranslatedSubject[]> {
  const { rows } = await sql<TranslatedSubject>`
    select t.subject_kind as kind, t.subject_id as id, t.source_language as "sourceLanguage", t.target_language as "targetLanguage",
      (array_agg(t.city_id))[1] as "cityId", max(t.kept_at) as "keptAt",
      count(*) filter (where r.id is null and b.id is null)::int as missing,
      count(*) filter (where r.id is null and b.id is not null)::int as stale,
      count(*) filter (where r.id is not null and v.rendering_id is null and o.rendering_id is null)::int as draft,
      count(*) filter (where o.rendering_id is not null)::int as disputed,
      count(*) filter (where v.rendering_id is not null and o.rendering_id is null)::int as reviewed,
      coalesce(sum(length(p.source)) filter (where r.id is null), 0)::int as "openCharacters"
    from translation.text t join translation.paragraph p on p.text_id = t.id and p.ended_at is null
    left join lateral (select r.id from translation.rendering r where r.paragraph_id = p.id order by r.number desc limit 1) r on true
    left join translation.review v on v.rendering_id = r.id
    left join lateral (select o.rendering_id from translation.objection o where o.rendering_id = r.id limit 1) o on true
    left join lateral (select q.id from translation.rendering q where q.paragraph_id = p.before_id limit 1) b on true
    where (${language ?? null}::text is null or t.source_language = ${language ?? null})
    group by t.subject_kind, t.subject_id, t.source_language, t.target_language
    having not ${openOnly ?? false} or count(*) filter (where v.rendering_id is null or o.rendering_id is not null) > 0
    order by (count(*) filter (where v.rendering_id is null or o.rendering_id is not null) = 0), max(t.kept_at), t.subject_id
    limit ${limit} offset ${offset}`.execute(reader);
  return rows;
}
