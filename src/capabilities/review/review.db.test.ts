import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitPage } from '../../../tests/support/pages.tsx';
import { asWorker, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { atomically, reading } from '../../platform/database/atomically.ts';
import { aFundPerson, aMandated, type BegunApplication } from '../applications/builders.ts';
import { aPerson, grantRoleTo } from '../people/builders.ts';
import { addRemark, changeScore } from './actions/discuss.ts';
import { liftConflict } from './actions/lift-conflict.ts';
import { moveRound } from './actions/move-round.ts';
import { declareConflict, fileReview, saveReview, stepBack } from './actions/own-review.ts';
import { sendFeedback, writeFeedback } from './actions/write-feedback.ts';
import { aReviewer, aReviewRound, assignTo, fullReview } from './builders.ts';
import { routes as portal } from './pages/city/routes.tsx';
import { routes as workspace } from './pages/workspace/routes.tsx';
import { assignmentsOf } from './store/assignments.ts';
import { listConflicts } from './store/conflicts.ts';
import { applicationsOfRound } from './store/overview.ts';
import { findRound } from './store/rounds.ts';

let world: TestWorld;
let staff: Actor;
let director: Actor;
let kind: Actor;
let severe: Actor;
let conflicted: Actor;
let roundId: string;
let applications: readonly BegunApplication[];

beforeAll(async () => {
  world = await testWorld();
  const worker = asWorker(world);
  staff = await aFundPerson(worker, 'Trial fund officer');
  director = await aFundPerson(worker, 'Trial director', 'director');
  kind = await aReviewer([world, worker], staff, 'Trial reviewer one');
  severe = await aReviewer([world, worker], staff, 'Trial reviewer two');
  ({ roundId, applications } = await aReviewRound([world, worker], staff, { applications: 3 }));
  // Somebody of the fund who used to act for the first city.
  conflicted = await aFundPerson(worker, 'Trial officer in conflict');
  await grantRoleTo(worker, conflicted.personId ?? '', 'city-focal-point', {
    cityId: applications[0]?.cityId ?? '',
  });
  await aReviewer([world, worker], staff, 'Trial officer in conflict', conflicted);
  for (const application of applications)
    for (const person of [kind, severe]) await assignTo(world, staff, roundId, application.id, person);
  await moveOn();
});
afterAll(() => world.close());

async function moveOn(leaveOpen = false): Promise<void> {
  const round = await reading(world, staff, (tx) => findRound(tx, roundId));
  await moveRound(world, staff, { roundId, version: round?.version ?? 0, leaveOpen });
}
const first = () => applications[0]?.id ?? '';
const given = async (person: Actor, applicationId: string) => {
  const own = (await reading(world, person, (tx) => assignmentsOf(tx, roundId))).find(
    (one) => one.personId === person.personId && one.applicationId === applicationId,
  );
  if (!own) throw new Error('the reviewer has no such assignment');
  return own;
};
const file = async (person: Actor, applicationId: string, score: number) =>
  fileReview(world, person, await fullReview(world, person, (await given(person, applicationId)).id, score));
async function keyOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof Refusal ? error.reason.key : error instanceof Error ? error.message : 'done';
}
const seenOf = (person: Actor, applicationId: string) =>
  reading(world, person, async (tx) => {
    const all = await assignmentsOf(tx, roundId);
    return all.filter((one) => one.applicationId === applicationId).map((one) => one.points);
  });

