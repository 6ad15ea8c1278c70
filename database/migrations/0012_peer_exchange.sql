-- Cities teach each other: what each offers and asks, whom it will not meet, rounds of matching, introductions by consent, sessions, follow-up.
-- A city sees its own rows; of another city nothing before both have said yes. Match-makers are support staff and the director.

create schema peer_exchange;
comment on schema peer_exchange is 'Offers and asks of cities, matching rounds, introductions, sessions, follow-up';
grant usage on schema peer_exchange to mmc_public, mmc_member, mmc_worker, mmc_verify;

create function peer_exchange.actor_matches() returns boolean language sql stable parallel safe
  return platform.actor_has('staff-support', 'director');
-- The actor may act for the city: its own people, or staff on its behalf.
create function peer_exchange.actor_speaks_for(city uuid) returns boolean language sql stable parallel safe
  return platform.actor_has('staff-support', 'director')
    or (platform.actor_has('city-focal-point', 'city-certifier', 'mayor') and city = any (platform.actor_cities()));

-- Cities that the actor speaks for in a city's own role.
create function peer_exchange.actor_cities() returns uuid[] language sql stable parallel safe
  return case when platform.actor_has('city-focal-point', 'city-certifier', 'mayor') then platform.actor_cities() end;

create table peer_exchange.profile (
  city_id uuid primary key references city_registry.city (id),
  partners integer not null check (partners between 1 and 5),
  languages text[] not null check (cardinality(languages) between 1 and 12),
  time_zone text not null check (time_zone <> ''),
  contact_name text not null check (length(contact_name) between 1 and 200),
  contact_email text not null check (length(contact_email) <= 254),
  contact_language text not null check (contact_language in ('en', 'fr', 'es', 'pt', 'ar')),
  paused boolean not null default false,
  version integer not null default 1,
  said_by uuid references people.person (id),
  said_at timestamptz not null default clock_timestamp()
);
comment on table peer_exchange.profile is 'confidentiality: city. How a city takes part: partners at a time, languages, time zone, and whom to write to.';

create table peer_exchange.entry (
  id uuid primary key,
  city_id uuid not null references peer_exchange.profile (city_id),
  kind text not null check (kind in ('offer', 'ask')),
  topic text not null check (topic ~ '^[a-z-]+$'),
  detail text not null check (length(detail) between 1 and 600),
  from_date date not null,
  to_date date,
  said_by uuid references people.person (id),
  said_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  check (from_date <= to_date)
);
comment on table peer_exchange.entry is 'confidentiality: city. What a city can teach and what it wants to learn, from when to when.';
create unique index entry_once on peer_exchange.entry (city_id, kind, topic) where ended_at is null;
create index entry_topic on peer_exchange.entry (topic, kind) where ended_at is null;

create table peer_exchange.veto (
  id uuid primary key,
  city_id uuid not null references city_registry.city (id),
  against_city uuid references city_registry.city (id),
  against_organisation uuid references people.organisation (id),
  why text check (length(why) <= 600),
  said_by uuid references people.person (id),
  said_at timestamptz not null default clock_timestamp(),
  lifted_at timestamptz,
  constraint against_one check (num_nonnulls(against_city, against_organisation) = 1),
  constraint not_against_itself check (against_city is distinct from city_id)
);
comment on table peer_exchange.veto is 'confidentiality: restricted. Whom a city will not be matched with: for itself and the match-makers only.';
create unique index veto_once on peer_exchange.veto (city_id, against_city, against_organisation) nulls not distinct where lifted_at is null;

create table peer_exchange.round (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  shape text not null check (shape in ('pairs', 'groups')),
  day date not null,
  max_partners integer not null check (max_partners between 1 and 5),
  wish text not null check (wish in ('similar', 'different', 'either')),
  organisation_id uuid references people.organisation (id),
  consent_days integer not null check (consent_days between 3 and 60),
  weights jsonb not null,
  stage text not null default 'open' check (stage in ('open', 'confirmed', 'closed')),
  version integer not null default 1,
  opened_by uuid references people.person (id),
  opened_at timestamptz not null default clock_timestamp(),
  confirmed_by uuid references people.person (id),
  confirmed_at timestamptz,
  check ((stage = 'confirmed') = (confirmed_at is not null))
);
comment on table peer_exchange.round is 'confidentiality: staff. One matching of the whole pool, and the weights it was made under.';
create index round_recent on peer_exchange.round (opened_at desc);

create table peer_exchange.wish (
  id uuid primary key,
  round_id uuid not null references peer_exchange.round (id),
  kind text not null check (kind in ('pin', 'forbid')),
  low_city uuid not null references city_registry.city (id),
  high_city uuid not null references city_registry.city (id),
  why text not null check (length(why) between 1 and 600),
  made_by uuid references people.person (id),
  made_at timestamptz not null default clock_timestamp(),
  removed_at timestamptz,
  constraint two_cities check (low_city < high_city)
);
comment on table peer_exchange.wish is 'confidentiality: staff. Pairs that staff pinned or forbade in a round.';
create unique index wish_once on peer_exchange.wish (round_id, low_city, high_city) where removed_at is null;

