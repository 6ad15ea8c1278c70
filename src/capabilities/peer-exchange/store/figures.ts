import { sql } from 'kysely';
import type { Reader } from '../../../platform/database/atomically.ts';

/** How far introductions have come, and whose they were. */
export interface ExchangeFigures {
  readonly proposed: number;
  readonly consented: number;
  readonly met: number;
  readonly followedUp: number;
  /** Cities introduced, each once; of them of the Global South, and secondary. */
  readonly cities: number;
  readonly globalSouth: number;
  readonly secondary: number;
}

/** Of one round, or of all. */
export async function exchangeFigures(
  reader: Reader,
  roundId: string | null = null,
): Promise<ExchangeFigures> {
  const { rows } = await sql<ExchangeFigures>`with those as (
      select * from peer_exchange.exchange e where ${roundId}::uuid is null or e.round_id = ${roundId}::uuid
    ), introduced as (
      select c.global_south, c.secondary_city from city_registry.city c
      where c.id in (select unnest(city_ids) from those)
    )
    select count(*)::int as proposed, count(agreed_at)::int as consented, count(met_on)::int as met,
      count(followed_up_at)::int as "followedUp",
      (select count(*)::int from introduced) as cities,
      (select count(*)::int from introduced where global_south) as "globalSouth",
      (select count(*)::int from introduced where secondary_city) as secondary
    from those`.execute(reader);
  const [figures] = rows;
  if (!figures) throw new Error('counting gives one row');
  return figures;
}
