import { sql } from 'kysely';
import type { CalendarDate, DatePrecision, PartialDate } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import { type CitedSource, figuresAbout, type SaidFigure, sourcesCited } from '../../library/index.ts';
import type { Edition, Forum, ForumCity, Participation, ParticipationRole } from '../rules/forum.ts';

interface ParticipationRow {
  readonly id: string;
  readonly city: ForumCity;
  readonly person_name: string | null;
  readonly role: ParticipationRole;
  readonly date: string | null;
  readonly date_precision: string | null;
  readonly what: LocalText | null;
  readonly inferred: boolean;
  readonly remark: LocalText | null;
  readonly sources: CitedSource[];
}

interface EditionRow {
  readonly id: string;
  readonly slug: string;
  readonly name: LocalText;
  readonly from_date: string | null;
  readonly from_precision: string | null;
  readonly to_date: string | null;
  readonly to_precision: string | null;
  readonly mode: Edition['mode'];
  readonly city: ForumCity | null;
  readonly country: string | null;
  readonly inferred: boolean;
  readonly remark: LocalText | null;
  readonly participations: ParticipationRow[];
  readonly figures: SaidFigure[];
  readonly sources: CitedSource[];
}

const cityJson = sql`jsonb_build_object('id', c.id, 'name', c.name, 'names', c.names, 'country', c.country, 'globalSouth', c.global_south)`;

const participationsOfEdition = sql`coalesce((select jsonb_agg(to_jsonb(p) || jsonb_build_object(
    'city', case when p.city_known_as is null then ${cityJson}
      else ${cityJson} || jsonb_build_object('name', p.city_known_as, 'names', '{}'::jsonb) end,
    'sources', ${sourcesCited('diplomacy', 'participation', 'p.id')})
    order by array_position(array['hosted', 'spoke-in-plenary', 'spoke', 'in-national-delegation', 'attended'], p.role), c.name)
  from diplomacy.participation p join city_registry.city c on c.id = p.city_id where p.edition_id = e.id), '[]')`;

const editionsOfForum = sql<EditionRow[]>`coalesce((select jsonb_agg(to_jsonb(e) || jsonb_build_object(
    'city', (select ${cityJson} from city_registry.city c where c.id = e.city_id),
    'participations', ${participationsOfEdition},
    'figures', ${figuresAbout('e.slug')},
    'sources', ${sourcesCited('diplomacy', 'edition', 'e.id')})
    order by e.from_date desc nulls last, e.slug)
  from diplomacy.edition e where e.forum_id = forum.id), '[]')`;

function forums(reader: Reader) {
  return reader
    .selectFrom('diplomacy.forum as forum')
    .selectAll('forum')
    .select([editionsOfForum.as('editions'), sourcesCited('diplomacy', 'forum', 'forum.id').as('sources')]);
}

/** Every forum with its meetings, the newest first, and who can be named there: one trip. */
export async function listForums(reader: Reader): Promise<Forum[]> {
  const rows = await forums(reader).orderBy('forum.slug').execute();
  return rows.map(forumOf);
}

export async function findForum(reader: Reader, slug: string): Promise<Forum | undefined> {
  const row = await forums(reader).where('forum.slug', '=', slug).executeTakeFirst();
  return row && forumOf(row);
}

function forumOf(row: Awaited<ReturnType<ReturnType<typeof forums>['executeTakeFirstOrThrow']>>): Forum {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name as unknown as LocalText,
    acronym: row.acronym,
    convenedBy: row.convened_by as LocalText | null,
    everyMonths: row.every_months,
    address: row.address,
    remark: row.remark as LocalText | null,
    editions: row.editions.map(editionOf),
    sources: row.sources,
  };
}

function editionOf(row: EditionRow): Edition {
  return {
    ...row,
    from: partial(row.from_date, row.from_precision),
    to: partial(row.to_date, row.to_precision),
    participations: row.participations.map(participationOf),
  };
}

function participationOf(row: ParticipationRow): Participation {
  return { ...row, personName: row.person_name, date: partial(row.date, row.date_precision) };
}

function partial(date: string | null, precision: string | null): PartialDate | null {
  return date && precision ? { date: date as CalendarDate, precision: precision as DatePrecision } : null;
}
