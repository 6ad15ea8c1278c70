import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { visitPage } from '../../../tests/support/pages.tsx';
import { someone } from '../../../tests/support/world.ts';
import { anonymous } from '../../kernel/actor.ts';
import { atomically, reading } from '../../platform/database/atomically.ts';
import { hashToken } from '../../platform/sessions/token.ts';
import { aCity } from '../city-registry/builders.ts';
import { remind } from './actions/remind.ts';
import { aCase, anOrganisation, caseOf, sentMail, tokenFor } from './builders.ts';
import { routes as cityRoutes } from './pages/city/routes.tsx';
import { routes as publicRoutes } from './pages/public/routes.tsx';
import { routes as deskRoutes } from './pages/workspace/routes.tsx';
import { followLink } from './store/links.ts';
import { deskScene } from './builders-scene.ts';

const { world, worker, cityId, amina, close } = await deskScene();
afterAll(close);

const desk = (path: string, form?: Record<string, string | readonly string[]>) =>
  visitPage(world, deskRoutes, {
    actor: amina,
    path: `/workspace/support${path}`,
    ...(form ? { form } : {}),
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
