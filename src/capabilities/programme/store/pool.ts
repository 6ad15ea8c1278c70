import { sql } from 'kysely';
import type { Reader } from '../../../platform/database/atomically.ts';
import { bandNumber, type PopulationBand } from '../../city-registry/index.ts';
import type { Openness } from '../rules/open-to.ts';

export interface Share {
  readonly cities: number;
  readonly globalSouth: number;
  readonly secondary: number;
}

/** Everybody to whom it is open, from the registry's own tally: no scan. */
export async function countPool(
  reader: Reader,
  open: Pick<Openness, 'bands' | 'onlyGlobalSouth' | 'onlySecondary'>,
  countries: readonly string[],
): Promise<Share> {
  const bands = open.bands.map((band) => bandNumber(band as PopulationBand));
  const { rows } = await sql<Share>`select coalesce(sum(cities), 0)::int as cities,
      coalesce(sum(cities) filter (where global_south), 0)::int as "globalSouth",
      coalesce(sum(cities) filter (where secondary_city), 0)::int as secondary
    from city_registry.city_tally where country = any (${[...countries]}::text[])
      and (${bands.length === 0} or population_band = any (${bands}::smallint[]))
      and (not ${open.onlyGlobalSouth}::bool or global_south) and (not ${open.onlySecondary}::bool or secondary_city)`.execute(
    reader,
  );
  return rows[0] ?? { cities: 0, globalSouth: 0, secondary: 0 };
}

export interface Reached {
  readonly invited: Share;
  readonly joined: Share;
  readonly cities: readonly {
    readonly cityId: string;
    readonly name: string;
    readonly latitude: number;
    readonly longitude: number;
  }[];
}

/** Who was invited so far, and who of them said yes. */
export async function reachedSoFar(reader: Reader, activityId: string): Promise<Reached> {
  const { rows } = await sql<Reached>`
    with reached as (select c.*, i.answer from programme.invitation i join city_registry.city c on c.id = i.city_id
      where i.activity_id = ${activityId})
    select ${share('true')} as invited, ${share("answer = 'yes'")} as joined,
      coalesce((select jsonb_agg(m) from (select id as "cityId", name, latitude, longitude from reached
        order by population desc limit 150) m), '[]') as cities
    from reached`.execute(reader);
  const none = { cities: 0, globalSouth: 0, secondary: 0 };
  return rows[0] ?? { invited: none, joined: none, cities: [] };
}

function share(which: 'true' | "answer = 'yes'") {
  const only = sql.raw(which);
  return sql`jsonb_build_object('cities', count(*) filter (where ${only}), 'globalSouth', count(*) filter (where ${only} and global_south),
    'secondary', count(*) filter (where ${only} and secondary_city))`;
}
