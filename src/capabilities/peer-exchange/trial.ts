import { type Actor, anonymous } from '../../kernel/actor.ts';
import { addDays } from '../../kernel/calendar-date.ts';
import { stableId } from '../../kernel/id.ts';
import type { TrialCity, TrialScene } from '../../kernel/trial-scene.ts';
import type { Tx } from '../../platform/database/atomically.ts';
import { hashToken } from '../../platform/sessions/token.ts';
import type { World } from '../../world.ts';
import { needsAndCapacities, sayInRecord, type Topic } from '../city-record/index.ts';
import { pairOf } from './rules/pool-city.ts';
import { currentWeights } from './rules/weights.ts';
import { saveProfile } from './store/city-standing.ts';
import { insertExchange, insertParticipant } from './store/exchanges.ts';
import { insertFollowUp, markFollowedUp } from './store/follow-ups.ts';
import { insertRound, markRoundConfirmed } from './store/rounds.ts';
import { insertAgreedAction, insertAttendance, insertSession, markHeld } from './store/sessions.ts';
import { isThere, settleTrialExchange } from './store/trial.ts';

const idOf = (what: string) => stableId('trial-exchange', what);

/** What each of the scene's first cities teaches and wants to learn, in this order. */
const wishes: readonly (readonly [offers: readonly Topic[], asks: readonly Topic[]])[] = [
  [['housing'], ['health']],
  [['health'], ['housing']],
  [['education', 'housing'], ['employment']],
  [['employment'], ['education', 'health']],
  [['health'], ['employment']],
  [['employment'], ['housing']],
  [['education'], ['health', 'housing']],
  [['housing'], ['education']],
];

/** Invented places in the pool, one round confirmed, one pair about to meet and one that met and is asked what changed. */
export async function fillTrial(tx: Tx, world: World, scene: TrialScene): Promise<void> {
  const roundId = idOf('round');
  const [one, two, three] = scene.cities;
  if (!one || !two || !three || (await isThere(tx, roundId))) return;
  for (const [index, [offers, asks]] of wishes.entries()) {
    const city = scene.cities[index];
    if (city) await joinPool(tx, world, scene, city, { offer: offers, ask: asks });
  }
  await insertRound(
    tx,
    {
      id: roundId,
      name: 'Trial round',
      shape: 'pairs',
      day: addDays(scene.today, -120),
      maxPartners: 2,
      wish: 'similar',
      organisationId: null,
      consentDays: 14,
      weights: currentWeights,
    },
    scene.people['staff-support'],
  );
  await markRoundConfirmed(tx, roundId, scene.people.director);
  await addExchange(tx, scene, { name: 'soon', roundId, cities: [one, two], topics: ['housing', 'health'] });
  await addExchange(tx, scene, { name: 'over', roundId, cities: [one, three], topics: ['housing'] });
  await meetSoon(tx, scene);
  await haveMet(tx, scene, [one, three]);
}

async function joinPool(
  tx: Tx,
  world: World,
  scene: TrialScene,
  city: TrialCity,
  said: Readonly<Record<'offer' | 'ask', readonly Topic[]>>,
): Promise<void> {
  const contact = {
    contactName: `Contact of ${city.name}`,
    contactEmail: `${idOf(city.id).slice(0, 8)}@trial.invalid`,
  };
  const profile = { cityId: city.id, partners: 2, languages: ['en', city.language], timeZone: city.timeZone };
  await saveProfile(
    tx,
    {
      ...profile,
      ...contact,
      languages: [...new Set(profile.languages)],
      contactLanguage: 'en',
      paused: false,
    },
    null,
  );
  const [known] = await needsAndCapacities(tx, [city.id]);
  if (known) return;
  const by = focalPointOf(scene, city);
  const plain = { cityId: city.id, source: null, sourceAddress: null, asOf: null };
  for (const topic of said.offer) {
    const value = { until: null, detail: 'Trial: what we tried and what it cost.' };
    await sayInRecord(tx, world, by, { ...plain, kind: 'capacity', item: topic, value, audience: 'network' });
  }
  for (const topic of said.ask) {
    const value = { until: null, detail: 'Trial: how others began.', urgency: 'this-year' as const };
    await sayInRecord(tx, world, by, { ...plain, kind: 'need', item: topic, value, audience: 'council' });
  }
}

