import { type Actor, anonymous } from '../../kernel/actor.ts';
import { addDays, dayInUtc } from '../../kernel/calendar-date.ts';
import { atomically } from '../../platform/database/atomically.ts';
import type { World } from '../../world.ts';
import { anApplication, aWindowWithForm, type BegunApplication } from '../applications/builders.ts';
import { moveApplication } from '../applications/index.ts';
import { aPerson, grantRoleTo } from '../people/builders.ts';
import { openRound } from './actions/open-round.ts';
import { openOwn, type ReviewSaid } from './actions/own-review.ts';
import { saveReviewer } from './actions/save-reviewer.ts';
import { insertAssignments } from './store/assignments.ts';

/** The same world as the web has it, and as the worker. */
type Worlds = readonly [web: World, worker: World];

/** Somebody from outside who reviews in English, or the person given. */
export async function aReviewer(
  [world, worker]: Worlds,
  by: Actor,
  name: string,
  person?: Actor,
): Promise<Actor> {
  let reviewer = person;
  if (!reviewer) {
    const personId = await aPerson(worker, { name });
    await grantRoleTo(worker, personId, 'reviewer');
    reviewer = {
      ...anonymous,
      personId,
      name,
      roles: [{ role: 'reviewer', cityId: null, organisationId: null, until: null }],
      assurance: 'passkey',
      steppedUpAt: new Date(),
    };
  }
  await saveReviewer(world, by, {
    personId: reviewer.personId ?? '',
    languages: ['en'],
    expertise: [],
    organisationId: null,
    countries: [],
    mostReviews: 20,
    resting: false,
    version: 0,
  });
  return reviewer;
}

/** A round with applications that were submitted and found eligible. */
export async function aReviewRound(
  [world, worker]: Worlds,
  by: Actor,
  { applications: count }: { readonly applications: number },
): Promise<{ roundId: string; applications: BegunApplication[] }> {
  const { window, form } = await aWindowWithForm(worker, { stages: { proposal: [-1, 30] } });
  const applications: BegunApplication[] = [];
  for (let n = 1; n <= count; n += 1) {
    const application = await anApplication(world, worker, { window, form, cityName: `Harbour ${n}` });
    await atomically(world, by, async (tx) => {
      for (const move of ['begin-screening', 'find-eligible'] as const)
        await moveApplication(tx, world, by, { applicationId: application.id, move });
    });
    applications.push(application);
  }
  const roundId = await openRound(world, by, {
    windowId: window.id,
    stage: 'proposal',
    reviewsWanted: 2,
    dueOn: addDays(dayInUtc(world.now()), 14),
    hiddenQuestions: [],
    hidesCity: false,
  });
  return { roundId, applications };
}

/** Gives one review to one person, past the solver but not past the database's own wall. */
export async function assignTo(
  world: World,
  by: Actor,
  roundId: string,
  applicationId: string,
  to: Actor,
): Promise<void> {
  const one = { id: world.newId(), roundId, applicationId, personId: to.personId ?? '' };
  await atomically(world, by, (tx) => insertAssignments(tx, [{ ...one, assignedBy: by.personId ?? '' }]));
}

/** A whole review: critical criteria met, the same score for all others. */
export async function fullReview(
  world: World,
  reviewer: Actor,
  assignmentId: string,
  score: number,
): Promise<ReviewSaid> {
  const { own, window } = await atomically(world, reviewer, (tx) => openOwn(tx, assignmentId));
  return {
    assignmentId,
    version: own.version,
    scores: window.criteria.map(({ key, kind }) => ({
      criterionKey: key,
      score: kind === 'critical' ? 1 : score,
      reason: 'As the table of the second page shows.',
    })),
    recommendation: 'fund',
    toCity: 'Say how many people it reaches.',
    toCouncil: '',
  };
}
