-- Who may act for a city, until when, and how the council came to know it. The right itself is people.role_grant; a grant
-- that came out of a request bears the request's id. What verifies a request is a channel the council knew before it was asked.

create schema mandates;
comment on schema mandates is 'Requests to act for a city, how each was verified, whom the council already knows in a city';
grant usage on schema mandates to mmc_public, mmc_member, mmc_worker, mmc_verify;

-- Those who keep mandates: support staff and the director.
create function mandates.actor_keeps() returns boolean language sql stable parallel safe
  return platform.actor_has('staff-support', 'director');

create table mandates.term (
  role text primary key check (role in ('city-focal-point', 'city-certifier', 'mayor')),
  longest_months integer not null check (longest_months between 1 and 120),
  -- How many different staff must each confirm it through a known channel.
  staff_needed integer not null check (staff_needed between 1 and 3)
);
comment on table mandates.term is 'confidentiality: public. For how long each city role is given at most, and how many staff verify it.';
insert into mandates.term (role, longest_months, staff_needed) values
  ('city-focal-point', 24, 1), ('city-certifier', 24, 2), ('mayor', 72, 2);

create table mandates.request (
  id uuid primary key,
  -- Opens this one request to whoever holds the mailed link.
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  kind text not null check (kind in ('own', 'proposal', 'renewal')),
  city_id uuid not null references city_registry.city (id),
  role text not null references mandates.term,
  name text not null check (length(name) between 1 and 200),
  email text not null check (email = lower(email) and length(email) <= 254),
  language text not null check (language in ('en', 'fr', 'es', 'pt', 'ar')),
  from_date date not null,
  to_date date not null,
  document_kind text not null check (document_kind in ('appointment-letter', 'decree', 'election-result', 'council-decision', 'other')),
  why text not null check (length(why) between 1 and 2000),
  -- Known when somebody signed in asks; else set when it is verified, in the transaction that makes the person.
  person_id uuid references people.person deferrable initially deferred,
  proposed_by uuid references people.person,
  renews uuid references people.role_grant,
  stage text not null default 'unproven' check (stage in ('unproven', 'waiting', 'more-asked', 'verified', 'refused', 'withdrawn', 'lapsed')),
  stage_since timestamptz not null default clock_timestamp(),
  asked_at timestamptz not null default clock_timestamp(),
  -- When the address was shown to be the requester's.
  proven_at timestamptz,
  more_asked text check (length(more_asked) between 1 and 2000),
  more_said text check (length(more_said) between 1 and 4000),
  decided_by uuid references people.person,
  decided_why text check (length(decided_why) between 1 and 2000),
  version integer not null default 1,
  constraint ends_after_it_begins check (from_date <= to_date),
  constraint proposal_says_by_whom check ((kind = 'proposal') = (proposed_by is not null)),
  constraint renewal_says_of_what check ((kind = 'renewal') = (renews is not null)),
  constraint staff_see_proven_only check (stage in ('unproven', 'lapsed', 'withdrawn') or proven_at is not null),
  constraint decided_by_somebody check ((stage in ('verified', 'refused')) = (decided_by is not null)),
  constraint refused_says_why check (stage <> 'refused' or decided_why is not null),
  constraint verified_names_person check (stage <> 'verified' or person_id is not null)
);
comment on table mandates.request is 'confidentiality: restricted. Requests to act for a city, from the asking to the decision.';
create index request_queue on mandates.request (stage, stage_since, id);
create index request_city on mandates.request (city_id, asked_at desc);
create index request_person on mandates.request (person_id) where person_id is not null;
create index request_email on mandates.request (email, asked_at desc);
create unique index request_renewal_once on mandates.request (renews) where stage in ('waiting', 'more-asked');

create table mandates.document (
  id uuid primary key,
  request_id uuid not null references mandates.request,
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('pdf', 'png', 'jpg', 'webp', 'docx', 'odt')),
  size integer not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  added_at timestamptz not null default clock_timestamp()
);
comment on table mandates.document is 'confidentiality: restricted. Appointment letters and the like; the bytes are in the file store, for those who verify only.';
create index document_request on mandates.document (request_id, added_at);

create table mandates.vouch (
  request_id uuid not null references mandates.request,
  person_id uuid not null references people.person,
  words text not null check (length(words) between 1 and 1000),
  at timestamptz not null default clock_timestamp(),
  primary key (request_id, person_id)
);
comment on table mandates.vouch is 'confidentiality: restricted. A colleague with a mandate says that a request is right. It verifies nothing by itself.';

