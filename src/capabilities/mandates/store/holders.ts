import { sql } from 'kysely';
import type { Role } from '../../../kernel/actor.ts';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { CityRole } from '../rules/terms.ts';

/** Somebody who may act for a city on a day. */
export interface MandateHolder {
  readonly grantId: string;
  readonly personId: string;
  readonly name: string;
  readonly role: CityRole;
  readonly language: Language;
  readonly timeZone: string;
  /** The last day; null when no end was set. */
  readonly until: CalendarDate | null;
}

/** Who may act for the city on the day, as far as the reader may see: staff, the worker, and the city's own people. */
export async function mandateHoldersOf(
  reader: Reader,
  cityId: string,
  day: CalendarDate,
): Promise<MandateHolder[]> {
  const { rows } = await sql<MandateHolder>`select g.id as "grantId", p.id as "personId", p.name, g.role,
      p.preferred_language as language, p.time_zone as "timeZone", g.to_date as until
    from people.role_grant g join people.person p on p.id = g.person_id
    where g.city_id = ${cityId} and g.ended_at is null and ${day}::date between g.from_date and coalesce(g.to_date, 'infinity')
      and not exists (select from people.account a where a.person_id = p.id and a.suspended_at is not null)
    order by p.name, g.role, g.id`.execute(reader);
  return rows;
}

/** Where a letter about a city's matter goes: never shown, only posted to. */
export interface MandateLetter {
  readonly personId: string;
  readonly name: string;
  readonly address: string;
  readonly language: Language;
  readonly timeZone: string;
}

/** Today's holders with the address of each, for letters. One row a person, however many roles they hold. */
export async function mandateLettersTo(tx: Tx, cityId: string, day: CalendarDate): Promise<MandateLetter[]> {
  const { rows } =
    await sql<MandateLetter>`select person_id as "personId", name, address, language, time_zone as "timeZone"
    from people.city_letters(${cityId}, ${day}::date)`.execute(tx);
  return rows;
}

/** Cities for which somebody may act on the day, in one of the roles (any city role unless told). */
export async function citiesWithPeople(
  reader: Reader,
  day: CalendarDate,
  roles: readonly Role[] = ['city-focal-point', 'city-certifier', 'mayor'],
): Promise<string[]> {
  const { rows } = await sql<{ cityId: string }>`select distinct city_id as "cityId" from people.role_grant
    where city_id is not null and role = any (${sql.val([...roles])}::text[]) and ended_at is null
      and ${day}::date between from_date and coalesce(to_date, 'infinity') order by 1`.execute(reader);
  return rows.map(({ cityId }) => cityId);
}