create table peer_exchange.run (
  id uuid primary key,
  round_id uuid not null references peer_exchange.round (id),
  stage text not null default 'waiting' check (stage in ('waiting', 'running', 'done', 'failed')),
  asked_by uuid references people.person (id),
  asked_at timestamptz not null default clock_timestamp(),
  started_at timestamptz,
  ended_at timestamptz,
  failed_why text,
  -- Proposals with their grounds, who was left over and why, total and bound; and the pool and lists it was made from.
  result jsonb,
  check ((stage = 'done') = (result is not null)),
  check ((stage = 'failed') = (failed_why is not null))
);
comment on table peer_exchange.run is 'confidentiality: staff. One run of the solver over a round''s pool, with what it found.';
create index run_round on peer_exchange.run (round_id, asked_at desc);
create unique index run_one_at_a_time on peer_exchange.run (round_id) where stage in ('waiting', 'running');

create table peer_exchange.exchange (
  id uuid primary key,
  round_id uuid not null references peer_exchange.round (id),
  city_ids uuid[] not null check (cardinality(city_ids) between 2 and 4),
  host_city uuid references city_registry.city (id),
  topics text[] not null,
  languages text[] not null,
  grounds jsonb not null,
  points integer not null check (points >= 0),
  stage text not null default 'asking' check (stage in ('asking', 'agreed', 'not-this-time', 'called-off', 'completed')),
  consent_by timestamptz not null,
  introduced_at timestamptz not null default clock_timestamp(),
  agreed_at timestamptz,
  met_on date,
  follow_up_asked_at timestamptz,
  followed_up_at timestamptz,
  ended_at timestamptz,
  called_off_why text,
  check (stage not in ('agreed', 'completed') or agreed_at is not null),
  check ((stage in ('not-this-time', 'called-off', 'completed')) = (ended_at is not null)),
  check (host_city is null or host_city = any (city_ids))
);
comment on table peer_exchange.exchange is 'confidentiality: city. Cities introduced to each other, from the question whether they want to, to what changed.';
create index exchange_cities on peer_exchange.exchange using gin (city_ids);
create index exchange_round on peer_exchange.exchange (round_id, points desc);
create index exchange_stage on peer_exchange.exchange (stage, consent_by);

create table peer_exchange.participant (
  exchange_id uuid not null references peer_exchange.exchange (id),
  city_id uuid not null references city_registry.city (id),
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  answer text check (answer in ('yes', 'no')),
  answered_at timestamptz,
  answered_by uuid references people.person (id),
  contact_name text not null,
  contact_email text not null,
  contact_language text not null check (contact_language in ('en', 'fr', 'es', 'pt', 'ar')),
  primary key (exchange_id, city_id),
  check ((answer is null) = (answered_at is null))
);
comment on table peer_exchange.participant is 'confidentiality: restricted. One city''s answer to an introduction and its contact, shown to the others only after all said yes.';
create index participant_city on peer_exchange.participant (city_id);

create table peer_exchange.session (
  id uuid primary key,
  exchange_id uuid not null references peer_exchange.exchange (id),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text not null check (length(place) between 1 and 500),
  agenda text not null check (length(agenda) between 1 and 2000),
  -- RFC 5545: each change is a higher number under the same UID, which is the session's id.
  sequence integer not null default 0,
  stage text not null default 'planned' check (stage in ('planned', 'held', 'cancelled')),
  notes text,
  cancelled_why text,
  planned_by uuid references people.person (id),
  planned_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  check (ends_at > starts_at and ends_at <= starts_at + interval '12 hours'),
  check ((stage = 'cancelled') = (cancelled_why is not null)),
  check (stage <> 'held' or notes is not null)
);
comment on table peer_exchange.session is 'confidentiality: city. A meeting of an exchange: when, where, what was noted.';
create index session_exchange on peer_exchange.session (exchange_id, starts_at);

create table peer_exchange.attendance (
  session_id uuid not null references peer_exchange.session (id),
  exchange_id uuid not null references peer_exchange.exchange (id),
  city_id uuid not null references city_registry.city (id),
  came boolean not null,
  primary key (session_id, city_id)
);
comment on table peer_exchange.attendance is 'confidentiality: city. Which cities came to a session.';

