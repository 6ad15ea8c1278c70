-- Programme activities matched with cities, both ways, without asking any city too much.

create schema programme;
comment on schema programme is 'What is open to cities, whom it should reach, invitations, and the contact budget';
grant usage on schema programme to mmc_public, mmc_member, mmc_worker, mmc_verify;

-- Who runs the programme: opens activities and invites cities.
create function programme.actor_keeps() returns boolean language sql stable parallel safe
  return platform.actor_has('staff-support', 'staff-diplomacy', 'staff-fund', 'staff-communications', 'director');
-- Cities that the actor speaks for in a city's own role.
create function programme.actor_cities() returns uuid[] language sql stable parallel safe
  return case when platform.actor_has('city-focal-point', 'city-certifier', 'mayor') then platform.actor_cities() end;

create table programme.activity (
  id uuid primary key,
  -- The capability that announced it and its word for the record; neither for what staff wrote by hand.
  announced_by text check (announced_by ~ '^[a-z-]+$'),
  record text check (length(record) between 1 and 200),
  kind text not null check (kind in ('call-for-proposals', 'forum', 'training', 'peer-round', 'statement', 'other')),
  title jsonb not null check (title ?& array['en', 'fr', 'es', 'pt', 'ar']),
  about jsonb not null check (about ?& array['en', 'fr', 'es', 'pt', 'ar']),
  topics text[] not null default '{}',
  languages text[] not null default '{}',
  -- To whom it is open; an empty list asks for nothing.
  regions text[] not null default '{}',
  incomes text[] not null default '{}' check (incomes <@ array['LIC', 'LMC', 'UMC', 'HIC']),
  countries text[] not null default '{}',
  bands text[] not null default '{}',
  only_global_south boolean not null default false,
  only_secondary boolean not null default false,
  -- The lists of regions and incomes that held on this day are the ones that count.
  lists_on date not null,
  opens_on date not null,
  closes_on date,
  places integer check (places > 0),
  meets_at timestamptz,
  path text check (path ~ '^(/|https?://)'),
  emergency boolean not null default false,
  closed_at timestamptz,
  version integer not null default 1,
  added_by uuid references people.person (id),
  added_at timestamptz not null default clock_timestamp(),
  constraint closes_after_it_opens check (closes_on >= opens_on),
  constraint announced_by_a_record check ((announced_by is null) = (record is null)),
  constraint announced_once unique (announced_by, record)
);
comment on table programme.activity is 'confidentiality: network. What cities may take part in, to whom it is open, from when to when.';
create index activity_open on programme.activity (opens_on, closes_on) where closed_at is null;

create table programme.letter (
  activity_id uuid not null references programme.activity (id),
  language text not null check (language in ('en', 'fr', 'es', 'pt', 'ar')),
  subject text not null check (length(subject) between 1 and 200),
  body text not null check (length(body) between 1 and 4000),
  version integer not null default 1,
  written_by uuid references people.person (id),
  written_at timestamptz not null default clock_timestamp(),
  primary key (activity_id, language)
);
comment on table programme.letter is 'confidentiality: staff. An activity''s own words of invitation, where the usual ones do not do.';

-- Somebody wants to invite a city beyond its contact budget: a second person, the director, consents or not.
create table programme.exception (
  id uuid primary key,
  activity_id uuid not null references programme.activity (id),
  city_id uuid not null references city_registry.city (id),
  reason text not null check (length(reason) between 1 and 600),
  used integer not null,
  per_month integer not null,
  asked_by uuid references people.person (id),
  asked_by_name text not null,
  asked_at timestamptz not null default clock_timestamp(),
  decision text check (decision in ('yes', 'no')),
  decided_by uuid references people.person (id),
  decided_at timestamptz,
  why_not text check (length(why_not) <= 600),
  check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)),
  constraint a_second_person_consents check (decided_by is distinct from asked_by or decided_by is null)
);
comment on table programme.exception is 'confidentiality: staff. Invitations beyond a city''s contact budget: why, who asked, who consented.';
create unique index exception_waiting on programme.exception (activity_id, city_id) where decision is null;

create table programme.invitation (
  id uuid primary key,
  activity_id uuid not null references programme.activity (id),
  city_id uuid not null references city_registry.city (id),
  batch_id uuid not null,
  language text not null check (language in ('en', 'fr', 'es', 'pt', 'ar')),
  subject text not null,
  body text not null,
  exception_id uuid references programme.exception (id),
  invited_by uuid references people.person (id),
  invited_by_name text not null,
  invited_at timestamptz not null default clock_timestamp(),
  answer text check (answer in ('yes', 'no', 'later')),
  answer_reason text check (length(answer_reason) <= 600),
  later_on date,
  answered_at timestamptz,
  answered_by uuid references people.person (id),
  reminded_at timestamptz,
  check ((answer is null) = (answered_at is null)),
  check (answer is distinct from 'no' or answer_reason is not null),
  check (answer is distinct from 'later' or later_on is not null),
  -- Whoever invites, whenever: once.
  constraint invited_once_for_good unique (activity_id, city_id)
);
comment on table programme.invitation is 'confidentiality: city. Which city was invited to what, by whom, in which words, and what it answered.';
create index invitation_city on programme.invitation (city_id, invited_at desc);
create index invitation_batch on programme.invitation (batch_id);
create index invitation_waiting on programme.invitation (invited_at) where answer is null or answer = 'later';

