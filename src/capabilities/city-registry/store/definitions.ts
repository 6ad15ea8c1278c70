import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import { type CitedSource, sourcesCited } from '../../library/index.ts';
import type { Scheme } from '../rules/classification.ts';

export interface DefinitionShown {
  readonly slug: string;
  readonly key: 'global-south' | 'secondary-city';
  readonly version: number;
  readonly adopted: CalendarDate;
  readonly title: LocalText;
  readonly definition: LocalText;
  readonly reason: LocalText;
  readonly cities: number;
  readonly sources: readonly CitedSource[];
}

export interface ListShown {
  readonly slug: string;
  readonly scheme: Scheme;
  readonly name: string;
  readonly validFrom: CalendarDate | null;
  readonly validTo: CalendarDate | null;
  readonly licence: string | null;
  readonly remark: LocalText | null;
  readonly countries: number;
  readonly sources: readonly CitedSource[];
}

/** Every version of every definition, and every list, the newest first: one trip. */
export async function listDefinitions(
  reader: Reader,
): Promise<{ definitions: readonly DefinitionShown[]; lists: readonly ListShown[] }> {
  const { rows } = await sql<{ definitions: DefinitionShown[]; lists: ListShown[] }>`select
    (select coalesce(jsonb_agg(jsonb_build_object('slug', d.slug, 'key', d.key, 'version', d.revision, 'adopted', d.adopted,
      'title', d.title, 'definition', d.definition, 'reason', d.reason, 'cities', coalesce((select sum(t.cities) from city_registry.city_tally t
        where case d.key when 'global-south' then t.global_south else t.secondary_city end), 0),
      'sources', ${sourcesCited('city-registry', 'place-definition', 'd.id')}) order by d.key, d.revision desc), '[]')
      from city_registry.place_definition d) as definitions,
    (select coalesce(jsonb_agg(jsonb_build_object('slug', v.slug, 'scheme', v.scheme, 'name', v.name, 'validFrom', v.valid_from,
      'validTo', v.valid_to, 'licence', v.licence, 'remark', v.remark,
      'countries', (select count(distinct k.country) from city_registry.classification k where k.vintage_id = v.id),
      'sources', ${sourcesCited('city-registry', 'vintage', 'v.id')}) order by v.scheme, v.valid_from desc nulls last), '[]')
      from city_registry.vintage v) as lists`.execute(reader);
  return rows[0] ?? { definitions: [], lists: [] };
}