create table mandates.known_channel (
  id uuid primary key,
  city_id uuid not null references city_registry.city (id),
  kind text not null check (kind in ('telephone', 'office-address', 'office-email', 'person-met', 'embassy-or-network')),
  reach text not null check (length(reach) between 1 and 300),
  source text not null check (length(source) between 1 and 300),
  known_since date not null,
  recorded_by uuid not null references people.person,
  -- Always the database's clock: nobody can record a channel as of yesterday.
  recorded_at timestamptz not null default clock_timestamp(),
  retired_at timestamptz,
  retired_by uuid references people.person,
  retired_why text check (length(retired_why) between 1 and 500),
  constraint retired_says_why check ((retired_at is null) = (retired_why is null) and (retired_at is null) = (retired_by is null)),
  constraint known_before_recorded check (known_since <= (recorded_at at time zone 'UTC')::date + 1)
);
comment on table mandates.known_channel is 'confidentiality: restricted. How the council can reach a city by what it knew itself. Exported to nobody.';
create index known_channel_city on mandates.known_channel (city_id, recorded_at);

create table mandates.verification (
  id uuid primary key,
  request_id uuid not null references mandates.request,
  channel_id uuid not null references mandates.known_channel,
  by_person uuid not null references people.person,
  reached_at timestamptz not null,
  answered_by text not null check (length(answered_by) between 1 and 200),
  office text not null check (length(office) between 1 and 200),
  outcome text not null check (outcome in ('confirmed', 'denied', 'no-answer')),
  note text check (length(note) <= 2000),
  recorded_at timestamptz not null default clock_timestamp()
);
comment on table mandates.verification is 'confidentiality: restricted. Each call-back through a known channel: when, who answered in which office, what they said. Only added to.';
create index verification_request on mandates.verification (request_id, recorded_at);
create unique index verification_confirmed_once on mandates.verification (request_id, by_person) where outcome = 'confirmed';

create table mandates.left_report (
  id uuid primary key,
  grant_id uuid not null references people.role_grant,
  city_id uuid not null references city_registry.city (id),
  reported_by uuid not null references people.person,
  reported_at timestamptz not null default clock_timestamp(),
  why text not null check (length(why) between 1 and 1000),
  settled_at timestamptz,
  settled_by uuid references people.person,
  outcome text check (outcome in ('ended', 'kept')),
  settled_why text check (length(settled_why) between 1 and 500),
  constraint settled_whole check (num_nonnulls(settled_at, settled_by, outcome, settled_why) in (0, 4))
);
comment on table mandates.left_report is 'confidentiality: restricted. Somebody says that a holder has left; staff look and end the mandate, or keep it.';
create unique index left_report_once on mandates.left_report (grant_id) where settled_at is null;
create index left_report_city on mandates.left_report (city_id, reported_at desc);

create table mandates.reminder (
  grant_id uuid not null references people.role_grant,
  days_before integer not null check (days_before in (60, 30, 7)),
  sent_at timestamptz not null default clock_timestamp(),
  primary key (grant_id, days_before)
);
comment on table mandates.reminder is 'confidentiality: staff. Which reminder was sent before which mandate''s end, so that none is sent twice.';

create table mandates.noted_end (
  grant_id uuid primary key references people.role_grant,
  noted_at timestamptz not null default clock_timestamp()
);
comment on table mandates.noted_end is 'confidentiality: staff. Ends of mandates that were told to the other capabilities.';

create table mandates.hand_over_read (
  person_id uuid not null references people.person,
  city_id uuid not null references city_registry.city (id),
  read_at timestamptz not null default clock_timestamp(),
  primary key (person_id, city_id)
);
comment on table mandates.hand_over_read is 'confidentiality: city. Who has read what was open for the city when they began to act for it.';

create table mandates.attempt (
  id uuid primary key,
  at timestamptz not null default clock_timestamp(),
  purpose text not null check (purpose in ('ask', 'link', 'address')),
  who bytea not null
);
comment on table mandates.attempt is 'confidentiality: restricted. Requests by strangers, by keyed hash of their network or address; kept a day.';
create index attempt_who on mandates.attempt (who, purpose, at);

do $$
declare t text;
begin
  foreach t in array array['term', 'request', 'document', 'vouch', 'known_channel', 'verification', 'left_report', 'reminder', 'noted_end',
    'hand_over_read', 'attempt']
  loop
    execute format('call platform.guard_table(%L)', 'mandates.' || t);
    execute format('grant select, insert on mandates.%I to mmc_worker', t);
    execute format('create policy worker_all on mandates.%I to mmc_worker using (true) with check (true)', t);
  end loop;
end $$;
grant update on mandates.request, mandates.left_report, mandates.known_channel to mmc_worker;
grant delete on mandates.attempt to mmc_worker;

