import { sql } from 'kysely';
import { isUuid } from '../../../kernel/id.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import { isInRegions, isOfSize, type PlaceRule } from '../../city-registry/index.ts';
import type { CityFacts, DefinitionSays, ListSays } from '../rules/eligibility-rule.ts';

interface FactsRow {
  readonly cityId: string;
  readonly name: string;
  readonly country: string;
  readonly isCapital: boolean;
  readonly population: number;
  readonly largest: number;
  readonly lists: (ListSays & { region: string | null; subregion: string | null })[];
  readonly definitions: { key: DefinitionSays['key']; revision: number; rule: PlaceRule }[];
  readonly runningGrants: CityFacts['runningGrants'];
  readonly grantsOfCountry: number;
}

/** All that a window's rules may ask of cities: one trip. Unknown ids are left out. */
export async function cityFacts(
  reader: Reader,
  windowId: string,
  cityIds: readonly string[],
): Promise<CityFacts[]> {
  const known = [...new Set(cityIds)].filter(isUuid);
  if (known.length === 0) return [];
  const { rows } =
    await sql<FactsRow>`select c.id as "cityId", c.name, c.country, c.is_capital as "isCapital", c.population,
    (select max(n.population) from city_registry.city n where n.country = c.country) as largest,
    (select coalesce(jsonb_agg(jsonb_build_object('slug', v.slug, 'scheme', v.scheme, 'name', v.name, 'validFrom', v.valid_from,
        'incomeGroup', said.income, 'region', said.region, 'subregion', said.subregion,
        'regions', (select coalesce(jsonb_agg(r.m49 order by r.m49), '[]') from city_registry.region r
          where r.level = 'region' and r.listed_as = said.region or r.level = 'subregion' and r.listed_as = said.subregion))
        order by v.valid_from nulls first, v.slug), '[]')
      from city_registry.vintage v, lateral (select max(k.value) filter (where k.facet = 'income-group') as income,
        max(k.value) filter (where k.facet = 'region') as region, max(k.value) filter (where k.facet = 'subregion') as subregion
        from city_registry.classification k where k.vintage_id = v.id and k.country = c.country) said
      where v.scheme in ('world-bank-income', 'un-m49')) as lists,
    (select coalesce(jsonb_agg(jsonb_build_object('key', d.key, 'revision', d.revision, 'rule', d.rule) order by d.key, d.revision), '[]')
      from city_registry.place_definition d) as definitions,
    (select coalesce(jsonb_agg(jsonb_build_object('slug', g.slug, 'announced', g.announced) order by g.announced), '[]')
      from fund.city_grant g where g.city_id = c.id and g.state in ('announced', 'contracted', 'active')) as "runningGrants",
    (select count(*)::int from fund.city_grant g join city_registry.city gc on gc.id = g.city_id
      where g.window_id = ${windowId} and gc.country = c.country and g.state <> 'withdrawn') as "grantsOfCountry"
    from city_registry.city c where c.id = any (${known}::uuid[])`.execute(reader);
  return rows.map(factsOf);
}

function factsOf({ lists, definitions, largest, ...row }: FactsRow): CityFacts {
  const m49 = lists.findLast(({ scheme }) => scheme === 'un-m49');
  const place = { iso2: row.country, region: m49?.region ?? null, subregion: m49?.subregion ?? null };
  return {
    ...row,
    lists: lists.map(({ region: _region, subregion: _subregion, ...list }) => list),
    definitions: definitions.map(({ key, revision, rule }) => ({
      key,
      revision,
      holds: holds(rule, row, place, largest),
    })),
  };
}

/** Null where what the definition asks about is not known. */
function holds(
  rule: PlaceRule,
  city: Pick<FactsRow, 'country' | 'population' | 'isCapital'>,
  place: Parameters<typeof isInRegions>[1],
  largest: number,
): boolean | null {
  if (rule.measure === 'm49-regions') return place.region === null ? null : isInRegions(rule, place);
  return city.population === 0 ? null : isOfSize(rule, city, largest);
}
