import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asWorker, someone, type TestWorld, testWorld } from '../../../../tests/support/world.ts';
import type { Actor, Role } from '../../../kernel/actor.ts';
import { addDays, dayInUtc } from '../../../kernel/calendar-date.ts';
import { cityIdFromGeonames } from '../../../kernel/id.ts';
import { aPerson, aSession, grantRoleTo } from '../builders.ts';
import { endRole } from './end-role.ts';
import { grantRole } from './grant-role.ts';
import { identify } from './identify.ts';
import { inviteAgain, invitePerson } from './invite-person.ts';
import { reinstatePerson, revokeAllSessions, suspendPerson } from './suspend-person.ts';

const freetown = cityIdFromGeonames(2_409_306);
const today = dayInUtc(new Date());

describe('keeping people and their roles', () => {
  let world: TestWorld;
  let director: Actor;
  let administrator: Actor;
  let ama: string;
  beforeAll(async () => {
    world = await testWorld();
    director = await holder('director');
    administrator = await holder('administrator');
  });
  beforeEach(async () => {
    ama = await aPerson(asWorker(world), { email: `ama-${world.newId()}@city.example` });
  });
  afterAll(() => world.close());

  async function holder(role: Role): Promise<Actor> {
    const personId = await aPerson(asWorker(world), { name: `The ${role}` });
    await grantRoleTo(asWorker(world), personId, role);
    return someone(role, { personId, name: `The ${role}` });
  }
  const wanted = (over: object = {}) => ({
    personId: ama,
    role: 'reviewer' as Role,
    cityId: null,
    organisationId: null,
    from: today,
    to: null,
    basis: 'Letter of today',
    ...over,
  });
  const rolesOf = async (personId: string) => {
    const { cookie } = await aSession(asWorker(world), personId);
    const actor = await identify(world, new Request('http://localhost/', { headers: { cookie } }));
    return actor.roles.map(({ role }) => role);
  };
  const refusal = (key: string) => ({ reason: { key } });
  const mailsTo = async (personId: string) =>
    await world.databases.worker.database
      .selectFrom('platform.mail')
      .selectAll()
      .where('person_id', '=', personId)
      .orderBy('id')
      .execute();

  it('invites: a person, an account, a mail without any key, and no role', async () => {
    const email = `Kofi-${world.newId()}@city.example`;
    const personId = await invitePerson(world, director, { name: 'Kofi', email, language: 'fr' });
    const [mail] = await mailsTo(personId);
    expect(mail).toMatchObject({ to_address: email.toLowerCase(), language: 'fr' });
    expect(mail?.body).toContain('/fr/sign-in/code');
    expect(await rolesOf(personId)).toEqual([]);
  });

  it('invites once, however often the button is pressed', async () => {
    const input = { name: 'Kofi', email: `kofi-${world.newId()}@city.example`, language: 'en' as const };
    const once = { key: world.newId(), route: '/workspace/people', bodyHash: 'a' };
    const ids = await Promise.all([
      invitePerson(world, director, input, once),
      invitePerson(world, director, input, once),
    ]);
    expect(ids[0]).toBe(ids[1]);
  });

  it('refuses an address that somebody has', async () => {
    const email = `both-${world.newId()}@city.example`;
    await invitePerson(world, director, { name: 'Kofi', email, language: 'en' });
    await expect(
      invitePerson(world, director, { name: 'Esi', email: email.toUpperCase(), language: 'en' }),
    ).rejects.toMatchObject(refusal('people:email-known'));
  });

  it.each(['staff-support', 'finance', 'mayor', 'board-member'] as const)(
    'lets no %s invite, grant, end or suspend',
    async (role) => {
      const actor = someone(role);
      const missing = refusal('platform:permission-missing');
      const input = { name: 'Kofi', email: 'kofi@city.example', language: 'en' as const };
      const grantId = await grantRoleTo(asWorker(world), ama, 'reviewer');
      await expect(invitePerson(world, actor, input)).rejects.toMatchObject(missing);
      await expect(grantRole(world, actor, wanted())).rejects.toMatchObject(missing);
      // Who may not see a role does not learn that it is there.
      await expect(endRole(world, actor, { grantId, why: 'x' })).rejects.toHaveProperty('name', 'Refusal');
      await expect(suspendPerson(world, actor, { personId: ama, why: 'x' })).rejects.toHaveProperty(
        'name',
        'Refusal',
      );
      expect(await rolesOf(ama)).toEqual(['reviewer']);
    },
  );

  it('gives a role that holds from the next request on, and tells the person', async () => {
    await grantRole(world, director, wanted({ role: 'city-focal-point', cityId: freetown }));
    expect(await rolesOf(ama)).toEqual(['city-focal-point']);
    expect((await mailsTo(ama))[0]?.body).toContain('City focal point');
  });

  it('gives nobody a role by their own hand', async () => {
    const own = grantRole(world, director, wanted({ personId: director.personId }));
    await expect(own).rejects.toMatchObject(refusal('people:not-to-oneself'));
  });

  it('refuses the same role twice at once, not one after the other or for another city', async () => {
    const role = { role: 'mayor', cityId: freetown };
    await grantRole(world, director, wanted({ ...role, to: addDays(today, 30) }));
    await expect(
      grantRole(world, director, wanted({ ...role, from: addDays(today, 30) })),
    ).rejects.toMatchObject(refusal('people:role-held-already'));
    await grantRole(world, director, wanted({ ...role, from: addDays(today, 31) }));
    await grantRole(world, director, wanted({ ...role, cityId: cityIdFromGeonames(1) }));
  });

  it('refuses one of two equal grants made at the same moment', async () => {
    const both = await Promise.allSettled([
      grantRole(world, director, wanted()),
      grantRole(world, administrator, wanted()),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('refuses a role to somebody of the public record who has no account', async () => {
    const id = world.newId();
    const database = world.databases.worker.database;
    await database
      .insertInto('people.person')
      .values({ id, name: 'A Mayor', visibility: 'public' })
      .execute();
    await expect(grantRole(world, director, wanted({ personId: id }))).rejects.toMatchObject(
      refusal('people:no-account'),
    );
  });

  it('ends a role at the next request, with its reason, and keeps it in the record', async () => {
    const grantId = await grantRole(world, director, wanted());
    await endRole(world, director, { grantId, why: 'The term is over' });
    expect(await rolesOf(ama)).toEqual([]);
    expect((await mailsTo(ama)).at(-1)?.body).toContain('The term is over');
    await expect(endRole(world, director, { grantId, why: 'again' })).rejects.toMatchObject(
      refusal('people:role-over'),
    );
    await grantRole(world, director, wanted());
  });

  it('keeps one administrator, even when two end each other at the same moment', async () => {
    const second = await holder('administrator');
    const grants = await world.databases.worker.database
      .selectFrom('people.role_grant')
      .select(['id', 'person_id'])
      .where('role', '=', 'administrator')
      .where('ended_at', 'is', null)
      .execute();
    const grantOf = (actor: Actor) => grants.find((grant) => grant.person_id === actor.personId)?.id ?? '';
    const ends = await Promise.allSettled([
      endRole(world, administrator, { grantId: grantOf(second), why: 'a' }),
      endRole(world, second, { grantId: grantOf(administrator), why: 'b' }),
    ]);
    const refused = ends.filter((end) => end.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject(refusal('people:last-administrator'));
  });

  it('suspends: out at the next request, everywhere, and in again only after a new sign-in', async () => {
    const session = await aSession(asWorker(world), ama);
    const seen = async () =>
      (await identify(world, new Request('http://localhost/', { headers: { cookie: session.cookie } })))
        .personId;
    expect(await seen()).toBe(ama);
    await suspendPerson(world, director, { personId: ama, why: 'Lost laptop' });
    expect(await seen()).toBeNull();
    await reinstatePerson(world, director, ama);
    expect(await seen()).toBeNull();
    expect((await mailsTo(ama)).map(({ body }) => body.includes('Lost laptop'))).toEqual([true, false]);
  });

  it('ends all sessions of another, and suspends nobody by their own hand', async () => {
    const { cookie } = await aSession(asWorker(world), ama);
    await revokeAllSessions(world, director, ama);
    const request = new Request('http://localhost/', { headers: { cookie } });
    expect((await identify(world, request)).personId).toBeNull();
    await expect(
      suspendPerson(world, director, { personId: director.personId ?? '', why: 'x' }),
    ).rejects.toMatchObject(refusal('people:not-oneself'));
  });

  it('opens the door again for another, not for oneself', async () => {
    await inviteAgain(world, director, ama);
    expect(await mailsTo(ama)).toHaveLength(1);
    await expect(inviteAgain(world, director, director.personId ?? '')).rejects.toMatchObject({
      status: 403,
    });
    await expect(inviteAgain(world, director, world.newId())).rejects.toMatchObject({ status: 404 });
  });
});
