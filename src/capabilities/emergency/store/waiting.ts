import { sql } from 'kysely';
import type { Language } from '../../../kernel/language.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { Dated } from '../rules/freshness.ts';
import type { Wording } from '../rules/response.ts';

export interface WaitingResponse {
  readonly id: string;
  readonly slug: string;
  readonly wordings: readonly Wording[];
  readonly publishedBy: string | null;
  readonly publishedAt: Date;
  readonly confirmedAt: Date | null;
  readonly resources: readonly Dated[];
  /** Needs and offers nobody has verified; open needs without any helper. */
  readonly unverified: number;
  readonly unhelped: number;
  /** Updates drafted and not sent, by whom. */
  readonly drafts: readonly string[];
}

/** Open emergencies with what of each may wait for somebody. */
export async function listWaiting(reader: Reader): Promise<WaitingResponse[]> {
  const { rows } =
    await sql<WaitingResponse>`select r.id, r.slug, r.published_by as "publishedBy", r.published_at as "publishedAt",
    r.confirmed_at as "confirmedAt",
    (select jsonb_agg(jsonb_build_object('language', w.language, 'title', w.title, 'what', '', 'isFirst', w.is_first, 'version', 1))
      from emergency.wording w where w.response_id = r.id) as wordings,
    (select coalesce(jsonb_agg(jsonb_build_object('kind', s.kind, 'checkedOn', s.checked_on, 'validUntil', s.valid_until)), '[]')
      from emergency.resource s where s.response_id = r.id and s.withdrawn_at is null) as resources,
    ((select count(*) from emergency.need n where n.response_id = r.id and n.stage = 'open' and n.verified_by is null)
      + (select count(*) from emergency.offer o where o.response_id = r.id and o.stage = 'open' and o.verified_by is null))::int as unverified,
    (select count(*)::int from emergency.need n where n.response_id = r.id and n.stage = 'open' and n.verified_by is not null
      and not exists (select from emergency.pairing p where p.need_id = n.id and p.state <> 'fell-through')) as unhelped,
    array(select b.drafted_by from emergency.bulletin b where b.response_id = r.id and b.sent_at is null) as drafts
    from emergency.response r where r.stage = 'published' order by r.published_at`.execute(reader);
  return rows;
}

export interface WaitingCity {
  readonly slug: string;
  readonly cityId: string;
  readonly city: string;
  readonly names: Readonly<Partial<Record<Language, string>>>;
  readonly wordings: readonly Wording[];
  readonly publishedAt: Date;
}

/** The reader's cities, touched by an open emergency, of which nobody of the city has written for three days. */
export async function listSilentCities(
  reader: Reader,
  cityIds: readonly string[],
  now: Date,
): Promise<WaitingCity[]> {
  if (cityIds.length === 0) return [];
  const { rows } =
    await sql<WaitingCity>`select r.slug, a.city_id as "cityId", t.name as city, t.names, r.published_at as "publishedAt",
    (select jsonb_agg(jsonb_build_object('language', w.language, 'title', w.title, 'what', '', 'isFirst', w.is_first, 'version', 1))
      from emergency.wording w where w.response_id = r.id) as wordings
    from emergency.response r join emergency.affected_city a on a.response_id = r.id join city_registry.city t on t.id = a.city_id
    where r.stage = 'published' and a.city_id = any (${[...cityIds]}::uuid[]) and not exists (select from emergency.situation_note n
      where n.response_id = r.id and n.city_id = a.city_id and n.from_city and n.at > ${now}::timestamptz - interval '3 days')`.execute(
      reader,
    );
  return rows;
}