create table peer_exchange.agreed_action (
  id uuid primary key,
  session_id uuid not null references peer_exchange.session (id),
  exchange_id uuid not null references peer_exchange.exchange (id),
  city_id uuid not null references city_registry.city (id),
  what text not null check (length(what) between 1 and 500),
  due_on date not null,
  done_on date
);
comment on table peer_exchange.agreed_action is 'confidentiality: city. What a city said in a session that it would do, and by when.';
create index agreed_action_exchange on peer_exchange.agreed_action (exchange_id, due_on);
create index agreed_action_city on peer_exchange.agreed_action (city_id, due_on) where done_on is null;

create table peer_exchange.follow_up (
  exchange_id uuid not null references peer_exchange.exchange (id),
  city_id uuid not null references city_registry.city (id),
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  asked_at timestamptz not null default clock_timestamp(),
  changed text check (changed in ('changed', 'planned', 'not-yet', 'nothing')),
  what text check (length(what) between 1 and 2000),
  address text check (address ~ '^https?://'),
  answered_at timestamptz,
  answered_by uuid references people.person (id),
  primary key (exchange_id, city_id),
  check ((answered_at is null) = (changed is null) and (answered_at is null) = (what is null))
);
comment on table peer_exchange.follow_up is 'confidentiality: city. What changed in a city, asked 90 days after a session.';
create index follow_up_city on peer_exchange.follow_up (city_id) where answered_at is null;

do $$
declare t text;
begin
  foreach t in array array['profile', 'entry', 'veto', 'round', 'wish', 'run', 'exchange', 'participant', 'session', 'attendance',
    'agreed_action', 'follow_up']
  loop
    execute format('call platform.guard_table(%L)', 'peer_exchange.' || t);
    execute format('grant select, insert, update on peer_exchange.%I to mmc_worker', t);
    execute format('create policy worker_all on peer_exchange.%I to mmc_worker using (true) with check (true)', t);
  end loop;
end $$;

-- What a city says of itself.
grant select, insert on peer_exchange.profile, peer_exchange.entry, peer_exchange.veto to mmc_member;
grant update (partners, languages, time_zone, contact_name, contact_email, contact_language, paused, version, said_by, said_at)
  on peer_exchange.profile to mmc_member;
grant update (ended_at) on peer_exchange.entry to mmc_member;
grant update (lifted_at) on peer_exchange.veto to mmc_member;
create policy speaks_for_city on peer_exchange.profile to mmc_member
  using (peer_exchange.actor_speaks_for(city_id)) with check (peer_exchange.actor_speaks_for(city_id));
create policy speaks_for_city on peer_exchange.entry to mmc_member
  using (peer_exchange.actor_speaks_for(city_id)) with check (peer_exchange.actor_speaks_for(city_id));
create policy speaks_for_city on peer_exchange.veto to mmc_member
  using (peer_exchange.actor_speaks_for(city_id)) with check (peer_exchange.actor_speaks_for(city_id));

-- Rounds are the match-makers'.
grant select, insert on peer_exchange.round, peer_exchange.wish, peer_exchange.run to mmc_member;
grant update (stage, version, confirmed_by, confirmed_at) on peer_exchange.round to mmc_member;
grant update (removed_at) on peer_exchange.wish to mmc_member;
create policy match_makers on peer_exchange.round to mmc_member
  using ((select peer_exchange.actor_matches())) with check ((select peer_exchange.actor_matches()));
create policy match_makers on peer_exchange.wish to mmc_member
  using ((select peer_exchange.actor_matches())) with check ((select peer_exchange.actor_matches()));
create policy match_makers_read on peer_exchange.run for select to mmc_member using ((select peer_exchange.actor_matches()));
create policy match_makers_ask on peer_exchange.run for insert to mmc_member
  with check ((select peer_exchange.actor_matches()) and stage = 'waiting');
-- A run whose worker died is given up before another is asked for.
grant update (stage, ended_at, failed_why) on peer_exchange.run to mmc_member;
create policy match_makers_give_up on peer_exchange.run for update to mmc_member
  using ((select peer_exchange.actor_matches()) and asked_at < clock_timestamp() - interval '10 minutes')
  with check (stage = 'failed');

-- Introductions: the cities named in one see it; its stage moves by the worker once all have answered.
grant select, insert on peer_exchange.exchange, peer_exchange.participant to mmc_member;
grant update (stage, ended_at, called_off_why, met_on) on peer_exchange.exchange to mmc_member;
create policy reads on peer_exchange.exchange for select to mmc_member
  using ((select peer_exchange.actor_matches()) or city_ids && (select peer_exchange.actor_cities())::uuid[]);
create policy match_makers_introduce on peer_exchange.exchange for insert to mmc_member
  with check ((select peer_exchange.actor_matches()) and stage = 'asking');
create policy parties_meet on peer_exchange.exchange for update to mmc_member
  using ((select peer_exchange.actor_matches()) or (stage = 'agreed' and city_ids && (select peer_exchange.actor_cities())::uuid[]))
  with check ((select peer_exchange.actor_matches()) or stage = 'agreed');