-- Whose link the transaction follows: its hash is told like the actor is. A request is open to its link until 90 days after it is over.
create function mandates.linked_request() returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.id from mandates.request r
  where r.token_hash = decode(nullif(current_setting('mmc.mandate_link', true), ''), 'hex')
    and (r.stage <> 'unproven' or r.asked_at > clock_timestamp() - interval '7 days')
    and (r.stage in ('unproven', 'waiting', 'more-asked') or r.stage_since > clock_timestamp() - interval '90 days')
$$;
-- A request made a moment ago: whoever makes it adds its documents.
create function mandates.is_fresh(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from mandates.request r where r.id = wanted and r.asked_at > clock_timestamp() - interval '1 minute')
$$;
-- The request out of which this staff member makes a person and a mandate, in this very transaction or later.
create function mandates.decided_request(person uuid) returns setof mandates.request
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.* from mandates.request r
  where r.person_id = person and r.stage = 'verified' and r.decided_by = (select platform.actor_person())
$$;
create function mandates.count_attempt(attempt_id uuid, what text, from_whom bytea) returns integer
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into mandates.attempt (id, purpose, who) values (attempt_id, what, from_whom);
  select count(*)::int from mandates.attempt a where a.who = from_whom and a.purpose = what and a.at > clock_timestamp() - interval '1 hour'
$$;
create function mandates.attempts(what text, from_whom bytea) returns integer
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::int from mandates.attempt a where a.who = from_whom and a.purpose = what and a.at > clock_timestamp() - interval '1 hour'
$$;