create table programme.recipient (
  id uuid primary key,
  invitation_id uuid not null references programme.invitation (id),
  person_id uuid references people.person (id),
  name text not null check (length(name) between 1 and 200),
  email text not null check (length(email) <= 254),
  language text not null check (language in ('en', 'fr', 'es', 'pt', 'ar')),
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  unique (invitation_id, email)
);
comment on table programme.recipient is 'confidentiality: restricted. To whom an invitation was written, each with a link of their own.';

-- Everything the council asks of a city, whoever asks.
create table programme.ask (
  id uuid primary key,
  city_id uuid not null references city_registry.city (id),
  asked_by text not null check (asked_by ~ '^[a-z-]+$'),
  record text not null check (length(record) between 1 and 200),
  kind text not null check (kind in ('question', 'introduction', 'follow-up', 'invitation', 'fact', 'mandate', 'registration', 'survey',
    'report', 'document', 'other')),
  -- A sentence of the asker's catalogue ({"key", "values"}) or a text in five languages.
  what jsonb not null,
  path text check (path ~ '^/'),
  asked_on date not null,
  due_on date,
  asked_at timestamptz not null default clock_timestamp(),
  settled_at timestamptz
);
comment on table programme.ask is 'confidentiality: city. What the council asked of a city, by when, and whether that is settled.';
create unique index ask_once_at_a_time on programme.ask (asked_by, record, city_id) where settled_at is null;
create index ask_month on programme.ask (asked_on, city_id);
create index ask_city on programme.ask (city_id, asked_on desc);

create table programme.contact_budget (
  id uuid primary key,
  -- Null: for every city that has none of its own.
  city_id uuid references city_registry.city (id),
  per_month integer not null check (per_month between 0 and 60),
  why text check (length(why) <= 600),
  version integer not null default 1,
  set_by uuid references people.person (id),
  set_at timestamptz not null default clock_timestamp(),
  constraint one_for_each_city unique nulls not distinct (city_id)
);
comment on table programme.contact_budget is 'confidentiality: city. How often a month all of the council may ask something of a city.';

create table programme.quiet (
  id uuid primary key,
  city_id uuid not null references city_registry.city (id),
  from_date date not null,
  until date not null,
  why text check (length(why) <= 600),
  said_by uuid references people.person (id),
  said_at timestamptz not null default clock_timestamp(),
  lifted_at timestamptz,
  check (until >= from_date)
);
comment on table programme.quiet is 'confidentiality: city. A city said that it is too much at the moment, and until when nobody may invite it.';
create unique index quiet_once on programme.quiet (city_id) where lifted_at is null;

do $$
declare t text;
begin
  foreach t in array array['activity', 'letter', 'exception', 'invitation', 'recipient', 'ask', 'contact_budget', 'quiet']
  loop
    execute format('call platform.guard_table(%L)', 'programme.' || t);
    execute format('grant select, insert, update on programme.%I to mmc_worker', t);
    execute format('create policy worker_all on programme.%I to mmc_worker using (true) with check (true)', t);
    execute format('grant select, insert on programme.%I to mmc_member', t);
  end loop;
end $$;

-- Until the director says otherwise.
insert into programme.contact_budget (id, city_id, per_month) values ('00000000-0000-8000-8000-00000000a5c5', null, 4);

-- Activities: cities and the secretariat read, those who run the programme write.
grant update (kind, title, about, topics, languages, regions, incomes, countries, bands, only_global_south, only_secondary, lists_on,
  opens_on, closes_on, places, meets_at, path, emergency, closed_at, version) on programme.activity to mmc_member;
create policy network_reads on programme.activity for select to mmc_member
  using ((select platform.actor_is_secretariat()) or (select programme.actor_cities()) is not null);
create policy keepers_add on programme.activity for insert to mmc_member
  with check ((select programme.actor_keeps()) and announced_by is null and added_by = (select platform.actor_person()));
create policy keepers_change on programme.activity for update to mmc_member
  using ((select programme.actor_keeps())) with check ((select programme.actor_keeps()));

grant update (subject, body, version, written_by, written_at) on programme.letter to mmc_member;
create policy secretariat_reads on programme.letter for select to mmc_member using ((select platform.actor_is_secretariat()));
create policy keepers_write on programme.letter for insert to mmc_member with check ((select programme.actor_keeps()));
create policy keepers_change on programme.letter for update to mmc_member
  using ((select programme.actor_keeps())) with check (written_by = (select platform.actor_person()));

grant update (decision, decided_by, decided_at, why_not) on programme.exception to mmc_member;
create policy secretariat_reads on programme.exception for select to mmc_member using ((select platform.actor_is_secretariat()));
create policy keepers_ask on programme.exception for insert to mmc_member
  with check ((select programme.actor_keeps()) and decision is null and asked_by = (select platform.actor_person()));
