import type { Actor } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { because, notFound, type Problem, Refusal, refuseIf, Stale } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { factIn, factsOfCities, sayInRecord, type Urgency } from '../../city-record/index.ts';
import { findCity } from '../../city-registry/index.ts';
import { whyNotSpeakFor } from '../permissions.ts';
import { isTimeZone } from '../../../kernel/time-zone.ts';
import {
  type Entry,
  findProfile,
  insertVeto,
  liftVeto,
  listEntries,
  lockProfile,
  type Profile,
  saveProfile,
  type Veto,
} from '../store/city-standing.ts';

/** A refusal that stands at its field. */
export function refuseAt({ field, reason }: Problem): never {
  throw Object.assign(new Refusal(reason), { field });
}

type StandingSaid = Omit<Profile, 'version' | 'saidAt'> & {
  readonly version: number;
  readonly basis?: string | null;
};

export type EntrySaid = Entry & { readonly urgency: Urgency; readonly basis?: string | null };

/**
 * How a city takes part. `version` 0 is the first time.
 * @throws Stale when somebody else said otherwise meanwhile
 */
export async function sayStanding(
  world: World,
  actor: Actor,
  said: StandingSaid,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotSpeakFor(actor, said.cityId), 403);
      const city = await findCity(tx, said.cityId);
      if (!city) throw notFound();
      if (!isTimeZone(said.timeZone))
        refuseAt({ field: 'timeZone', reason: because('peer-exchange:unknown-time-zone') });
      const before = await lockProfile(tx, said.cityId);
      if ((before?.version ?? 0) !== said.version)
        throw new Stale(before ? standingAsAnswers(before) : {}, before?.version ?? 0);
      await saveProfile(tx, said, actor.personId);
      await tellRecord(tx, world, actor, said);
      await recordAct(tx, world, actor, {
        kind: 'peer-exchange.standing-said',
        subject: { kind: 'peer-exchange-city', id: said.cityId },
        cityId: said.cityId,
        details: { city: city.name, partners: said.partners },
      });
    },
    { once },
  );
}

/** Languages and time zone are the record's: what was said here otherwise is told there, once. */
async function tellRecord(tx: Tx, world: World, actor: Actor, said: StandingSaid): Promise<void> {
  const { cityId, languages, timeZone, basis } = said;
  const facts = await factsOfCities(tx, [cityId], ['working-languages', 'time-zone']);
  const spoken = factIn(facts, 'working-languages')?.value.languages ?? [];
  const plain = { cityId, item: '', source: null, sourceAddress: null, asOf: null, basis };
  if (spoken.toSorted().join() !== [...languages].toSorted().join())
    await sayInRecord(tx, world, actor, { ...plain, kind: 'working-languages', value: { languages } });
  if (factIn(facts, 'time-zone')?.value.zone !== timeZone)
    await sayInRecord(tx, world, actor, { ...plain, kind: 'time-zone', value: { zone: timeZone } });
}

export function standingAsAnswers(profile: Profile): Record<string, string> {
  return {
    partners: String(profile.partners),
    languages: profile.languages.join('\n'),
    timeZone: profile.timeZone,
    contactName: profile.contactName,
    contactEmail: profile.contactEmail,
    contactLanguage: profile.contactLanguage,
    paused: profile.paused ? 'yes' : '',
  };
}

/** One thing the city can teach or wants to learn: told in its record, where the exchange reads it. */
export async function addEntry(
  world: World,
  actor: Actor,
  { cityId, kind, topic, detail, to, urgency, basis }: EntrySaid,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotSpeakFor(actor, cityId), 403);
      if (!(await findProfile(tx, cityId))) throw new Refusal(because('peer-exchange:say-standing-first'));
      if (to && to < dayInUtc(world.now()))
        refuseAt({ field: 'to', reason: because('peer-exchange:ends-before') });
      const told = await listEntries(tx, cityId);
      if (told.some((entry) => entry.kind === kind && entry.topic === topic))
        refuseAt({ field: 'topic', reason: because('peer-exchange:said-already') });
      const value = { until: to, detail };
      await sayInRecord(tx, world, actor, {
        cityId,
        ...(kind === 'offer' ? { kind: 'capacity', value } : { kind: 'need', value: { ...value, urgency } }),
        item: topic,
        source: null,
        sourceAddress: null,
        asOf: null,
        audience: kind === 'offer' ? 'network' : 'council',
        basis,
      });
    },
    { once },
  );
}

/** The act does not say against whom: the trail is read by more people than the veto. */
export async function addVeto(
  world: World,
  actor: Actor,
  said: Omit<Veto, 'id'>,
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotSpeakFor(actor, said.cityId), 403);
      if (!said.againstCity && !said.againstOrganisation)
        refuseAt({ field: 'city', reason: because('peer-exchange:veto-needs-one') });
      if (said.againstCity === said.cityId)
        refuseAt({ field: 'city', reason: because('peer-exchange:veto-of-itself') });
      if (said.againstCity && !(await findCity(tx, said.againstCity)))
        refuseAt({ field: 'city', reason: because('platform:unknown-reference') });
      const id = world.newId();
      if (!(await insertVeto(tx, { ...said, id }, actor.personId)))
        refuseAt({ field: 'city', reason: because('peer-exchange:veto-stands') });
      await recordAct(tx, world, actor, {
        kind: 'peer-exchange.veto-made',
        subject: { kind: 'peer-exchange-city', id: said.cityId },
        cityId: said.cityId,
      });
      return id;
    },
    { once },
  );
}

export async function removeVeto(
  world: World,
  actor: Actor,
  { cityId, vetoId }: { readonly cityId: string; readonly vetoId: string },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotSpeakFor(actor, cityId), 403);
      if (!(await liftVeto(tx, cityId, vetoId))) throw notFound();
      await recordAct(tx, world, actor, {
        kind: 'peer-exchange.veto-lifted',
        subject: { kind: 'peer-exchange-city', id: cityId },
        cityId,
      });
    },
    { once },
  );
}
