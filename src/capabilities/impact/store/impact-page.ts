import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { FigureView } from '../rules/figure-view.ts';
import { type FigureJson, figureFromJson, figureJson } from './figure-json.ts';
import { currentDefinitions, sumsAsAt } from './figures-as-at.ts';

export interface EngagedCity {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly since: CalendarDate;
}

/** Which list and definition a share was reckoned with. */
export interface Reckoning {
  readonly key: 'global-south' | 'secondary-city';
  readonly definition: LocalText;
  readonly version: number;
  readonly vintage: string | null;
}

export interface ImpactPage {
  readonly figures: readonly FigureView[];
  readonly cities: readonly EngagedCity[];
  readonly reckonings: readonly Reckoning[];
  readonly firstDay: CalendarDate | null;
}

interface Asked {
  readonly asAt: CalendarDate;
  readonly today: CalendarDate;
  readonly language: Language;
  /** At most so many cities, the newest first. */
  readonly cities: number;
}

/** All the impact page shows, in one trip. */
export async function readImpactPage(
  reader: Reader,
  { asAt, today, language, cities }: Asked,
): Promise<ImpactPage> {
  const { rows } = await sql<{
    figures: FigureJson[] | null;
    cities: EngagedCity[] | null;
    reckonings: Reckoning[] | null;
    firstDay: CalendarDate | null;
  }>`with d as (${currentDefinitions(today)}), total as (${sumsAsAt(asAt)})
    select
      (select json_agg(${figureJson(asAt)} order by d.objective, d.place, d.key) from d) as figures,
      (select json_agg(json_build_object('id', c.id, 'name', coalesce(c.names ->> ${language}, c.name), 'country', c.country,
          'latitude', round(c.latitude::numeric, 2)::float, 'longitude', round(c.longitude::numeric, 2)::float, 'since', c.first_day))
        from (select c.*, s.first_day from d join impact.figure_subject s using (key, version)
          join city_registry.city c on c.id = s.city_id
          where d.kinds = array['city-engaged'] and d.period = 'ever' and s.year = 0 and s.first_day <= ${asAt}
          order by s.first_day desc, s.subject_key limit ${cities}) c) as cities,
      (select json_agg(json_build_object('key', r.key, 'definition', p.title, 'version', p.revision, 'vintage', v.name) order by r.key)
        from city_registry.reckoning r join city_registry.place_definition p on p.id = r.definition_id
        left join city_registry.vintage v on v.id = r.vintage_id) as reckonings,
      (select min(starts) from impact.figure_step where span = 'year') as "firstDay"`.execute(reader);
  const [row] = rows;
  return {
    figures: (row?.figures ?? []).map(figureFromJson),
    cities: row?.cities ?? [],
    reckonings: row?.reckonings ?? [],
    firstDay: row?.firstDay ?? null,
  };
}

/** The figures alone, for the API and the command line. */
export async function listFigures(
  reader: Reader,
  asAt: CalendarDate,
  today: CalendarDate,
): Promise<FigureView[]> {
  const { rows } = await sql<{ figure: FigureJson }>`
    with d as (${currentDefinitions(today)}), total as (${sumsAsAt(asAt)})
    select ${figureJson(asAt)} as figure from d order by d.objective, d.place, d.key`.execute(reader);
  return rows.map(({ figure }) => figureFromJson(figure));
}