/** The trial's focal point, as if of this place. */
function focalPointOf(scene: TrialScene, city: TrialCity): Actor {
  const role = 'city-focal-point';
  const roles = [{ role, cityId: city.id, organisationId: null, until: null } as const];
  return {
    ...anonymous,
    personId: scene.people[role],
    name: 'Trial focal point',
    roles,
    assurance: 'passkey',
  };
}

interface Told {
  readonly name: 'soon' | 'over';
  readonly roundId: string;
  readonly cities: readonly [TrialCity, TrialCity];
  readonly topics: readonly Topic[];
}

async function addExchange(
  tx: Tx,
  scene: TrialScene,
  { name, roundId, cities, topics }: Told,
): Promise<void> {
  const id = idOf(name);
  const daysAgo = name === 'soon' ? 10 : 118;
  const at = (days: number) => new Date(`${addDays(scene.today, -days)}T09:00:00Z`);
  const [teacher, learner] = cities;
  const lessons = topics.map((topic, index) =>
    index === 0
      ? { topic, teacher: teacher.id, learner: learner.id }
      : { topic, teacher: learner.id, learner: teacher.id },
  );
  const grounds = {
    lessons,
    languages: ['en'],
    officeHours: 5,
    stretchedHours: 7,
    same: [],
    globalSouth: 0,
    secondary: 0,
  };
  await insertExchange(tx, {
    id,
    roundId,
    cityIds: pairOf(teacher.id, learner.id),
    hostCity: null,
    topics,
    languages: ['en'],
    grounds: [grounds],
    points: 100,
    consentBy: at(daysAgo - 14),
  });
  for (const city of cities)
    await insertParticipant(tx, {
      exchangeId: id,
      cityId: city.id,
      tokenHash: hashToken(idOf(`${name} ${city.id}`)),
      contact: { name: `Contact of ${city.name}`, email: `${name}@trial.invalid`, language: 'en' },
    });
  const isOver = name === 'over';
  await settleTrialExchange(tx, id, {
    introducedAt: at(daysAgo),
    agreedAt: at(daysAgo - 3),
    metOn: isOver ? addDays(scene.today, -100) : null,
    followUpAskedAt: isOver ? at(5) : null,
  });
}

const plan = (day: string) => ({
  startsAt: new Date(`${day}T13:00:00Z`),
  endsAt: new Date(`${day}T14:00:00Z`),
  place: 'https://meet.trial.invalid/room',
  agenda: 'Trial: what each city tried, and two questions.',
});

async function meetSoon(tx: Tx, scene: TrialScene): Promise<void> {
  const by = scene.people['staff-support'];
  await insertSession(tx, idOf('session soon'), idOf('soon'), plan(addDays(scene.today, 6)), by);
}

async function haveMet(tx: Tx, scene: TrialScene, cities: readonly [TrialCity, TrialCity]): Promise<void> {
  const session = { id: idOf('session over'), exchangeId: idOf('over') };
  const metOn = addDays(scene.today, -100);
  await insertSession(tx, session.id, session.exchangeId, plan(metOn), scene.people['staff-support']);
  await markHeld(tx, session.id, 'Trial: both told how they began. The visit to the job centre helped most.');
  for (const city of cities) await insertAttendance(tx, session, city.id, true);
  const [, learner] = cities;
  const action = {
    id: idOf('action'),
    cityId: learner.id,
    what: 'Trial: open one desk for foreign diplomas',
  };
  await insertAgreedAction(tx, session, { ...action, dueOn: addDays(metOn, 60) });
  for (const { id: cityId } of cities)
    await insertFollowUp(tx, session.exchangeId, cityId, hashToken(idOf(`follow-up ${cityId}`)));
  const of = { exchangeId: session.exchangeId, cityId: learner.id };
  await markFollowedUp(tx, of, { changed: 'changed', what: 'Trial: one desk is open.', address: null }, null);
}
