import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { ResourceKind } from '../rules/freshness.ts';
import type { HelpKind, PairingState } from '../rules/help.ts';
import type { Audience, NoteNumber } from '../rules/note.ts';
import type { Stage, Wording } from '../rules/response.ts';

export interface NamedCity {
  readonly id: string;
  readonly name: string;
  readonly names: Readonly<Partial<Record<Language, string>>>;
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
}

export interface Resource {
  readonly id: string;
  readonly kind: ResourceKind;
  readonly title: string;
  readonly what: string;
  readonly offeredBy: string;
  readonly contact: string | null;
  readonly address: string | null;
  readonly library: { readonly slug: string; readonly title: string } | null;
  readonly languages: readonly string[];
  readonly validUntil: CalendarDate | null;
  readonly checkedOn: CalendarDate;
  readonly isWithdrawn: boolean;
  readonly version: number;
}

export interface SituationNote {
  readonly id: string;
  readonly cityId: string;
  readonly on: CalendarDate;
  readonly language: Language;
  readonly body: string;
  readonly needs: string | null;
  readonly numbers: readonly NoteNumber[];
  readonly audience: Audience;
  readonly fromCity: boolean;
  readonly corrects: string | null;
  /** The later note that corrects this one. */
  readonly correctedBy: string | null;
}

/** A need or an offer, with who it is of. */
export interface Side {
  readonly id: string;
  readonly city: NamedCity | null;
  readonly organisation: string | null;
  readonly kind: HelpKind;
  readonly what: string;
  readonly until: CalendarDate | null;
  readonly mayShow: boolean;
  readonly isVerified: boolean;
  readonly caseId: string;
  readonly reference: string;
  readonly stage: 'open' | 'met' | 'withdrawn';
  readonly version: number;
}

export interface Pairing {
  readonly id: string;
  readonly needId: string;
  readonly offerId: string;
  readonly state: PairingState;
  /** ISO 8601. */
  readonly since: string;
  readonly version: number;
}

export type BulletinTexts = Readonly<
  Partial<Record<Language, { readonly subject: string; readonly body: string }>>
>;

export interface Bulletin {
  readonly id: string;
  readonly texts: BulletinTexts;
  readonly firstLanguage: Language;
  readonly draftedBy: string;
  /** ISO 8601. */
  readonly sentAt: string | null;
  readonly version: number;
}

/** All of one emergency that the reader may see: the database's policies cut it to their role. */
export interface ResponseRecord {
  readonly id: string;
  readonly slug: string;
  readonly startsOn: CalendarDate;
  readonly countries: readonly string[];
  readonly languages: readonly string[];
  readonly stage: Stage;
  readonly publishedBy: string | null;
  readonly publishedAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly closedAt: Date | null;
  readonly lessons: string | null;
  readonly lessonsLanguage: Language | null;
  readonly version: number;
  readonly wordings: readonly Wording[];
  readonly cities: readonly NamedCity[];
  readonly resources: readonly Resource[];
  readonly notes: readonly SituationNote[];
  readonly needs: readonly Side[];
  readonly offers: readonly Side[];
  readonly pairings: readonly Pairing[];
  readonly bulletins: readonly Bulletin[];
}

const city = sql`jsonb_build_object('id', t.id, 'name', t.name, 'names', t.names, 'country', t.country, 'latitude', t.latitude, 'longitude', t.longitude)`;

const side = sql`'id', s.id, 'city', case when t.id is null then null else ${city} end, 'kind', s.kind, 'what', s.what, 'mayShow', s.may_show,
  'isVerified', s.verified_by is not null, 'caseId', s.case_id, 'reference', s.reference, 'stage', s.stage, 'version', s.version`;

