import { type RawBuilder, sql } from 'kysely';
import type { Language } from '../../../kernel/language.ts';

/** The evidence of the claim `s`: what it came with, then what verified changes brought. Row-level security leaves out the rest. */
const evidenceJson = sql`(select json_agg(json_build_object('title', e.title, 'source', e.source, 'address', e.address,
    'fileSha256', e.file_sha256, 'day', e.day, 'precision', e.day_precision, 'changeId', e.change_id) order by e.added_at, e.place)
  from impact.claim_evidence e where e.claim_id = s.claim_id)`;

/** The standing `s` as an `EntryView`, its city called as readers of the language call it. */
export function entryJson(language: Language): RawBuilder<unknown> {
  return sql`(select json_build_object('id', s.claim_id, 'kind', s.kind, 'stage', s.stage, 'origin', s.origin, 'objective', s.objective,
      'subjectKey', s.subject_key, 'subjectName', coalesce(c.names ->> ${language}, s.subject_name), 'cityId', s.city_id,
      'country', c.country, 'day', s.day, 'precision', s.day_precision, 'countedOn', s.counted_on,
      'amountMinor', s.amount_minor::text, 'currency', s.currency, 'usdMinor', s.usd_minor::text, 'usdSource', s.usd_source,
      'count', s.count::text, 'countUnit', s.count_unit, 'qualifier', s.qualifier,
      'statement', coalesce(s.statement_in ->> ${language}, s.statement), 'statementIn', s.statement_in,
      'evidence', coalesce(${evidenceJson}, '[]'),
      'leafIndex', (select d.leaf_index from impact.claim_decision d where d.claim_id = s.claim_id and d.change_id is null))
    from (values (1)) as one left join city_registry.city c on c.id = s.city_id)`;
}
