import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitPage } from '../../../tests/support/pages.tsx';
import { asWorker, someone, testWorld } from '../../../tests/support/world.ts';
import { type Actor, anonymous, roles } from '../../kernel/actor.ts';
import { atomically, reading, type Tx } from '../../platform/database/atomically.ts';
import { hashToken } from '../../platform/sessions/token.ts';
import { aPerson } from '../people/builders.ts';
import { askForPlace } from './actions/ask-place.ts';
import { confirmPlace } from './actions/take-place.ts';
import { startLearning } from './actions/start-learning.ts';
import { aCourse, anOpenEvent, tokenFor } from './builders.ts';
import { routes as portal } from './pages/city/routes.tsx';
import { routes as open } from './pages/public/routes.tsx';
import { routes as workspace } from './pages/workspace/routes.tsx';
import { findDraft } from './store/courses.ts';
import { followLink } from './store/links.ts';

const canary = 'CANARY-5c1e';
const world = await testWorld();
const worker = asWorker(world);
let trainer: Actor;
let learner: Actor;
let eventId = '';
let draftId = '';

const secret = [
  'course_draft',
  'event_access',
  'learning',
  'attempt',
  'registration',
  'reminder',
  'certificate_holder',
];
const unreadable = ['link', 'stranger', 'feedback'];

afterAll(() => world.close());
beforeAll(async () => {
  trainer = someone('staff-support', { personId: await aPerson(worker) });
  learner = someone('mayor', { personId: await aPerson(worker) });
  const { id } = await aCourse(world, trainer);
  draftId = (await aCourse(world, trainer, { publish: false, title: { en: canary } })).id;
  const slug = (await findDraft(worker.db, id))?.slug ?? '';
  await startLearning(world, learner, {
    slug,
    name: `${canary} name`,
    email: 'canary@example.org',
    language: 'en',
    cityId: null,
  });
  eventId = await anOpenEvent(world, trainer);
  for (const name of ['one', 'two']) {
    const guest = { eventId, name: `${canary} ${name}`, email: `${name}@example.org`, cityId: null };
    await askForPlace(
      world,
      anonymous,
      { ...guest, language: 'en', timeZone: 'UTC', accessNeeds: canary },
      name,
    );
    await confirmPlace(world, { actor: anonymous, token: tokenFor(world, eventId, guest.email) });
  }
});

const rowsOf = async (tx: Tx, table: string) =>
  (
    await sql<{ row: string }>`select t::text as row from ${sql.table(`training.${table}`)} t`.execute(tx)
  ).rows.map(({ row }) => row);

describe('behind the second wall, with the first switched off', () => {
  it.each(roles.filter((role) => role !== 'staff-support' && role !== 'director'))(
    '%s sees no draft, no participant, no learner',
    async (role) => {
      await reading(world, someone(role), async (tx) => {
        for (const table of secret) expect(await rowsOf(tx, table), table).toEqual([]);
        expect((await rowsOf(tx, 'course')).join()).not.toContain(draftId);
      });
    },
  );

  it('nobody reads links, networks or single answers, trainers neither', async () => {
    for (const table of unreadable) {
      const seen = reading(world, trainer, (tx) => rowsOf(tx, table));
      await expect(seen, table).rejects.toThrow(/permission denied/);
    }
  });

  it('a learner sees their own learning and nobody else’s; a stranger with a link one registration', async () => {
    const mine = await reading(world, learner, (tx) => rowsOf(tx, 'learning'));
    expect(mine).toHaveLength(1);
    const linked = await reading(world, anonymous, async (tx) => {
      await followLink(tx, hashToken(tokenFor(world, eventId, 'one@example.org')));
      return [...(await rowsOf(tx, 'registration')), ...(await rowsOf(tx, 'learning'))];
    });
    expect(linked).toHaveLength(1);
    expect(linked[0]).toContain('one@example.org');
  });

  it('a trainer sees the participants (the canary is really there)', async () => {
    const rows = await reading(world, trainer, (tx) => rowsOf(tx, 'registration'));
    expect(rows.filter((row) => row.includes(canary))).toHaveLength(2);
  });

  it('nobody takes or gives up a place for somebody else, nor hears where to join', async () => {
    const { id } = await worker.db
      .selectFrom('training.registration')
      .select('id')
      .where('email', '=', 'two@example.org')
      .executeTakeFirstOrThrow();
    await atomically(world, someone('mayor'), async (tx) => {
      const said = await sql<{ gave: boolean; address: string | null; code: string; n: number }>`select
        training.give_up_place(${id}) as gave, training.join_address(${eventId}) as address,
        training.attend_by_code(${id}, 'AAAAAA') as code, (select count(*)::int from training.feedback_on(${eventId}) f where f.answered > 0) as n`.execute(
        tx,
      );
      expect(said.rows[0]).toEqual({ gave: false, address: null, code: 'not-there', n: 0 });
    });
  });

  it('nobody but a trainer writes a course or event, and no member issues a certificate', async () => {
    const forged = (actor: Actor, statement: ReturnType<typeof sql>) =>
      expect(atomically(world, actor, (tx) => statement.execute(tx))).rejects.toThrow(
        /row-level security|permission denied/,
      );
    await forged(
      someone('staff-fund'),
      sql`insert into training.course (id, slug, source_language) values (${world.newId()}, 'forged', 'en')`,
    );
    await forged(
      trainer,
      sql`insert into training.certificate (id, number, course_id, title, minutes, completed_on, salt_id, commitment, leaf)
      values (${world.newId()}, '0000-0000-0000-0000', ${draftId}, '{}', 1, now(), ${world.newId()}, repeat('a', 64), 1)`,
    );
  });
});

describe('at the door', () => {
  it('the public pages show neither draft nor participant', async () => {
    for (const path of ['/training', `/training/events/${eventId}`]) {
      const page = await visitPage(world, open, { path });
      expect(page.status).toBe(200);
      expect(page.text).not.toContain(canary);
    }
  });

  it('somebody else’s course or registration in the portal is not there', async () => {
    const theirs = await worker.db.selectFrom('training.registration').select('id').executeTakeFirstOrThrow();
    const page = await visitPage(world, portal, {
      actor: learner,
      path: `/portal/training/events/${theirs.id}`,
    });
    expect(page.status).toBe(404);
  });

  it('the workspace is the trainers’', async () => {
    const refused = await visitPage(world, workspace, {
      actor: someone('staff-fund'),
      path: `/workspace/training/events/${eventId}`,
    });
    expect(refused.status).toBe(404);
    const file = await visitPage(world, workspace, {
      actor: trainer,
      path: `/workspace/training/events/${eventId}/participants.csv`,
    });
    expect(file.headers.get('cache-control')).toBe('no-store');
    expect(file.text).toContain('one@example.org');
  });
});
