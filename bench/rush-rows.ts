import { sql } from 'kysely';
import { aPublishedForm, answersTo } from '../src/capabilities/application-forms/builders.ts';
import { questionsOf } from '../src/capabilities/application-forms/index.ts';
import { answersHash } from '../src/capabilities/applications/rules/canonical.ts';
import { anOpenWindow } from '../src/capabilities/fund/builders.ts';
import { atomically } from '../src/platform/database/atomically.ts';
import { systemActor } from '../src/platform/events/system-actor.ts';
import { hashToken, newToken } from '../src/platform/sessions/token.ts';
import type { World } from '../src/world.ts';

/** One city's certifier, with everything answered and asked for, a hand's breadth from sending. */
export interface ReadyCity {
  readonly applicationId: string;
  readonly cookie: string;
  readonly seen: string;
}

/** Fills a database with cities that are all about to send. @param worker a world as the worker has it */
export async function fillRush(
  worker: World,
  cities: number,
  secondsOpen: number,
): Promise<{ windowId: string; closesAt: Date; ready: ReadyCity[] }> {
  const form = await aPublishedForm(worker);
  const answers = { ...answersTo(form) };
  for (const question of questionsOf(form))
    if (question.kind === 'budget')
      answers[question.key] = {
        kind: 'budget',
        currency: 'USD',
        lines: [{ category: 'people', what: 'Two officers', amountMinor: '10000000', year: 1 }],
        totalMinor: '10000000',
      };
  const seen = answersHash(answers);
  const tokens = Array.from({ length: cities }, () => newToken(worker));
  const window = await atomically(worker, systemActor, async (tx) => {
    await sql`insert into city_registry.country (iso2, iso3) values ('SL', 'SLE') on conflict do nothing`.execute(
      tx,
    );
    await sql`insert into city_registry.city (id, geonames_id, name, folded, country, feature_code, population, latitude, longitude)
      select ('00000000-0000-8000-8000-' || lpad(to_hex(90000000 + n), 12, '0'))::uuid, 90000000 + n, 'Rush city ' || n, 'rush city ' || n,
        'SL', 'PPL', 100000, 8, -11 from generate_series(1, ${cities}) n`.execute(tx);
    return await anOpenWindow(tx, {
      slug: 'rush',
      stages: { proposal: [-1, secondsOpen / 86_400] },
      forms: { proposal: form.id },
    });
  });
  await atomically(worker, systemActor, async (tx) => {
    await sql`create temporary table rush on commit drop as
      select row_number() over () as n, id as city_id, gen_random_uuid() as application_id, gen_random_uuid() as part_id,
        gen_random_uuid() as certifier, gen_random_uuid() as lead from city_registry.city where geonames_id > 90000000`.execute(
      tx,
    );
    await sql`insert into people.person (id, name, visibility) select certifier, 'Certifier ' || n, 'staff' from rush
      union all select lead, 'Lead ' || n, 'staff' from rush`.execute(tx);
    await sql`insert into people.account (person_id) select certifier from rush union all select lead from rush`.execute(
      tx,
    );
    await sql`insert into people.email_address (address, person_id) select 'c' || n || '@city.example', certifier from rush
      union all select 'l' || n || '@city.example', lead from rush`.execute(tx);
    await sql`insert into people.role_grant (id, person_id, role, city_id, from_date, basis)
      select gen_random_uuid(), certifier, 'city-certifier', city_id, '2020-01-01'::date, 'Bench' from rush
      union all select gen_random_uuid(), lead, 'city-focal-point', city_id, '2020-01-01'::date, 'Bench' from rush`.execute(
      tx,
    );
    await sql`insert into people.session (id, token_hash, person_id, assurance, expires_at, idle_minutes, stepped_up_at)
      select gen_random_uuid(), h.hash, r.certifier, 'passkey', now() + interval '1 hour', 60, now() + interval '10 minutes'
      from rush r join unnest(${tokens.map((token) => hashToken(token))}::bytea[]) with ordinality h (hash, n) using (n)`.execute(
      tx,
    );
    await sql`insert into applications.application (id, window_id, city_id, state, stage, language, started_by)
      select application_id, ${window.id}::uuid, city_id, 'draft', 'proposal', 'en', lead from rush`.execute(
      tx,
    );
    await sql`insert into applications.part (id, application_id, stage, form_version_id)
      select part_id, application_id, 'proposal', ${form.id}::uuid from rush`.execute(tx);
    await sql`insert into applications.participant (id, application_id, person_id, role, name)
      select gen_random_uuid(), application_id, lead, 'lead', 'Lead ' || n from rush
      union all select gen_random_uuid(), application_id, certifier, 'certifier', 'Certifier ' || n from rush`.execute(
      tx,
    );
    await sql`insert into applications.answer (part_id, question_key, version, application_id, form_version_id, value, origin, person_id, by_name)
      select part_id, a.key, 1, application_id, ${form.id}::uuid, a.value, 'typed', lead, 'Lead ' || n
      from rush cross join jsonb_each(${JSON.stringify(answers)}::jsonb) a`.execute(tx);
    await sql`insert into applications.sign_off (id, application_id, part_id, kind, answers_hash, person_id, by_name)
      select gen_random_uuid(), application_id, part_id, 'asked', ${seen}, lead, 'Lead ' || n from rush`.execute(
      tx,
    );
  });
  const { rows } = await sql<{ id: string; n: number }>`select a.id, substr(p.name, 11)::int as n
    from applications.application a join applications.participant p on p.application_id = a.id and p.role = 'certifier'
    order by n`.execute(worker.db);
  const closesAt = window.stages[0]?.closesAt ?? new Date();
  const ready = rows.map(({ id, n }) => ({ applicationId: id, cookie: `session=${tokens[n - 1]}`, seen }));
  return { windowId: window.id, closesAt, ready };
}
