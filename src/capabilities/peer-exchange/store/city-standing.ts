import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import { factIn, factsOfCities, needsAndCapacities, type Topic } from '../../city-record/index.ts';

export interface Profile {
  readonly cityId: string;
  readonly partners: number;
  readonly languages: readonly string[];
  readonly timeZone: string;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly contactLanguage: Language;
  readonly paused: boolean;
  readonly version: number;
  readonly saidAt: Date;
}

/** What a city can teach (`offer`) or wants to learn (`ask`): a capacity or a need of its record, told there once. */
export interface Entry {
  readonly cityId: string;
  readonly kind: 'offer' | 'ask';
  readonly topic: Topic;
  readonly detail: string;
  readonly to: CalendarDate | null;
}

export interface Veto {
  readonly id: string;
  readonly cityId: string;
  readonly againstCity: string | null;
  readonly againstOrganisation: string | null;
  readonly why: string | null;
}

const profileColumns = [
  'city_id as cityId',
  'partners',
  'languages',
  'time_zone as timeZone',
  'contact_name as contactName',
  'contact_email as contactEmail',
  'contact_language as contactLanguage',
  'paused',
  'version',
  'said_at as saidAt',
] as const;

export async function findProfile(reader: Reader, cityId: string): Promise<Profile | undefined> {
  const row = await reader
    .selectFrom('peer_exchange.profile')
    .select(profileColumns)
    .where('city_id', '=', cityId)
    .executeTakeFirst();
  return row && (await asTheRecordSays(reader, [row as Profile]))[0];
}

export async function listProfiles(reader: Reader): Promise<Profile[]> {
  const rows = await reader
    .selectFrom('peer_exchange.profile')
    .select(profileColumns)
    .orderBy('city_id')
    .execute();
  return await asTheRecordSays(reader, rows as Profile[]);
}

/** Languages and time zone stand in the city's record; what was said here holds where the record says nothing to others. */
async function asTheRecordSays(reader: Reader, profiles: readonly Profile[]): Promise<Profile[]> {
  const cityIds = profiles.map(({ cityId }) => cityId);
  const facts = (await factsOfCities(reader, cityIds, ['working-languages', 'time-zone'])).filter(
    ({ audience }) => audience !== 'city',
  );
  const byCity = Map.groupBy(facts, ({ cityId }) => cityId);
  return profiles.map((profile) => {
    const own = byCity.get(profile.cityId) ?? [];
    return {
      ...profile,
      languages: factIn(own, 'working-languages')?.value.languages ?? profile.languages,
      timeZone: factIn(own, 'time-zone')?.value.zone ?? profile.timeZone,
    };
  });
}

export async function lockProfile(tx: Tx, cityId: string): Promise<Profile | undefined> {
  const row = await tx
    .selectFrom('peer_exchange.profile')
    .select(profileColumns)
    .where('city_id', '=', cityId)
    .forUpdate()
    .executeTakeFirst();
  return row as Profile | undefined;
}

/** Writes what the city says of itself, the first time or again. */
export async function saveProfile(
  tx: Tx,
  profile: Omit<Profile, 'version' | 'saidAt'>,
  saidBy: string | null,
): Promise<void> {
  const said = {
    partners: profile.partners,
    languages: [...profile.languages],
    time_zone: profile.timeZone,
    contact_name: profile.contactName,
    contact_email: profile.contactEmail,
    contact_language: profile.contactLanguage,
    paused: profile.paused,
    said_by: saidBy,
    said_at: sql<Date>`clock_timestamp()`,
  };
  await tx
    .insertInto('peer_exchange.profile')
    .values({ city_id: profile.cityId, ...said })
    .onConflict((conflict) =>
      conflict.column('city_id').doUpdateSet({ ...said, version: sql`profile.version + 1` }),
    )
    .execute();
}

/** Of one city, or of all: what their records show to the council. */
export async function listEntries(reader: Reader, cityId?: string): Promise<Entry[]> {
  const told = await needsAndCapacities(reader, cityId ? [cityId] : undefined);
  return told.flatMap(({ cityId: city, needs, capacities }) => [
    ...capacities.map(({ topic, detail, until }) => entry(city, 'offer', topic, detail, until)),
    ...needs.map(({ topic, detail, until }) => entry(city, 'ask', topic, detail, until)),
  ]);
}

function entry(
  cityId: string,
  kind: Entry['kind'],
  topic: Topic,
  detail: string,
  to: CalendarDate | null,
): Entry {
  return { cityId, kind, topic, detail, to };
}

const vetoColumns = [
  'id',
  'city_id as cityId',
  'against_city as againstCity',
  'against_organisation as againstOrganisation',
  'why',
] as const;

export async function listVetoes(reader: Reader, cityId?: string): Promise<Veto[]> {
  let query = reader
    .selectFrom('peer_exchange.veto')
    .select(vetoColumns)
    .where('lifted_at', 'is', null)
    .orderBy('said_at');
  if (cityId) query = query.where('city_id', '=', cityId);
  return await query.execute();
}

export async function insertVeto(tx: Tx, veto: Veto, saidBy: string | null): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('peer_exchange.veto')
    .values({
      id: veto.id,
      city_id: veto.cityId,
      against_city: veto.againstCity,
      against_organisation: veto.againstOrganisation,
      why: veto.why,
      said_by: saidBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function liftVeto(tx: Tx, cityId: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('peer_exchange.veto')
    .set({ lifted_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .where('city_id', '=', cityId)
    .where('lifted_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
