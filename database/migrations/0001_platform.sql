-- What every capability stands on: who acts, what was done, what is to be mailed, what was announced.
-- Each table says its confidentiality in its comment: public, network, city, staff or restricted.

comment on schema platform is 'Shared ground: context, submissions, acts, events, mail';
grant usage on schema platform to mmc_public, mmc_member, mmc_worker, mmc_verify;

-- Who acts, as told by the transaction. Policies call these in a sub-select, so they run once a statement.
create function platform.actor_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('mmc.person', true), '')::uuid;
create function platform.actor_roles() returns text[] language sql stable parallel safe
  return string_to_array(coalesce(current_setting('mmc.roles', true), ''), ',');
create function platform.actor_has(variadic wanted text[]) returns boolean language sql stable parallel safe
  return platform.actor_roles() && wanted;
create function platform.actor_is_secretariat() returns boolean language sql stable parallel safe
  return platform.actor_has('staff-support', 'staff-diplomacy', 'staff-fund', 'staff-communications', 'finance', 'director', 'administrator');
create function platform.actor_cities() returns uuid[] language sql stable parallel safe
  return string_to_array(nullif(current_setting('mmc.cities', true), ''), ',')::uuid[];
create function platform.actor_organisations() returns uuid[] language sql stable parallel safe
  return string_to_array(nullif(current_setting('mmc.organisations', true), ''), ',')::uuid[];

-- Lets the read-only verifier and the owner see all rows of a table; forced row-level security binds the owner too.
create procedure platform.guard_table(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy owner_all on %s to mmc_owner using (true) with check (true)', target);
  execute format('create policy verify_reads on %s for select to mmc_verify using (true)', target);
  execute format('grant select on %s to mmc_verify', target);
end $$;

comment on table platform.migration is 'confidentiality: staff. Which migrations ran, and when.';
call platform.guard_table('platform.migration');

create table platform.submission (
  key text not null,
  person_id uuid not null,
  route text not null,
  body_hash text not null,
  outcome jsonb,
  created_at timestamptz not null default clock_timestamp(),
  primary key (key, person_id, route)
);
comment on table platform.submission is 'confidentiality: restricted. Idempotency: one row for each form sent, with what it led to.';
call platform.guard_table('platform.submission');
grant select, insert on platform.submission to mmc_member, mmc_worker;
grant update (outcome) on platform.submission to mmc_member, mmc_worker;
create policy own_rows on platform.submission to mmc_member
  using (person_id = coalesce((select platform.actor_person()), '00000000-0000-0000-0000-000000000000'))
  with check (person_id = coalesce((select platform.actor_person()), '00000000-0000-0000-0000-000000000000'));
create policy worker_all on platform.submission to mmc_worker using (true) with check (true);

-- The audit trail: one row for each act, written in the act's own transaction, never changed.
create table platform.act (
  id uuid primary key,
  at timestamptz not null default clock_timestamp(),
  person_id uuid,
  actor_name text not null,
  capacity text not null,
  kind text not null,
  subject_kind text not null,
  subject_id text not null,
  city_id uuid,
  details jsonb not null default '{}'
);
comment on table platform.act is 'confidentiality: staff. Who did what to which record, when, in which capacity.';
create index act_subject on platform.act (subject_kind, subject_id, at desc);
create index act_recent on platform.act (at desc);
create index act_person on platform.act (person_id, at desc);
call platform.guard_table('platform.act');
grant select, insert on platform.act to mmc_member, mmc_worker;
create policy secretariat_reads on platform.act for select to mmc_member
  using ((select platform.actor_is_secretariat()) or person_id = (select platform.actor_person()));
create policy actor_writes on platform.act for insert to mmc_member
  with check (person_id is not distinct from (select platform.actor_person()));
create policy worker_all on platform.act to mmc_worker using (true) with check (true);

-- What capabilities tell each other; the worker delivers it to their reactions, each at least once.
create table platform.event (
  id uuid primary key,
  at timestamptz not null default clock_timestamp(),
  kind text not null,
  payload jsonb not null
);
comment on table platform.event is 'confidentiality: staff. Announcements between capabilities.';
call platform.guard_table('platform.event');
grant insert on platform.event to mmc_member;
grant select, insert on platform.event to mmc_worker;
create policy member_announces on platform.event for insert to mmc_member with check (true);
create policy worker_all on platform.event to mmc_worker using (true) with check (true);

create table platform.event_delivery (
  event_id uuid not null references platform.event (id),
  reaction text not null,
  done_at timestamptz not null default clock_timestamp(),
  primary key (event_id, reaction)
);
comment on table platform.event_delivery is 'confidentiality: staff. Which reaction has taken which event, so none runs twice.';
call platform.guard_table('platform.event_delivery');
grant select, insert on platform.event_delivery to mmc_worker;
create policy worker_all on platform.event_delivery to mmc_worker using (true) with check (true);

-- Outgoing mail: written with the act it tells of, sent by the worker, the same Message-ID however often.
create table platform.mail (
  id uuid primary key,
  message_id text not null unique,
  created_at timestamptz not null default clock_timestamp(),
  person_id uuid,
  to_address text not null,
  language text not null check (language in ('en', 'fr', 'es', 'pt', 'ar')),
  subject text not null,
  body text not null,
  in_reply_to text,
  attachments jsonb not null default '[]',
  sent_at timestamptz,
  attempts integer not null default 0,
  last_error text
);
comment on table platform.mail is 'confidentiality: restricted. Outgoing mail and whether it left.';
create index mail_waiting on platform.mail (created_at) where sent_at is null;
call platform.guard_table('platform.mail');
grant insert on platform.mail to mmc_member;
grant select, insert on platform.mail to mmc_worker;
grant update (sent_at, attempts, last_error) on platform.mail to mmc_worker;
create policy member_writes on platform.mail for insert to mmc_member with check (sent_at is null);
create policy administrator_reads on platform.mail for select to mmc_member using ((select platform.actor_has('administrator')));
grant select on platform.mail to mmc_member;
create policy worker_all on platform.mail to mmc_worker using (true) with check (true);

-- Members and the worker put work in the queue only through this door, inside their own transaction.
create function platform.enqueue(task text, payload json, run_at timestamptz default null, job_key text default null) returns void
  language sql security definer set search_path = graphile_worker, pg_temp
  as $$ select graphile_worker.add_job(task, payload, run_at => run_at, max_attempts => 48, job_key => job_key) $$;
revoke all on function platform.enqueue from public;
grant execute on function platform.enqueue to mmc_member, mmc_worker;

-- The queue's own tables: the worker works them, a backup reads them, nobody else sees them.
do $$
declare t regclass;
begin
  grant usage on schema graphile_worker to mmc_worker, mmc_verify;
  grant select on all tables in schema graphile_worker to mmc_verify;
  grant select, insert, update, delete on all tables in schema graphile_worker to mmc_worker;
  grant usage on all sequences in schema graphile_worker to mmc_worker;
  grant execute on all functions in schema graphile_worker to mmc_worker;
  for t in select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'graphile_worker' and c.relkind = 'r'
  loop
    execute format('comment on table %s is %L', t, 'confidentiality: restricted. The job queue''s own.');
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy owner_all on %s to mmc_owner using (true) with check (true)', t);
    execute format('create policy worker_all on %s to mmc_worker using (true) with check (true)', t);
    execute format('create policy verify_reads on %s for select to mmc_verify using (true)', t);
  end loop;
end $$;
