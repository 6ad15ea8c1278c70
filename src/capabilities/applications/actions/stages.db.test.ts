import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, type TestWorld, testWorld } from '../../../../tests/support/world.ts';
import { reading } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { aBegunApplication, aFundPerson, anApplication, aMandated, openAs } from '../builders.ts';
import { burdenOf } from '../store/burden.ts';
import { countBurden } from './count-burden.ts';
import { addColleague, takeRole } from './change-people.ts';
import { moveByStaff } from './propose-move.ts';
import { startApplication } from './start-application.ts';
import { takeUp } from './take-up.ts';
import { tasksFor } from './tasks-for.ts';

let world: TestWorld;
let worker: World;
beforeAll(async () => {
  world = await testWorld();
  worker = asWorker(world);
});
afterAll(() => world.close());

describe('from stage to stage', () => {
  it('an invited city takes up the next one with its answers; inviting takes two', async () => {
    const stages = { 'concept-note': [-1, 30], proposal: [-1, 60] } as const;
    const { id, lead } = await anApplication(world, worker, { stages });
    const [one, two] = [await aFundPerson(worker, 'Ada Fund'), await aFundPerson(worker, 'Ben Fund')];
    for (const move of ['begin-screening', 'find-eligible'] as const)
      await moveByStaff(world, one, { applicationId: id, move, why: null });
    await expect(takeUp(world, lead, id)).rejects.toMatchObject({
      reason: { key: 'fund:not-in-this-state' },
    });
    await moveByStaff(world, one, { applicationId: id, move: 'invite', why: null });
    expect((await openAs(world, lead, id)).application.state).toBe('eligible');
    await expect(
      moveByStaff(world, one, { applicationId: id, move: 'invite', why: null }),
    ).rejects.toMatchObject({
      reason: { key: 'fund:second-person-needed' },
    });
    await moveByStaff(world, two, { applicationId: id, move: 'invite', why: null });
    await takeUp(world, lead, id);
    const { application, part, current, answers } = await openAs(world, lead, id);
    expect([application.state, application.stage, part.status]).toEqual(['draft', 'proposal', 'open']);
    expect(current.get('title')).toMatchObject({ origin: 'carried', version: 1 });
    expect(answers['story']).toEqual({ kind: 'text', text: 'Safe rooms for newcomers' });
  });

  it('the fund moves nothing a city must, and a city nothing of the fund’s', async () => {
    const { id, lead } = await anApplication(world, worker);
    const staff = await aFundPerson(worker, 'Ada Fund');
    await expect(
      moveByStaff(world, staff, { applicationId: id, move: 'withdraw', why: null }),
    ).rejects.toMatchObject({
      reason: { key: 'platform:permission-missing' },
    });
    await expect(
      moveByStaff(world, lead, { applicationId: id, move: 'begin-screening', why: null }),
    ).rejects.toMatchObject({ status: 403 });
  });
});

describe('the people on it', () => {
  it('are one each in one role, the lead never the certifier, and end with their mandates', async () => {
    const begun = await aBegunApplication(world, worker);
    const { id, lead, certifier, cityId } = begun;
    await expect(takeRole(world, certifier, { applicationId: id, role: 'lead' })).rejects.toMatchObject({
      reason: { key: 'applications:has-lead' },
    });
    await worker.db
      .updateTable('people.role_grant')
      .set({ ended_at: new Date(), ended_why: 'Left the city', ended_by: null })
      .where('person_id', '=', lead.personId ?? '')
      .execute();
    const next = await aMandated(worker, cityId, 'city-focal-point', 'Next Lead');
    expect((await openAs(world, next, id)).participants.find(({ role }) => role === 'lead')?.hasMandate).toBe(
      false,
    );
    await takeRole(world, next, { applicationId: id, role: 'lead' });
    const { participants } = await openAs(world, next, id);
    expect(participants.filter(({ role }) => role === 'lead').map(({ name }) => name)).toEqual(['Next Lead']);
    const outsider = await aFundPerson(worker, 'No Mandate');
    await expect(
      addColleague(world, next, {
        applicationId: id,
        personId: outsider.personId ?? '',
        role: 'contributor',
      }),
    ).rejects.toMatchObject({ reason: { key: 'applications:colleague-needs-mandate' } });
  });

  it('of a city begin one application a window: the second try leads to the first', async () => {
    const { id, window, certifier, cityId } = await aBegunApplication(world, worker);
    expect(await startApplication(world, certifier, { windowId: window.id, cityId, language: 'en' })).toBe(
      id,
    );
    const other = await aFundPerson(worker, 'Somebody');
    await expect(
      startApplication(world, other, { windowId: window.id, cityId, language: 'en' }),
    ).rejects.toMatchObject({
      reason: { key: 'applications:mandate-needed' },
    });
  });

  it('see whose turn it is among their tasks', async () => {
    const { lead, certifier } = await aBegunApplication(world, worker);
    const of = async (actor: typeof lead) =>
      (await reading(world, actor, (tx) => tasksFor(tx, actor, world.now()))).map(({ what }) => what.key);
    expect(await of(lead)).toEqual(['applications:task-answers']);
    expect(await of(certifier)).toEqual(['applications:task-answers']);
  });
});

it('publishes what a window took only from five applications on', async () => {
  const { window, form } = await anApplication(world, worker);
  await countBurden(worker);
  expect(await burdenOf(world.publicDb, window.id)).toEqual([]);
  for (let n = 0; n < 4; n++) await anApplication(world, worker, { window, form });
  await countBurden(worker);
  const [burden] = await burdenOf(world.publicDb, window.id);
  expect(burden).toMatchObject({ stage: 'concept-note', applications: 5, medianMinutes: 1 });
});