/** One trip, whoever reads. @param by the slug of its address, or its id */
export async function findRecord(
  reader: Reader,
  by: { readonly slug: string } | { readonly id: string },
): Promise<ResponseRecord | undefined> {
  const which = 'slug' in by ? sql`r.slug = ${by.slug}` : sql`r.id = ${by.id}`;
  const { rows } =
    await sql<ResponseRecord>`select r.id, r.slug, r.starts_on as "startsOn", r.countries, r.languages, r.stage,
    r.published_by as "publishedBy", r.published_at as "publishedAt", r.confirmed_at as "confirmedAt", r.closed_at as "closedAt",
    r.lessons, r.lessons_language as "lessonsLanguage", r.version,
    (select coalesce(jsonb_agg(jsonb_build_object('language', w.language, 'title', w.title, 'what', w.what, 'isFirst', w.is_first,
      'version', w.version) order by w.written_at), '[]') from emergency.wording w where w.response_id = r.id) as wordings,
    (select coalesce(jsonb_agg(${city} order by t.name), '[]') from emergency.affected_city a
      join city_registry.city t on t.id = a.city_id where a.response_id = r.id) as cities,
    (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'title', s.title, 'what', s.what, 'offeredBy', s.offered_by,
      'contact', s.contact, 'address', s.address, 'library', (select jsonb_build_object('slug', l.slug, 'title', l.title)
      from library.source l where l.slug = s.library_source), 'languages', s.languages, 'validUntil', s.valid_until,
      'checkedOn', s.checked_on, 'isWithdrawn', s.withdrawn_at is not null, 'version', s.version) order by s.added_at desc), '[]')
      from emergency.resource s where s.response_id = r.id) as resources,
    (select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'cityId', n.city_id, 'on', n.on_date, 'language', n.language, 'body', n.body,
      'needs', n.needs, 'numbers', n.numbers, 'audience', n.audience, 'fromCity', n.from_city, 'corrects', n.corrects,
      'correctedBy', (select k.id from emergency.situation_note k where k.corrects = n.id)) order by n.on_date desc, n.at desc), '[]')
      from emergency.situation_note n where n.response_id = r.id) as notes,
    (select coalesce(jsonb_agg(jsonb_build_object(${side}, 'organisation', null, 'until', null) order by s.asked_at), '[]')
      from emergency.need s join city_registry.city t on t.id = s.city_id where s.response_id = r.id) as needs,
    (select coalesce(jsonb_agg(jsonb_build_object(${side}, 'organisation', s.organisation, 'until', s.until) order by s.offered_at), '[]')
      from emergency.offer s left join city_registry.city t on t.id = s.city_id where s.response_id = r.id) as offers,
    (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'needId', p.need_id, 'offerId', p.offer_id, 'state', p.state,
      'since', p.since, 'version', p.version) order by p.since desc), '[]')
      from emergency.pairing p join emergency.need n on n.id = p.need_id where n.response_id = r.id) as pairings,
    (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'texts', b.texts, 'firstLanguage', b.first_language, 'draftedBy', b.drafted_by,
      'sentAt', b.sent_at, 'version', b.version) order by b.sent_at desc nulls first, b.drafted_at desc), '[]')
      from emergency.bulletin b where b.response_id = r.id) as bulletins
    from emergency.response r where ${which}`.execute(reader);
  return rows[0];
}

export interface ListedResponse {
  readonly id: string;
  readonly slug: string;
  readonly startsOn: CalendarDate;
  readonly countries: readonly string[];
  readonly stage: Stage;
  readonly confirmedAt: Date | null;
  readonly wordings: readonly Wording[];
  readonly cities: number;
  readonly resources: number;
  readonly notes: number;
}

/** What the reader may see, the open first, then the latest. */
export async function listResponses(reader: Reader): Promise<ListedResponse[]> {
  const { rows } =
    await sql<ListedResponse>`select r.id, r.slug, r.starts_on as "startsOn", r.countries, r.stage, r.confirmed_at as "confirmedAt",
    (select coalesce(jsonb_agg(jsonb_build_object('language', w.language, 'title', w.title, 'what', w.what, 'isFirst', w.is_first,
      'version', w.version)), '[]') from emergency.wording w where w.response_id = r.id) as wordings,
    (select count(*)::int from emergency.affected_city a where a.response_id = r.id) as cities,
    (select count(*)::int from emergency.resource s where s.response_id = r.id and s.withdrawn_at is null) as resources,
    (select count(*)::int from emergency.situation_note n where n.response_id = r.id) as notes
    from emergency.response r order by r.stage in ('closed', 'withdrawn'), r.starts_on desc, r.id limit 100`.execute(
      reader,
    );
  return rows;
}