describe('a review', () => {
  it('is kept as it is written, and filed only when every criterion has its score and reason', async () => {
    const own = await given(kind, first());
    const whole = await fullReview(world, kind, own.id, 4);
    const part = { ...whole, scores: whole.scores.slice(0, 1) };
    await saveReview(world, kind, part);
    const again = { ...part, version: own.version + 1 };
    expect(await keyOf(fileReview(world, kind, again))).toBe('review:criterion-open');
    expect(await keyOf(fileReview(world, kind, { ...whole, version: again.version, toCity: '' }))).toBe(
      'review:say-to-city',
    );
    await fileReview(world, kind, { ...whole, version: again.version });
    expect(await keyOf(saveReview(world, kind, { ...whole, version: again.version + 1 }))).toBe(
      'review:settled-already',
    );
  });

  it('is hidden from other reviewers until theirs is filed', async () => {
    expect(await seenOf(severe, first())).toEqual([null]);
    await file(severe, first(), 1);
    expect(new Set(await seenOf(severe, first()))).toEqual(new Set([2000, 8000]));
    expect(new Set(await seenOf(kind, first()))).toEqual(new Set([2000, 8000]));
  });

  it('is nobody else’s to write', async () => {
    const own = await given(kind, applications[1]?.id ?? '');
    const said = await fullReview(world, kind, own.id, 3);
    expect(await keyOf(saveReview(world, severe, said))).toBe('platform:not-found');
    expect(await keyOf(saveReview(world, staff, said))).toBe('review:own-only');
  });

  it('may be declined or abstained from, with a reason', async () => {
    const third = applications[2]?.id ?? '';
    const own = await given(kind, third);
    await stepBack(world, kind, { assignmentId: own.id, how: 'abstained', why: 'Not my field.' });
    expect(await keyOf(file(kind, third, 3))).toBe('review:settled-already');
  });
});

describe('somebody in conflict', () => {
  const pages = async (person: Actor) => {
    const paths = [
      '/workspace/reviews',
      `/workspace/reviews/rounds/${roundId}`,
      `/workspace/reviews/rounds/${roundId}/reviews.csv`,
      `/workspace/reviews/rounds/${roundId}/calibration`,
      `/workspace/reviews/rounds/${roundId}/assignment`,
      `/workspace/reviews/rounds/${roundId}/applications/${first()}`,
      '/workspace/reviews/reviewers',
      '/workspace/reviews/conflicts',
      '/portal/reviews',
    ];
    const texts: string[] = [];
    for (const path of paths) {
      const { status, text } = await visitPage(world, [...workspace, ...portal], { path, actor: person });
      // Keys that make a form's sending harmless twice are new each time.
      texts.push(`${status} ${text.replaceAll(/name="key" value="[^"]*"/g, '')}`);
    }
    return texts;
  };

  it('was found by the registry, and sees of the application only that it is there', async () => {
    const found = await reading(world, staff, (tx) => listConflicts(tx));
    expect(found.some((one) => one.personId === conflicted.personId && one.ground === 'own-city')).toBe(true);
    expect(await seenOf(conflicted, first())).toEqual([]);
    const round = await reading(world, conflicted, (tx) => findRound(tx, roundId));
    if (!round) throw new Error('the round is there');
    const row = (await reading(world, conflicted, (tx) => applicationsOfRound(tx, round))).find(
      ({ id }) => id === first(),
    );
    expect(row).toMatchObject({ inConflict: true, assigned: 0, filed: 0, points: [] });
    expect(await keyOf(assignTo(world, staff, roundId, first(), conflicted))).not.toBe('done');
  });

  it('fetches the same bytes whatever the hidden scores are', async () => {
    const before = await pages(conflicted);
    const open = await pages(staff);
    const owner = world.databases.owner.database;
    await owner
      .updateTable('review.assignment')
      .set((eb) => ({ points: eb(eb.val(10_000), '-', eb.ref('points')) }))
      .where('application_id', '=', first())
      .where('state', '=', 'filed')
      .execute();
    await owner
      .updateTable('review.score')
      .set({ reason: 'Another reason altogether.' })
      .where('assignment_id', 'in', (eb) =>
        eb.selectFrom('review.assignment').select('id').where('application_id', '=', first()),
      )
      .execute();
    expect(await pages(conflicted)).toEqual(before);
    // The planted fault: whoever is in no conflict sees the other world.
    expect(await pages(staff)).not.toEqual(open);
  }, 120_000);

  it('is stopped by the database where the program lets them through', async () => {
    const forced = await atomically(world, conflicted, (tx) =>
      tx.selectFrom('review.score').selectAll().execute(),
    );
    expect(forced).toEqual([]);
  });

  it('declares it themself, and then sees nothing any more', async () => {
    const third = applications[2]?.id ?? '';
    const own = await given(severe, third);
    await declareConflict(world, severe, { assignmentId: own.id, ground: 'money', detail: 'A grant.' });
    expect(await seenOf(severe, third)).toEqual([]);
  });

  it('has it lifted by the director only, never by themself', async () => {
    const [conflict] = (await reading(world, director, (tx) => listConflicts(tx))).filter(
      ({ personId }) => personId === severe.personId,
    );
    const lift = { conflictId: conflict?.id ?? '', why: 'The grant ended years ago.' };
    expect(await keyOf(liftConflict(world, staff, lift))).toBe('review:director-lifts');
    expect(await keyOf(liftConflict(world, director, lift))).toBe('done');
  });
});

