import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { Stage } from '../rules/response.ts';

export interface NewResponse {
  readonly id: string;
  readonly slug: string;
  readonly startsOn: CalendarDate;
  readonly country: string;
  readonly languages: readonly string[];
  readonly openedBy: string;
}

/** @returns false when another page already stands under this slug */
export async function insertResponse(tx: Tx, opened: NewResponse): Promise<boolean> {
  const known = await tx
    .selectFrom('emergency.response')
    .select('id')
    .where('slug', '=', opened.slug)
    .executeTakeFirst();
  if (known) return false;
  await tx
    .insertInto('emergency.response')
    .values({
      id: opened.id,
      slug: opened.slug,
      starts_on: opened.startsOn,
      countries: [opened.country],
      languages: [...opened.languages],
      opened_by: opened.openedBy,
    })
    .execute();
  return true;
}

export interface Standing {
  readonly id: string;
  readonly slug: string;
  readonly stage: Stage;
  readonly countries: readonly string[];
  readonly publishedBy: string | null;
  readonly confirmedAt: Date | null;
  readonly cityIds: readonly string[];
  readonly version: number;
}

/** Where a response stands, held against others until the transaction ends when the actor may change it. */
export async function lockResponse(tx: Tx, id: string): Promise<Standing | undefined> {
  return await standing(tx, id, sql`for update`);
}

export async function findStanding(reader: Reader, id: string): Promise<Standing | undefined> {
  return await standing(reader, id, sql``);
}

async function standing(
  reader: Reader,
  id: string,
  hold: ReturnType<typeof sql>,
): Promise<Standing | undefined> {
  const { rows } =
    await sql<Standing>`select r.id, r.slug, r.stage, r.countries, r.published_by as "publishedBy",
      r.confirmed_at as "confirmedAt", r.version,
      array(select a.city_id from emergency.affected_city a where a.response_id = r.id) as "cityIds"
    from emergency.response r where r.id = ${id} ${hold}`.execute(reader);
  return rows[0];
}

interface ResponseChange {
  readonly stage?: Stage;
  readonly published_by?: string;
  readonly published_at?: Date;
  readonly confirmed_by?: string | null;
  readonly confirmed_at?: Date | null;
  readonly closed_at?: Date;
  readonly lessons?: string;
  readonly lessons_language?: Language;
  readonly countries?: string[];
}

export async function changeResponse(tx: Tx, id: string, change: ResponseChange): Promise<void> {
  await tx
    .updateTable('emergency.response')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
}

export async function findWordingVersion(
  tx: Tx,
  of: { readonly responseId: string; readonly language: Language },
): Promise<{ title: string; what: string; version: number } | undefined> {
  return await tx
    .selectFrom('emergency.wording')
    .select(['title', 'what', 'version'])
    .where('response_id', '=', of.responseId)
    .where('language', '=', of.language)
    .executeTakeFirst();
}

/** Writes one language's title and text, one version up. */
export async function saveWording(
  tx: Tx,
  wording: {
    readonly responseId: string;
    readonly language: Language;
    readonly title: string;
    readonly what: string;
    readonly isFirst: boolean;
    readonly writtenBy: string;
    readonly now: Date;
  },
): Promise<void> {
  const { title, what, writtenBy, now } = wording;
  await tx
    .insertInto('emergency.wording')
    .values({
      response_id: wording.responseId,
      language: wording.language,
      title,
      what,
      is_first: wording.isFirst,
      written_by: writtenBy,
    })
    .onConflict((conflict) =>
      conflict.columns(['response_id', 'language']).doUpdateSet({
        title,
        what,
        written_by: writtenBy,
        written_at: now,
        version: sql<number>`wording.version + 1`,
      }),
    )
    .execute();
}

export async function addAffectedCity(tx: Tx, responseId: string, cityId: string): Promise<void> {
  await tx
    .insertInto('emergency.affected_city')
    .values({ response_id: responseId, city_id: cityId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** @returns false when notes were written of the city: what was said keeps its place */
export async function removeAffectedCity(tx: Tx, responseId: string, cityId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`delete from emergency.affected_city a
    where a.response_id = ${responseId} and a.city_id = ${cityId} and not exists (select from emergency.situation_note n
      where n.response_id = a.response_id and n.city_id = a.city_id) returning a.city_id as id`.execute(tx);
  return rows.length > 0;
}

export async function listCountryCodes(reader: Reader): Promise<string[]> {
  const rows = await reader.selectFrom('city_registry.country').select('iso2').orderBy('iso2').execute();
  return rows.map(({ iso2 }) => iso2);
}
