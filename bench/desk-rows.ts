import { Client } from 'pg';
import type { ServerAddress } from '../src/platform/database/roles.ts';

/** How much the desk holds in the trial. */
export interface DeskSize {
  readonly cities: number;
  readonly cases: number;
  readonly messages: number;
}

/** Cities in forty made-up countries, twelve people of the desk, cases of three years in every stage, their threads and notes. */
export async function fillDesk(server: ServerAddress, size: DeskSize): Promise<{ deskPerson: string }> {
  const client = new Client(server);
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(countries);
    await client.query(cities, [size.cities]);
    for (const statement of people) await client.query(statement);
    await client.query(cases, [size.cases, size.cities]);
    await client.query(messages, [size.messages, size.cases]);
    for (const statement of rest) await client.query(statement);
    await client.query('analyze');
    const { rows } = await client.query<{ id: string }>(`select id from people.person where name = 'Desk 1'`);
    return { deskPerson: rows[0]?.id ?? '' };
  } finally {
    await client.end();
  }
}

const uuid = (of: string) =>
  `(substr(md5(${of}), 1, 8) || '-0000-7000-8000-' || substr(md5(${of}), 9, 12))::uuid`;

const countries = `insert into city_registry.country (iso2, iso3, m49)
  select 'Q' || chr(65 + n % 26), 'QQ' || chr(65 + n % 26), null from generate_series(0, 25) n on conflict do nothing`;

const cities = `insert into city_registry.city (id, geonames_id, name, folded, names, country, feature_code, population, latitude, longitude, global_south, secondary_city)
  select ('00000000-0000-8000-8000-' || lpad(to_hex(60000000 + n), 12, '0'))::uuid, 60000000 + n, 'City ' || n, 'city ' || n, '{}',
    'Q' || chr(65 + n % 26), 'PPL', 1000 + n * 37 % 3000000, (n % 120) - 60, (n % 300) - 150, n % 10 < 7, n % 10 < 6
  from generate_series(1, $1) n on conflict do nothing`;

const people = [
  `insert into people.person (id, name, visibility) select ${uuid(`'desk' || n`)}, 'Desk ' || n, 'staff' from generate_series(1, 12) n`,
  `insert into people.account (person_id) select id from people.person where name like 'Desk %'`,
  `insert into people.role_grant (id, person_id, role, from_date, basis)
    select ${uuid(`'grant' || id::text`)}, id, 'staff-support', '2020-01-01', 'trial' from people.person where name like 'Desk %'`,
  `insert into support_desk.skill (person_id, languages, topics) select id, array['en', 'fr'], array['housing', 'data'] from people.person where name like 'Desk %'`,
];

const cases = `insert into support_desk.support_case (id, reference, city_id, requester_name, requester_email, requester_role, topic, subject, language,
    urgency, channel, stage, stage_since, assignee_id, due_on, opened_at, first_reply_at, last_inbound_at, outcome, resolved_at)
  select ${uuid(`'case' || n`)}, 'MMC-2026-' || lpad(n::text, 5, '0') || '-A',
    case when n % 20 = 0 then null else ('00000000-0000-8000-8000-' || lpad(to_hex(60000000 + 1 + n % $2), 12, '0'))::uuid end,
    'Clerk ' || n, 'clerk' || n || '@city.example', 'Clerk', (array['housing', 'health', 'education', 'employment', 'data', 'funding', 'other'])[1 + n % 7],
    'How do others do it, number ' || n, (array['en', 'fr', 'es', 'pt', 'ar'])[1 + n % 5], case when n % 30 = 0 then 'emergency' when n % 5 = 0 then 'soon' else 'normal' end,
    case when n % 3 = 0 then 'mail' else 'web' end, s.stage, o.at + interval '2 days',
    case when n % 12 = 11 then null else ${uuid(`'desk' || (1 + n % 12)`)} end, (o.at + interval '7 days')::date, o.at,
    case when s.stage = 'new' then null else o.at + make_interval(mins => 30 + n * 7919 % 9000) end, o.at + interval '1 day',
    case when s.stage in ('resolved', 'closed') then 'answered' end, case when s.stage in ('resolved', 'closed') then o.at + interval '9 days' end
  from generate_series(1, $1) n,
    lateral (select (array['new', 'open', 'waiting-city', 'waiting-partner', 'resolved', 'closed', 'closed', 'closed', 'closed', 'closed'])[1 + n % 10] as stage) s,
    lateral (select now() - make_interval(hours => n * 104729 % 26000) as at) o`;

const messages = `insert into support_desk.message (id, case_id, at, direction, channel, from_name, from_address, body, message_id)
  select ${uuid(`'message' || n`)}, ${uuid(`'case' || (1 + n % $2)`)}, now() - make_interval(hours => 26000 - n % 26000), case when n / $2 % 2 = 0 then 'in' else 'out' end,
    case when n % 3 = 0 then 'mail' else 'web' end, 'Somebody ' || n % 500, 'clerk' || n || '@city.example', repeat('Rooms are scarce and people keep arriving. ', 1 + n % 12),
    '<' || n || '@bench.example>'
  from generate_series(0, $1 - 1) n`;

const rest = [
  `insert into support_desk.note (id, case_id, person_id, body) select ${uuid(`'note' || id::text`)}, id, assignee_id, 'Call before noon.'
    from support_desk.support_case where assignee_id is not null and right(id::text, 1) < '8'`,
  `insert into support_desk.attachment (id, case_id, message_id, name, kind, size, sha256, state)
    select ${uuid(`'file' || id::text`)}, case_id, id, 'plan.pdf', 'pdf', 1000, md5(id::text) || md5(id::text), 'checked' from support_desk.message where right(id::text, 1) = '0'`,
  `insert into support_desk.raw_mail (id, sha256, size, source, state, reason, from_address, subject)
    select ${uuid(`'raw' || n`)}, md5(n::text) || md5(n::text), 5000, 'pipe', 'needs-look', 'no-sender', null, 'Mail ' || n from generate_series(1, 500) n`,
  `insert into support_desk.survey_answer (case_id, helped, ease) select id, 'yes', 4 from support_desk.support_case where stage = 'closed' and right(id::text, 1) < '5'`,
];