-- Today's holders of mandates for a city, with the address their mail goes to: the oldest one they have.
create function people.city_letters(city uuid, on_day date)
  returns table (person_id uuid, name text, address text, language text, time_zone text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, p.name, e.address, p.preferred_language, p.time_zone
  from people.person p
  cross join lateral (select a.address from people.email_address a where a.person_id = p.id order by a.added_at, a.address limit 1) e
  where not exists (select from people.account x where x.person_id = p.id and x.suspended_at is not null)
    and exists (select from people.role_grant g where g.person_id = p.id and g.city_id = city and g.ended_at is null
      and on_day between g.from_date and coalesce(g.to_date, 'infinity'))
  order by p.name, p.id
$$;

-- Whom mail about a city's matter goes to. An address of somebody who used to act for the city, and no longer does, stands for today's
-- holders (nobody, when there are none); any other address stands for itself.
create function people.letters_for(city uuid, wanted text, on_day date)
  returns table (person_id uuid, name text, address text, language text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with former as (
    select e.person_id from people.email_address e join people.role_grant g on g.person_id = e.person_id and g.city_id = city
    where e.address = lower(wanted)
    group by e.person_id
    having not bool_or(g.ended_at is null and on_day <= coalesce(g.to_date, 'infinity'))
  )
  select null::uuid, null::text, wanted, null::text where not exists (select from former)
  union all
  select h.person_id, h.name, h.address, h.language from people.city_letters(city, on_day) h where exists (select from former)
$$;

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'mandates' or (n.nspname = 'people' and p.proname in ('city_letters', 'letters_for'))
  loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to mmc_member, mmc_worker', f);
  end loop;
end $$;

-- A call-back counts only through a channel of the same city that the council had recorded before the request was asked,
-- and never through the address that came with the request.
create function mandates.check_verification() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare asked mandates.request; channel mandates.known_channel;
begin
  select r.* into asked from mandates.request r where r.id = new.request_id for update;
  select c.* into channel from mandates.known_channel c where c.id = new.channel_id;
  if asked.stage not in ('waiting', 'more-asked') then
    raise exception 'the request is not open' using errcode = 'MM001';
  end if;
  if channel.city_id <> asked.city_id or channel.retired_at is not null or channel.recorded_at >= asked.asked_at
    or lower(channel.reach) = asked.email then
    raise exception 'the channel was not known before' using errcode = 'MM002';
  end if;
  -- People note the minute.
  if new.reached_at < date_trunc('minute', asked.asked_at) or new.reached_at > clock_timestamp() + interval '5 minutes' then
    raise exception 'the call was not made since the request' using errcode = 'MM003';
  end if;
  if new.by_person in (asked.person_id, asked.proposed_by) then
    raise exception 'nobody verifies their own' using errcode = 'MM004';
  end if;
  return new;
end $$;
create trigger check_verification before insert on mandates.verification for each row execute function mandates.check_verification();

-- What a request may become. Verified only with as many confirming call-backs, by different staff, as its role needs, and none denying.
create function mandates.check_move() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if old.stage = new.stage then return new; end if;
  if old.stage in ('verified', 'refused', 'withdrawn', 'lapsed') then
    raise exception 'the request is over' using errcode = 'MM001';
  end if;
  if new.stage = 'verified' and (
    (select count(distinct v.by_person) from mandates.verification v where v.request_id = new.id and v.outcome = 'confirmed')
      < (select t.staff_needed from mandates.term t where t.role = new.role)
    or exists (select from mandates.verification v where v.request_id = new.id and v.outcome = 'denied')
    or old.stage = 'unproven') then
    raise exception 'not verified by enough staff' using errcode = 'MM005';
  end if;
  new.stage_since := clock_timestamp();
  new.version := old.version + 1;
  if new.stage = 'waiting' then new.proven_at := coalesce(old.proven_at, clock_timestamp()); end if;
  return new;
end $$;
create trigger check_move before update on mandates.request for each row execute function mandates.check_move();
-- When it was asked is the database's to say: a request made to look later would let later channels verify it.
create function mandates.stamp_request() returns trigger language plpgsql as $$
begin
  if current_user = 'mmc_member' then
    new.asked_at := clock_timestamp();
    new.stage_since := new.asked_at;
    new.proven_at := case when new.stage = 'waiting' then new.asked_at end;
  end if;
  return new;
end $$;
create trigger stamp_request before insert on mandates.request for each row execute function mandates.stamp_request();
revoke all on function mandates.check_verification(), mandates.check_move(), mandates.stamp_request() from public, mmc_member, mmc_worker;

grant select on mandates.term to mmc_public, mmc_member;
create policy public_reads on mandates.term for select to mmc_public, mmc_member using (true);

-- Requests: whoever asked sees their own by person or link; staff see what is proven; a city's people what was asked for their city.
grant select, insert, update (stage, person_id, more_asked, more_said, decided_by, decided_why) on mandates.request to mmc_member;
create policy reads on mandates.request for select to mmc_member
  using (((select mandates.actor_keeps()) and proven_at is not null) or person_id = (select platform.actor_person())
    or id = (select mandates.linked_request()) or proposed_by = (select platform.actor_person())
    or (proven_at is not null and city_id = any ((select platform.actor_cities())::uuid[])));
create policy anybody_asks on mandates.request for insert to mmc_member
  with check (kind = 'own' and stage = 'unproven' and person_id is null and decided_by is null);
create policy known_asks on mandates.request for insert to mmc_member
  with check (kind in ('own', 'renewal') and stage = 'waiting' and person_id = (select platform.actor_person())
    and email in (select e.address from people.email_address e where e.person_id = (select platform.actor_person()))
    and (renews is null or renews in (select g.id from people.role_grant g where g.person_id = (select platform.actor_person())
      and g.city_id = request.city_id and g.role = request.role)));
create policy colleague_proposes on mandates.request for insert to mmc_member
  with check (kind = 'proposal' and stage = 'unproven' and person_id is null and decided_by is null
    and proposed_by = (select platform.actor_person()) and city_id = any ((select platform.actor_cities())::uuid[]));
create policy link_moves on mandates.request for update to mmc_member
  using (id = (select mandates.linked_request()))
  with check (id = (select mandates.linked_request()) and stage in ('waiting', 'withdrawn') and person_id is null);
create policy own_moves on mandates.request for update to mmc_member
  using (person_id = (select platform.actor_person()) and stage in ('waiting', 'more-asked'))
  with check (person_id = (select platform.actor_person()) and stage in ('waiting', 'withdrawn'));
create policy staff_decide on mandates.request for update to mmc_member
  using ((select mandates.actor_keeps()) and stage in ('waiting', 'more-asked'))
  with check ((select mandates.actor_keeps()) and stage in ('more-asked', 'verified', 'refused')
    and decided_by is not distinct from case when stage <> 'more-asked' then (select platform.actor_person()) end);

grant select, insert on mandates.document to mmc_member;
create policy reads on mandates.document for select to mmc_member
  using ((select mandates.actor_keeps())
    or request_id in (select r.id from mandates.request r where r.person_id = (select platform.actor_person()) or r.id = (select mandates.linked_request())));
create policy requester_adds on mandates.document for insert to mmc_member
  with check (mandates.is_fresh(request_id) or request_id = (select mandates.linked_request())
    or request_id in (select r.id from mandates.request r where r.person_id = (select platform.actor_person()) and r.stage = 'more-asked'));

grant select, insert on mandates.vouch to mmc_member;
create policy reads on mandates.vouch for select to mmc_member
  using ((select mandates.actor_keeps()) or person_id = (select platform.actor_person()));
create policy colleague_vouches on mandates.vouch for insert to mmc_member
  with check (person_id = (select platform.actor_person()) and request_id in (select r.id from mandates.request r
    where r.city_id = any ((select platform.actor_cities())::uuid[]) and r.stage in ('unproven', 'waiting', 'more-asked')
      and r.person_id is distinct from (select platform.actor_person())));

grant select, update (retired_at, retired_by, retired_why) on mandates.known_channel to mmc_member;
grant insert (id, city_id, kind, reach, source, known_since, recorded_by) on mandates.known_channel to mmc_member;
create policy keepers on mandates.known_channel for select to mmc_member using ((select mandates.actor_keeps()));
create policy keepers_record on mandates.known_channel for insert to mmc_member
  with check ((select mandates.actor_keeps()) and recorded_by = (select platform.actor_person()));
create policy keepers_retire on mandates.known_channel for update to mmc_member
  using ((select mandates.actor_keeps()) and retired_at is null) with check (retired_by = (select platform.actor_person()));

grant select on mandates.verification to mmc_member;
grant insert (id, request_id, channel_id, by_person, reached_at, answered_by, office, outcome, note) on mandates.verification to mmc_member;
create policy keepers on mandates.verification for select to mmc_member using ((select mandates.actor_keeps()));
create policy keepers_call on mandates.verification for insert to mmc_member
  with check ((select mandates.actor_keeps()) and by_person = (select platform.actor_person()));

grant select, update (settled_at, settled_by, outcome, settled_why) on mandates.left_report to mmc_member;
grant insert (id, grant_id, city_id, reported_by, why) on mandates.left_report to mmc_member;
create policy reads on mandates.left_report for select to mmc_member
  using ((select mandates.actor_keeps()) or reported_by = (select platform.actor_person()));
create policy colleague_reports on mandates.left_report for insert to mmc_member
  with check (reported_by = (select platform.actor_person()) and grant_id in (select g.id from people.role_grant g
    where g.city_id = left_report.city_id and g.person_id <> (select platform.actor_person()))
    and ((select mandates.actor_keeps()) or city_id = any ((select platform.actor_cities())::uuid[])));
create policy keepers_settle on mandates.left_report for update to mmc_member
  using ((select mandates.actor_keeps()) and settled_at is null) with check (settled_by = (select platform.actor_person()));

grant select on mandates.reminder to mmc_member;
create policy secretariat_reads on mandates.reminder for select to mmc_member using ((select platform.actor_is_secretariat()));

grant select, insert on mandates.hand_over_read to mmc_member;
create policy own_or_staff on mandates.hand_over_read for select to mmc_member
  using (person_id = (select platform.actor_person()) or (select platform.actor_is_secretariat()));
create policy own_row on mandates.hand_over_read for insert to mmc_member
  with check (person_id = (select platform.actor_person()) and city_id = any ((select platform.actor_cities())::uuid[]));

-- Out of a verified request, and only so, support staff bring in a person and give a city role: exactly what was verified.
create policy verifier_writes on people.person for insert to mmc_member
  with check (visibility = 'staff' and exists (select from mandates.decided_request(id)));
create policy verifier_writes on people.email_address for insert to mmc_member
  with check (verified_at is null and exists (select from mandates.decided_request(person_id) r where r.email = address));
create policy verifier_writes on people.account for insert to mmc_member
  with check (invited_by = (select platform.actor_person()) and not trial and exists (select from mandates.decided_request(person_id)));
create policy verifier_invites on people.account for update to mmc_member
  using (suspended_at is null and exists (select from mandates.decided_request(person_id)))
  with check (suspended_at is null and invited_by = (select platform.actor_person()));
create policy verifier_grants on people.role_grant for insert to mmc_member
  with check (granted_by = (select platform.actor_person()) and ended_at is null and exists (select from mandates.decided_request(person_id) r
    where r.id = role_grant.id and r.role = role_grant.role and r.city_id = role_grant.city_id
      and role_grant.from_date >= r.from_date and r.to_date = role_grant.to_date));
-- Whoever keeps mandates ends them too, when somebody has left. Never their own this way.
create policy keeper_ends on people.role_grant for update to mmc_member
  using ((select mandates.actor_keeps()) and city_id is not null and person_id <> (select platform.actor_person()))
  with check (ended_by = (select platform.actor_person()) and ended_at is not null);

-- People who act or acted for the same city know each other by name.
create policy colleagues on people.person for select to mmc_member
  using (id in (select g.person_id from people.role_grant g where g.city_id = any ((select platform.actor_cities())::uuid[])));

create index role_grant_city on people.role_grant (city_id, to_date) where city_id is not null;