describe('the discussion', () => {
  it('begins once all have filed, or by saying that some have not', async () => {
    const second = applications[1]?.id ?? '';
    await file(kind, second, 3);
    expect(await keyOf(moveOn())).toBe('review:reviews-open');
    await moveOn(true);
  });

  it('changes a score with its reason on record', async () => {
    const own = await given(kind, first());
    const change = { assignmentId: own.id, criterionKey: 'need', score: 2, why: 'I had misread the table.' };
    const before = await world.databases.owner.database.selectFrom('review.score').selectAll().execute();
    const key =
      before.find((one) => one.assignment_id === own.id && one.score === 4)?.criterion_key ?? 'need';
    await changeScore(world, kind, { ...change, criterionKey: key });
    expect(await keyOf(changeScore(world, kind, { ...change, criterionKey: key }))).toBe('review:same-score');
    const page = await visitPage(world, portal, { path: `/portal/reviews/${own.id}`, actor: kind });
    expect(page.text).toContain('I had misread the table.');
  });

  it('is closed to whoever may not see the reviews', async () => {
    const remark = { roundId, applicationId: first(), text: 'Hello.' };
    expect(await keyOf(addRemark(world, kind, remark))).toBe('done');
    const outsider = await aFundPersonless();
    expect(await keyOf(addRemark(world, outsider, remark))).not.toBe('done');
    expect(await keyOf(addRemark(world, conflicted, remark))).not.toBe('done');
  });
});

async function aFundPersonless(): Promise<Actor> {
  const worker = asWorker(world);
  const personId = await aPerson(worker, { name: 'Trial reviewer without reviews' });
  await grantRoleTo(worker, personId, 'reviewer');
  return { ...kind, personId, name: 'Trial reviewer without reviews' };
}

describe('feedback', () => {
  it('reaches the city once a second person has read it, and not before', async () => {
    const cityId = applications[0]?.cityId ?? '';
    const mayor = await aMandated(asWorker(world), cityId, 'mayor', 'Trial mayor');
    const path = `/portal/feedback/${first()}`;
    const ask = () => visitPage(world, portal, { path, actor: mayor });
    const said = {
      roundId,
      applicationId: first(),
      version: 0,
      summary: 'A strong case, a thin budget.',
      nextSteps: 'Write to us.',
      byCriterion: {},
    };
    await writeFeedback(world, staff, said);
    expect((await ask()).status).toBe(404);
    const { id = '' } =
      (await world.databases.owner.database.selectFrom('review.feedback').select('id').executeTakeFirst()) ??
      {};
    expect(await keyOf(sendFeedback(world, staff, { feedbackId: id, version: 1 }))).toBe(
      'review:own-feedback',
    );
    await sendFeedback(world, director, { feedbackId: id, version: 1 });
    expect((await ask()).text).toContain('A strong case, a thin budget.');
    expect(await keyOf(writeFeedback(world, staff, { ...said, version: 2 }))).toBe('review:sent-already');
  });
});