create policy director_decides on programme.exception for update to mmc_member
  using ((select platform.actor_has('director')) and decision is null and asked_by is distinct from (select platform.actor_person()))
  with check (decided_by = (select platform.actor_person()));

-- Invitations: those who run the programme send, the city answers for itself.
grant update (answer, answer_reason, later_on, answered_at, answered_by) on programme.invitation to mmc_member;
create policy reads on programme.invitation for select to mmc_member
  using ((select platform.actor_is_secretariat()) or city_id = any ((select programme.actor_cities())::uuid[]));
create policy keepers_invite on programme.invitation for insert to mmc_member
  with check ((select programme.actor_keeps()) and answer is null and invited_by = (select platform.actor_person()));
create policy city_answers on programme.invitation for update to mmc_member
  using (city_id = any ((select programme.actor_cities())::uuid[])) with check (answered_by = (select platform.actor_person()));

create policy secretariat_reads on programme.recipient for select to mmc_member using ((select platform.actor_is_secretariat()));
create policy keepers_write on programme.recipient for insert to mmc_member with check ((select programme.actor_keeps()));

grant update (settled_at) on programme.ask to mmc_member;
create policy reads on programme.ask for select to mmc_member
  using ((select platform.actor_is_secretariat()) or city_id = any ((select programme.actor_cities())::uuid[]));
create policy keepers_ask on programme.ask for insert to mmc_member
  with check ((select programme.actor_keeps()) and asked_by = 'programme');
create policy city_settles on programme.ask for update to mmc_member
  using (city_id = any ((select programme.actor_cities())::uuid[])) with check (settled_at is not null);

grant update (per_month, why, version, set_by, set_at) on programme.contact_budget to mmc_member;
create policy reads on programme.contact_budget for select to mmc_member
  using ((select platform.actor_is_secretariat()) or city_id = any ((select programme.actor_cities())::uuid[])
    or (city_id is null and (select programme.actor_cities()) is not null));
create policy director_sets on programme.contact_budget for insert to mmc_member
  with check ((select platform.actor_has('director')) and set_by = (select platform.actor_person()));
create policy director_changes on programme.contact_budget for update to mmc_member
  using ((select platform.actor_has('director'))) with check (set_by = (select platform.actor_person()));

grant update (until, why, lifted_at) on programme.quiet to mmc_member;
create policy reads on programme.quiet for select to mmc_member
  using ((select platform.actor_is_secretariat()) or city_id = any ((select programme.actor_cities())::uuid[]));
create policy city_says on programme.quiet for insert to mmc_member
  with check ((city_id = any ((select programme.actor_cities())::uuid[]) or (select platform.actor_has('staff-support', 'director')))
    and said_by = (select platform.actor_person()));
create policy city_changes on programme.quiet for update to mmc_member
  using (city_id = any ((select programme.actor_cities())::uuid[]) or (select platform.actor_has('staff-support', 'director')));

-- A mailed link opens one invitation and nothing else. These functions are all it can reach.
create function programme.opened_by_link(hash bytea)
  returns table (invitation_id uuid, city_id uuid, activity_id uuid, kind text, title jsonb, about jsonb, closes_on date, closed_at timestamptz,
    meets_at timestamptz, languages text[], path text, recipient text, answer text, answer_reason text, later_on date)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.id, i.city_id, a.id, a.kind, a.title, a.about, a.closes_on, a.closed_at, a.meets_at, a.languages, a.path, r.name,
    i.answer, i.answer_reason, i.later_on
  from programme.recipient r join programme.invitation i on i.id = r.invitation_id join programme.activity a on a.id = i.activity_id
  where r.token_hash = hash
$$;

-- Takes effect only while the activity can still be joined; a no stands.
create function programme.answer_by_link(hash bytea, said text, reason text, later date) returns boolean
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with answered as (
    update programme.invitation i set answer = said, answer_reason = reason, later_on = later, answered_at = clock_timestamp(), answered_by = null
    from programme.recipient r, programme.activity a
    where r.token_hash = hash and i.id = r.invitation_id and a.id = i.activity_id and a.closed_at is null
      and (a.closes_on is null or a.closes_on >= (clock_timestamp() at time zone 'UTC')::date) and i.answer is distinct from 'no'
    returning i.id, i.city_id
  ), settled as (
    update programme.ask k set settled_at = clock_timestamp() from answered
    where k.asked_by = 'programme' and k.record = 'invitation ' || answered.id::text and k.city_id = answered.city_id
      and k.settled_at is null and said <> 'later'
  )
  select exists (select 1 from answered)
$$;

-- What is asked of a city while its invitation is written: seen by whoever runs the programme, in one lock for each city.
create function programme.one_at_a_time(city uuid) returns void language sql volatile
  as $$ select pg_advisory_xact_lock(hashtextextended('programme ' || city::text, 0)) $$;

do $$
declare f regprocedure;
begin
  foreach f in array array['programme.opened_by_link(bytea)', 'programme.answer_by_link(bytea, text, text, date)',
    'programme.one_at_a_time(uuid)']::regprocedure[]
  loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to mmc_member, mmc_worker', f);
  end loop;
end $$;
