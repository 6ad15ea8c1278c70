import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitPage } from '../../../tests/support/pages.tsx';
import { asWorker, someone, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import { type Actor, anonymous } from '../../kernel/actor.ts';
import { atomically, reading } from '../../platform/database/atomically.ts';
import { hashToken } from '../../platform/sessions/token.ts';
import type { World } from '../../world.ts';
import { aCity } from '../city-registry/builders.ts';
import { remind } from './actions/remind.ts';
import {
  aCase,
  aDeskPerson,
  anOrganisation,
  caseOf,
  question,
  sentMail,
  tokenFor,
  withFiles,
} from './builders.ts';
import { routes as cityRoutes } from './pages/city/routes.tsx';
import { routes as publicRoutes } from './pages/public/routes.tsx';
import { routes as deskRoutes } from './pages/workspace/routes.tsx';
import { followLink } from './store/links.ts';

let bare: TestWorld;
let world: TestWorld & { removeFiles(): void };
let worker: World;
let cityId: string;
let amina: Actor;
let organisation: string;
beforeAll(async () => {
  bare = await testWorld();
  world = withFiles(bare);
  worker = asWorker(world);
  ({ id: cityId } = await aCity(worker.db, { name: 'Kenema' }));
  amina = await aDeskPerson(worker, 'Amina', 'amina@mmc.example');
  organisation = await anOrganisation(worker);
});
afterAll(async () => {
  world.removeFiles();
  await bare.close();
});

const desk = (path: string, form?: Record<string, string | readonly string[]>) =>
  visitPage(world, deskRoutes, {
    actor: amina,
    path: `/workspace/support${path}`,
    ...(form ? { form } : {}),
  });
const version = async (reference: string) => String((await caseOf(worker, reference)).version);

describe('people who act for a city', () => {
  it('see what was asked in its name and answer it; those of other cities see nothing of it', async () => {
    const opened = await aCase(world, worker, { cityId });
    const { id: otherCity } = await aCity(worker.db, { name: 'Bo' });
    for (const role of ['city-focal-point', 'mayor', 'city-certifier'] as const) {
      const own = await visitPage(world, cityRoutes, {
        actor: someone(role, { cityId }),
        path: `/portal/cases/${opened.id}`,
      });
      expect(own.status, role).toBe(200);
      const other = someone(role, { cityId: otherCity });
      expect(
        (await visitPage(world, cityRoutes, { actor: other, path: `/portal/cases/${opened.id}` })).status,
        role,
      ).toBe(404);
      expect(
        (await visitPage(world, cityRoutes, { actor: other, path: '/portal/cases' })).text,
      ).not.toContain(opened.reference);
      const written = await visitPage(world, cityRoutes, {
        actor: other,
        path: `/portal/cases/${opened.id}/messages`,
        form: { body: 'x' },
      });
      expect(written.status).toBe(404);
    }
    const point = { ...someone('city-focal-point', { cityId }), personId: amina.personId };
    expect(
      (
        await visitPage(world, cityRoutes, {
          actor: point,
          path: `/portal/cases/${opened.id}/messages`,
          form: { body: 'From the portal' },
        })
      ).status,
    ).toBe(303);
    expect((await desk(`/cases/${opened.id}`)).text).toContain('From the portal');
  });

  it('are not made by claiming: a stranger who names a city sees nothing of it', async () => {
    await aCase(world, worker, { cityId, subject: 'canary-real' });
    const claimed = await aCase(world, worker, { cityId, requesterEmail: 'stranger@elsewhere.example' });
    const page = await visitPage(world, publicRoutes, {
      path: `/ask/thread/${await tokenFor(worker, claimed.id)}`,
    });
    expect(page.text).not.toContain('canary-real');
    expect(
      await worker.db.selectFrom('people.role_grant').select('id').where('city_id', '=', cityId).execute(),
    ).toEqual([]);
    expect(claimed.verifiedHow).toBeNull();
    expect((await desk(`/cases/${claimed.id}`)).text).toContain(
      'Not verified that the requester speaks for the city',
    );
  });
});

describe('a partner', () => {
  it('is asked only after the city agreed, sees exactly that, and its answer wakes the case', async () => {
    const opened = await aCase(world, worker, {
      cityId,
      body: 'canary-body',
      requesterName: 'canary-person',
      requesterRole: 'canary-role',
    });
    await desk(`/cases/${opened.id}/notes`, { body: 'canary-note' });
    const ask = async (form: object = {}) =>
      desk(`/cases/${opened.id}/partner-requests`, {
        version: await version(opened.reference),
        organisation,
        contactEmail: 'help@harbour.example',
        language: 'en',
        question: 'Who can help with rooms?',
        ...form,
      });
    expect((await ask()).status).toBe(422);
    const consent = {
      version: await version(opened.reference),
      organisation,
      fields: ['city', 'question', 'name'],
    };
    expect((await desk(`/cases/${opened.id}/consent-requests`, consent)).status).toBe(303);
    expect((await caseOf(worker, opened.reference)).stage).toBe('waiting-city');
    expect((await ask()).status).toBe(422);
    const thread = `/ask/thread/${await tokenFor(worker, opened.id)}`;
    expect((await visitPage(world, publicRoutes, { path: thread })).text).toContain('Harbour Aid');
    // Only what was asked for can be agreed to, whatever is sent.
    const agreed = { organisation, agreed: ['city', 'question', 'email'], answer: 'agree' };
    expect((await visitPage(world, publicRoutes, { path: `${thread}/consent`, form: agreed })).status).toBe(
      303,
    );
    expect((await caseOf(worker, opened.reference)).stage).toBe('open');
    expect((await ask()).status).toBe(303);
    expect((await caseOf(worker, opened.reference)).stage).toBe('waiting-partner');

    const mail = (await sentMail(worker)).at(-1);
    expect(mail?.to).toBe('help@harbour.example');
    for (const canary of ['canary-person', 'canary-body', 'Kenema', opened.reference])
      expect(mail?.body).not.toContain(canary);
    const path = `/ask/partner/${/\/ask\/partner\/([\w-]{43})/.exec(mail?.body ?? '')?.[1]}`;
    const page = await visitPage(world, publicRoutes, { path });
    expect(page.text).toContain('canary-body');
    expect(page.text).toContain('Kenema');
    for (const hidden of [
      'canary-person',
      'canary-role',
      'canary-note',
      'clerk@kenema.example',
      opened.reference,
    ])
      expect(page.text).not.toContain(hidden);
    expect(
      (
        await visitPage(world, publicRoutes, {
          path: `${path}/replies`,
          form: { from: 'Rosa', body: 'We can.' },
        })
      ).status,
    ).toBe(303);
    expect((await caseOf(worker, opened.reference)).stage).toBe('open');
    expect((await desk(`/cases/${opened.id}`)).text).toContain('We can.');
    expect((await visitPage(world, publicRoutes, { path: thread })).text).not.toContain('We can.');
  });

  it('with the role sees its own organisation’s requests and never a case', async () => {
    const partner = someone('partner', { organisationId: organisation });
    const other = someone('partner', { organisationId: await anOrganisation(worker, 'Elsewhere') });
    const list = await visitPage(world, cityRoutes, { actor: partner, path: '/portal/partner-requests' });
    expect(list.text).toContain('Who can help with rooms?');
    expect(
      (await visitPage(world, cityRoutes, { actor: other, path: '/portal/partner-requests' })).text,
    ).not.toContain('Who can help with rooms?');
    for (const actor of [partner, other])
      expect(
        await reading(world, actor, (tx) => tx.selectFrom('support_desk.support_case').selectAll().execute()),
      ).toEqual([]);
  });
});

describe('files', () => {
  it('are kept by what they are, and served as downloads that cannot act, only to whom the case is open', async () => {
    const pdf = new File(['%PDF-1.7\n<script>'], 'plan "x".pdf', { type: 'text/html' });
    const body = new FormData();
    const said = {
      key: crypto.randomUUID(),
      name: 'F',
      email: 'f@kenema.example',
      role: 'r',
      city: cityId,
      topic: 'data',
      subject: 'With a file',
      body: 'b',
      language: 'en',
      urgency: 'normal',
    };
    for (const [name, value] of Object.entries(said)) body.set(name, value);
    body.set('files', pdf);
    const { createApplication } = await import('../../platform/http/application.ts');
    const app = createApplication({
      world,
      surfaces: [{ name: 'public-site', routes: publicRoutes, draw: () => '' }],
      identify: async () => anonymous,
      logFault: () => undefined,
    });
    const post = (form: FormData) =>
      app.fetch(
        new Request('http://localhost/ask', {
          method: 'POST',
          body: form,
          headers: { origin: 'http://localhost' },
        }),
      );
    const reference =
      new URL((await post(body)).headers.get('location') ?? '', 'http://x').searchParams.get('reference') ??
      '';
    const opened = await caseOf(worker, reference);
    const file = await worker.db
      .selectFrom('support_desk.attachment')
      .selectAll()
      .where('case_id', '=', opened.id)
      .executeTakeFirstOrThrow();
    expect(file).toMatchObject({ kind: 'pdf', state: 'checked', name: 'plan x.pdf' });
    const served = await visitPage(world, publicRoutes, {
      path: `/ask/thread/${await tokenFor(worker, opened.id)}/files/${file.id}`,
    });
    expect(served.status).toBe(200);
    expect(served.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(served.headers.get('content-security-policy')).toContain('sandbox');
    expect([served.headers.get('x-content-type-options'), served.headers.get('cache-control')]).toEqual([
      'nosniff',
      'no-store',
    ]);
    const other = await aCase(world, worker, { cityId });
    expect(
      (
        await visitPage(world, publicRoutes, {
          path: `/ask/thread/${await tokenFor(worker, other.id)}/files/${file.id}`,
        })
      ).status,
    ).toBe(404);
    expect(
      (
        await visitPage(world, cityRoutes, {
          actor: someone('mayor', { cityId: other.id }),
          path: `/portal/cases/${opened.id}/files/${file.id}`,
        })
      ).status,
    ).toBe(404);
    await worker.db
      .updateTable('support_desk.attachment')
      .set({ state: 'quarantined', kind: null })
      .where('id', '=', file.id)
      .execute();
    expect((await desk(`/files/${file.id}`)).status).toBe(404);
    body.set('key', crypto.randomUUID());
    body.set('files', new File([Buffer.from('MZ\0\0program')], 'report.pdf'));
    expect((await post(body)).status).toBe(422);
  });
});

describe('the second wall', () => {
  it('holds when the first is gone: a stranger, a city, a partner and other staff read and write only what is theirs', async () => {
    const opened = await aCase(world, worker, { cityId });
    await desk(`/cases/${opened.id}/notes`, { body: 'secret' });
    const { id: otherCity } = await aCity(worker.db, { name: 'Bo' });
    const outsiders = [
      anonymous,
      someone('city-focal-point', { cityId: otherCity }),
      someone('partner', { organisationId: await anOrganisation(worker) }),
      someone('funder'),
    ];
    const tables = [
      'support_case',
      'message',
      'note',
      'attachment',
      'partner_request',
      'consent',
      'secure_link',
      'survey_answer',
      'raw_mail',
      'template',
      'skill',
      'hand_over',
    ];
    for (const actor of outsiders)
      for (const table of tables) {
        const seen = await reading(world, actor, (tx) =>
          sql`select id from ${sql.table(`support_desk.${table}`)}`.execute(tx),
        ).catch((error: { code?: string }) => {
          if (error.code === '42501' || error.code === '42703') return { rows: [] };
          throw error;
        });
        expect(seen.rows, `${actor.name} ${table}`).toEqual([]);
      }
    const focal = someone('city-focal-point', { cityId });
    expect(
      await reading(world, focal, (tx) => tx.selectFrom('support_desk.note').selectAll().execute()),
    ).toEqual([]);
    expect(
      await reading(world, focal, (tx) => tx.selectFrom('support_desk.message').select('id').execute()),
    ).not.toEqual([]);
    const changed = await atomically(world, focal, (tx) =>
      tx
        .updateTable('support_desk.support_case')
        .set({ stage: 'closed', outcome: 'answered', resolved_at: new Date() })
        .where('id', '=', opened.id)
        .returning('id')
        .execute(),
    );
    expect(changed).toEqual([]);
    const forged = {
      id: world.newId(),
      case_id: opened.id,
      direction: 'out',
      channel: 'web',
      from_name: 'Council',
      body: 'Pay now',
    };
    for (const actor of [...outsiders, focal, someone('staff-fund')])
      await expect(
        atomically(world, actor, (tx) => tx.insertInto('support_desk.message').values(forged).execute()),
        actor.name,
      ).rejects.toMatchObject({ code: '42501' });
  });

  it('lets a stranger add to a case only in the moment it is opened, and never make a link to another’s', async () => {
    const opened = await aCase(world, worker, { cityId });
    const link = {
      id: world.newId(),
      token_hash: hashToken('mine'),
      case_id: opened.id,
      audience: 'requester',
      expires_at: new Date(Date.now() + 1e9),
    };
    await expect(
      atomically(world, anonymous, (tx) => tx.insertInto('support_desk.secure_link').values(link).execute()),
    ).rejects.toMatchObject({ code: '42501' });
    const message = {
      id: world.newId(),
      case_id: opened.id,
      direction: 'in',
      channel: 'web',
      from_name: 'x',
      body: 'x',
    };
    await expect(
      atomically(world, anonymous, (tx) => tx.insertInto('support_desk.message').values(message).execute()),
    ).rejects.toMatchObject({ code: '42501' });
    const token = await tokenFor(worker, opened.id);
    const rows = await reading(world, anonymous, async (tx) => {
      await followLink(tx, hashToken(token));
      return await tx.selectFrom('support_desk.support_case').select('id').execute();
    });
    expect(rows).toEqual([{ id: opened.id }]);
  });
});

describe('waiting', () => {
  it('reminds the city twice, a week apart, then tells the desk; what was resolved is closed after a month', async () => {
    const opened = await aCase(world, worker, { cityId, requesterEmail: 'slow@kenema.example' });
    await desk(`/cases/${opened.id}/replies`, {
      version: String(opened.version),
      body: 'Which?',
      next: 'waiting-city',
    });
    const resolved = await aCase(world, worker, { cityId, requesterEmail: 'done@kenema.example' });
    await desk(`/cases/${resolved.id}/outcome`, {
      version: String(resolved.version),
      outcome: 'answered',
      note: 'Done',
    });
    const mails = async () =>
      (await sentMail(worker)).filter(({ to }) => to === 'slow@kenema.example').length;
    const before = await mails();
    const counts: number[] = [];
    for (const days of [1, 8, 8, 16, 24, 60]) {
      await remind({ ...worker, now: () => new Date(Date.now() + days * 86_400_000) });
      counts.push((await mails()) - before);
    }
    expect(counts).toEqual([0, 1, 1, 2, 2, 2]);
    expect(await caseOf(worker, opened.reference)).toMatchObject({ stage: 'waiting-city', remindOn: null });
    expect((await caseOf(worker, resolved.reference)).stage).toBe('closed');
  });
});