grant update (answer, answered_at, answered_by, contact_name, contact_email, contact_language) on peer_exchange.participant to mmc_member;
create policy reads on peer_exchange.participant for select to mmc_member
  using ((select peer_exchange.actor_matches()) or city_id = any ((select peer_exchange.actor_cities())::uuid[])
    or exists (select 1 from peer_exchange.exchange e where e.id = exchange_id and e.stage in ('agreed', 'completed')
      and e.city_ids && (select peer_exchange.actor_cities())::uuid[]));
create policy match_makers_introduce on peer_exchange.participant for insert to mmc_member
  with check ((select peer_exchange.actor_matches()) and answer is null);
-- A city answers for itself alone; staff may not say yes on its behalf.
create policy city_answers on peer_exchange.participant for update to mmc_member
  using (city_id = any ((select peer_exchange.actor_cities())::uuid[]) and exists (select 1 from peer_exchange.exchange e
    where e.id = exchange_id and e.stage = 'asking' and e.consent_by > clock_timestamp()))
  with check (answered_by = (select platform.actor_person()));

-- Sessions and what was agreed: for the cities of an exchange that all agreed to.
grant select, insert on peer_exchange.session, peer_exchange.attendance, peer_exchange.agreed_action to mmc_member;
grant update (starts_at, ends_at, place, agenda, sequence, stage, notes, cancelled_why, version) on peer_exchange.session to mmc_member;
grant update (done_on) on peer_exchange.agreed_action to mmc_member;
do $$
declare t text;
begin
  foreach t in array array['session', 'attendance', 'agreed_action']
  loop
    execute format($policy$create policy parties on peer_exchange.%I to mmc_member
      using (exists (select 1 from peer_exchange.exchange e where e.id = exchange_id and e.agreed_at is not null))
      with check (exists (select 1 from peer_exchange.exchange e where e.id = exchange_id and e.stage = 'agreed'))$policy$, t);
  end loop;
end $$;

grant select on peer_exchange.follow_up to mmc_member;
grant update (changed, what, address, answered_at, answered_by) on peer_exchange.follow_up to mmc_member;
create policy reads on peer_exchange.follow_up for select to mmc_member
  using ((select peer_exchange.actor_matches()) or city_id = any ((select peer_exchange.actor_cities())::uuid[]));
create policy city_answers on peer_exchange.follow_up for update to mmc_member
  using (city_id = any ((select peer_exchange.actor_cities())::uuid[]) and answered_at is null)
  with check (answered_by = (select platform.actor_person()));

-- A mailed link opens one city's side of one exchange and nothing else. These functions are all it can reach.
create function peer_exchange.opened_by_link(hash bytea)
  returns table (purpose text, exchange_id uuid, city_id uuid, city_ids uuid[], host_city uuid, topics text[], grounds jsonb, stage text,
    consent_by timestamptz, answer text, contact_name text, contact_email text, contact_language text, answered boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select 'consent', e.id, p.city_id, e.city_ids, e.host_city, e.topics, e.grounds, e.stage, e.consent_by, p.answer,
    p.contact_name, p.contact_email, p.contact_language, p.answer is not null
  from peer_exchange.participant p join peer_exchange.exchange e on e.id = p.exchange_id where p.token_hash = hash
  union all
  select 'follow-up', e.id, f.city_id, e.city_ids, e.host_city, e.topics, e.grounds, e.stage, e.consent_by, f.changed,
    null, null, null, f.answered_at is not null
  from peer_exchange.follow_up f join peer_exchange.exchange e on e.id = f.exchange_id where f.token_hash = hash
$$;

-- Takes effect only while the introduction is open and in time. A yes may still become a no; a no stands.
create function peer_exchange.answer_by_link(hash bytea, said text, name text, email text, language text) returns boolean
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update peer_exchange.participant p set answer = said, answered_at = clock_timestamp(), contact_name = name, contact_email = email,
    contact_language = language
  from peer_exchange.exchange e
  where e.id = p.exchange_id and p.token_hash = hash and e.stage = 'asking' and e.consent_by > clock_timestamp()
    and (p.answer is null or (p.answer = 'yes' and said = 'no'))
  returning true
$$;

create function peer_exchange.follow_up_by_link(hash bytea, said text, told text, evidence text) returns boolean
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update peer_exchange.follow_up f set changed = said, what = told, address = evidence, answered_at = clock_timestamp()
  where f.token_hash = hash and f.answered_at is null
  returning true
$$;

do $$
declare f regprocedure;
begin
  foreach f in array array['peer_exchange.opened_by_link(bytea)', 'peer_exchange.answer_by_link(bytea, text, text, text, text)',
    'peer_exchange.follow_up_by_link(bytea, text, text, text)']::regprocedure[]
  loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to mmc_member, mmc_worker', f);
  end loop;
end $$;
