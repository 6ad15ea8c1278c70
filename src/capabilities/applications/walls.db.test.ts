import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, someone, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import { type Actor, anonymous, roles } from '../../kernel/actor.ts';
import { atomically, reading } from '../../platform/database/atomically.ts';
import { hashToken } from '../../platform/sessions/token.ts';
import type { World } from '../../world.ts';
import { aCity } from '../city-registry/builders.ts';
import { aBegunApplication, aFundPerson, anApplication, fillIn } from './builders.ts';
import { inviteColleague } from './actions/invite-colleague.ts';
import { listForStaff } from './store/staff-list.ts';
import { followLink } from './store/invitations.ts';

const tables = [
  'application',
  'part',
  'participant',
  'invitation',
  'answer',
  'sign_off',
  'attachment',
  'commitment',
  'returned_form',
  'state_move',
  'extension_request',
];

let world: TestWorld;
let worker: World;
beforeAll(async () => {
  world = await testWorld();
  worker = asWorker(world);
});
afterAll(() => world.close());

/** Rows of each table that somebody sees with the first wall switched off: bare SQL as the member role. */
async function seen(actor: Actor, token?: string): Promise<Record<string, number>> {
  return await reading(world, actor, async (tx) => {
    if (token) await followLink(tx, hashToken(token));
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from applications.${sql.raw(table)}`
        .execute(tx)
        .catch((error: { code?: string }) => {
          if (error.code === '42501') return { rows: [{ n: 0 }] };
          throw error;
        });
      counts[table] = rows[0]?.n ?? 0;
    }
    return counts;
  });
}

const none = Object.fromEntries(tables.map((table) => [table, 0]));

describe('behind the first wall', () => {
  it('another city, strangers, partners, reviewers and other programmes’ staff see no row of an application', async () => {
    await anApplication(world, worker);
    const { id: other } = await aCity(worker.db, { name: 'Makeni' });
    const outside = [
      anonymous,
      someone('mayor', { cityId: other }),
      ...roles
        .filter(
          (role) => !['staff-fund', 'director', 'city-focal-point', 'city-certifier', 'mayor'].includes(role),
        )
        .map((role) => someone(role)),
    ];
    expect(outside.length).toBeGreaterThan(8);
    for (const actor of outside) expect([actor.roles, await seen(actor)]).toEqual([actor.roles, none]);
  });

  it('the fund’s staff see that a draft is there and how far, and not a word of it', async () => {
    const begun = await aBegunApplication(world, worker);
    await fillIn(world, begun);
    const staff = await aFundPerson(worker, 'Fund Person');
    const visible = await reading(world, staff, async (tx) => ({
      answers: await tx
        .selectFrom('applications.answer')
        .selectAll()
        .where('application_id', '=', begun.id)
        .execute(),
      listed: (await listForStaff(tx, { windowId: begun.window.id })).rows,
    }));
    expect(visible.answers).toEqual([]);
    expect(visible.listed).toMatchObject([{ id: begun.id, state: 'draft' }]);
    expect(visible.listed[0]?.answered).toBeGreaterThan(3);
  });

  it('a mailed link opens its one draft: it cannot submit, withdraw, sign, invite or change its state', async () => {
    const begun = await aBegunApplication(world, worker);
    await anApplication(world, worker);
    await inviteColleague(world, begun.lead, {
      applicationId: begun.id,
      name: 'Helper',
      email: 'helper@city.example',
      language: 'en',
    });
    const mail = await worker.db
      .selectFrom('platform.mail')
      .selectAll()
      .where('to_address', '=', 'helper@city.example')
      .executeTakeFirstOrThrow();
    const token = /\/apply\/([\w-]{43})/.exec(mail.body)?.[1] ?? '';
    const rows = await seen(anonymous, token);
    expect([rows['application'], rows['commitment'], rows['sign_off']]).toEqual([1, 0, 0]);
    const attempt = async (statement: string) =>
      await atomically(world, anonymous, async (tx) => {
        await followLink(tx, hashToken(token));
        const { numAffectedRows } = await sql.raw(statement).execute(tx);
        return numAffectedRows;
      }).catch((error: { code?: string }) => error.code);
    expect(await attempt(`update applications.application set state = 'submitted'`)).toBe(0n);
    expect(await attempt(`update applications.part set status = 'committed'`)).toBe('42501');
    expect(await attempt(`update applications.participant set ended_at = now(), ended_why = 'left'`)).toBe(
      0n,
    );
  });

  it('nobody changes an answer that was written, not even the worker', async () => {
    const begun = await aBegunApplication(world, worker);
    await fillIn(world, begun);
    const change = async (by: World, actor: Actor) =>
      await atomically(by, actor, (tx) =>
        sql`update applications.answer set value = 'null'`.execute(tx),
      ).then(
        () => 'changed',
        (error: { code?: string }) => error.code,
      );
    expect([await change(world, begun.lead), await change(worker, anonymous)]).toEqual(['42501', '42501']);
  });

  it('a sent part takes no more answers, whatever the web says', async () => {
    const { id, lead } = await anApplication(world, worker);
    const late = await atomically(world, lead, (tx) =>
      sql`insert into applications.answer (part_id, question_key, version, application_id, form_version_id, value, origin, person_id, by_name)
        select p.id, 'title', 99, p.application_id, p.form_version_id, 'null', 'typed', ${lead.personId}, 'x'
        from applications.part p where p.application_id = ${id}`.execute(tx),
    ).then(
      () => 'written',
      (error: { code?: string }) => error.code,
    );
    expect(late).toBe('42501');
  });
});
