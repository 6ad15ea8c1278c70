import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, type Problem, Refusal, refuseIf, Stale } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { findCity } from '../../city-registry/index.ts';
import { whyNotSpeakFor } from '../permissions.ts';
import { isTimeZone } from '../../../kernel/time-zone.ts';
import {
  type Entry,
  endEntry,
  findProfile,
  insertEntry,
  insertVeto,
  liftVeto,
  lockProfile,
  type Profile,
  saveProfile,
  type Veto,
} from '../store/city-standing.ts';

/** A refusal that stands at its field. */
export function refuseAt({ field, reason }: Problem): never {
  throw Object.assign(new Refusal(reason), { field });
}

type StandingSaid = Omit<Profile, 'version' | 'saidAt'> & { readonly version: number };

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

/** One thing the city can teach or wants to learn. @returns its id */
export async function addEntry(
  world: World,
  actor: Actor,
  said: Omit<Entry, 'id'>,
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotSpeakFor(actor, said.cityId), 403);
      if (!(await findProfile(tx, said.cityId)))
        throw new Refusal(because('peer-exchange:say-standing-first'));
      if (said.to && said.to < said.from)
        refuseAt({ field: 'to', reason: because('peer-exchange:ends-before') });
      const id = world.newId();
      if (!(await insertEntry(tx, { ...said, id }, actor.personId)))
        refuseAt({ field: 'topic', reason: because('peer-exchange:said-already') });
      await recordAct(tx, world, actor, {
        kind: said.kind === 'offer' ? 'peer-exchange.offered' : 'peer-exchange.asked',
        subject: { kind: 'peer-exchange-city', id: said.cityId },
        cityId: said.cityId,
        details: { topic: said.topic },
      });
      return id;
    },
    { once },
  );
}

export async function withdrawEntry(
  world: World,
  actor: Actor,
  { cityId, entryId }: { readonly cityId: string; readonly entryId: string },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotSpeakFor(actor, cityId), 403);
      const entry = await endEntry(tx, cityId, entryId);
      if (!entry) throw notFound();
      await recordAct(tx, world, actor, {
        kind: 'peer-exchange.entry-withdrawn',
        subject: { kind: 'peer-exchange-city', id: cityId },
        cityId,
        details: { topic: entry.topic },
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
