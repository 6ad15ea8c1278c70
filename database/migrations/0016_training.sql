-- Courses that are usable offline, events with places, and certificates that anyone can verify.
-- What is published is anyone's. A person's learning and registrations are theirs and the trainers' (support staff and the director).
-- Without an account a mailed link opens them: the transaction carries the link's hash, and policies ask for it.

create schema training;
comment on schema training is 'Courses, modules, quizzes, events, attendance, certificates, feedback';
grant usage on schema training to mmc_public, mmc_member, mmc_worker, mmc_verify;

create function training.actor_trains() returns boolean language sql stable parallel safe
  return platform.actor_has('staff-support', 'director');

create table training.course (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  source_language text not null check (source_language in ('en', 'fr', 'es', 'pt', 'ar')),
  stage text not null default 'draft' check (stage in ('draft', 'open', 'closed')),
  current_version integer,
  created_by uuid references people.person (id),
  created_at timestamptz not null default clock_timestamp(),
  opened_at timestamptz,
  constraint published_once_open check ((stage = 'draft') = (current_version is null))
);
comment on table training.course is 'confidentiality: public. A course under its address, and which of its versions is offered.';

create table training.course_draft (
  course_id uuid primary key references training.course (id),
  content jsonb not null,
  version integer not null default 1,
  changed_by uuid references people.person (id),
  changed_at timestamptz not null default clock_timestamp()
);
comment on table training.course_draft is 'confidentiality: staff. A course as its authors are writing it.';

create table training.course_version (
  id uuid primary key,
  course_id uuid not null references training.course (id),
  number integer not null check (number > 0),
  content jsonb not null,
  what_changed text check (length(what_changed) <= 600),
  published_by uuid references people.person (id),
  published_at timestamptz not null default clock_timestamp(),
  unique (course_id, number)
);
comment on table training.course_version is 'confidentiality: public. A course as it was published, whole; never changed.';

create table training.event (
  id uuid primary key,
  title jsonb not null,
  about jsonb not null,
  course_id uuid references training.course (id),
  kind text not null check (kind in ('online', 'place')),
  place text not null check (length(place) between 1 and 300),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  time_zone text not null check (time_zone <> ''),
  languages text[] not null check (cardinality(languages) between 1 and 5),
  source_language text not null check (source_language in ('en', 'fr', 'es', 'pt', 'ar')),
  capacity integer not null check (capacity between 1 and 5000),
  places_taken integer not null default 0,
  waiting_list boolean not null default true,
  registration_closes_at timestamptz not null,
  certifies text not null default 'nothing' check (certifies in ('nothing', 'attendance', 'attendance-and-course')),
  stage text not null default 'draft' check (stage in ('draft', 'open', 'cancelled', 'held')),
  sequence integer not null default 0,
  version integer not null default 1,
  cancelled_why text check (length(cancelled_why) <= 600),
  created_by uuid references people.person (id),
  created_at timestamptz not null default clock_timestamp(),
  opened_at timestamptz,
  constraint ends_after_it_starts check (ends_at > starts_at),
  constraint never_over_capacity check (places_taken between 0 and capacity),
  constraint course_to_certify check (certifies <> 'attendance-and-course' or course_id is not null),
  constraint cancelled_with_reason check ((stage = 'cancelled') = (cancelled_why is not null))
);
comment on table training.event is 'confidentiality: public. A training event with its places; how many are taken, never by whom.';
create index event_upcoming on training.event (starts_at);

create table training.event_access (
  event_id uuid primary key references training.event (id),
  join_address text check (join_address ~ '^https?://'),
  code text not null check (code ~ '^[A-Z0-9]{6}$')
);
comment on table training.event_access is 'confidentiality: restricted. Where registered people join, and the code shown in the session.';

create table training.learning (
  id uuid primary key,
  course_id uuid not null references training.course (id),
  version_id uuid not null references training.course_version (id),
  person_id uuid references people.person (id),
  name text not null check (length(name) between 1 and 200),
  email text not null check (length(email) <= 254),
  language text not null check (language in ('en', 'fr', 'es', 'pt', 'ar')),
  city_id uuid references city_registry.city (id),
  -- Somebody's word that they speak for the city is worth nothing: only a role held for it, or a trainer's.
  city_known boolean not null default false,
  asked_at timestamptz not null default clock_timestamp(),
  proven_at timestamptz,
  completed_at timestamptz,
  noted_at timestamptz,
  feedback_at timestamptz,
  check (city_id is not null or not city_known)
);
comment on table training.learning is 'confidentiality: restricted. Who follows a course, in the version they started.';
create unique index learning_of_person on training.learning (course_id, person_id) where person_id is not null;
create unique index learning_of_address on training.learning (course_id, lower(email)) where person_id is null;
create index learning_person on training.learning (person_id);

create table training.attempt (
  id uuid primary key,
  learning_id uuid not null references training.learning (id),
  module_id uuid not null,
  said jsonb not null,
  right_count integer not null check (right_count >= 0),
  asked_count integer not null check (asked_count >= right_count),
  at timestamptz not null default clock_timestamp()
);
comment on table training.attempt is 'confidentiality: restricted. What a learner answered to a module’s questions, each try; a module without questions counts as read.';
create index attempt_learning on training.attempt (learning_id, at);

create table training.registration (
  id uuid primary key,
  event_id uuid not null references training.event (id),
  person_id uuid references people.person (id),
  name text not null check (length(name) between 1 and 200),
  email text not null check (length(email) <= 254),
  city_id uuid references city_registry.city (id),
  city_known boolean not null default false,
  language text not null check (language in ('en', 'fr', 'es', 'pt', 'ar')),
  time_zone text not null check (time_zone <> ''),
  access_needs text check (length(access_needs) <= 600),
  stage text not null default 'asked' check (stage in ('asked', 'registered', 'waiting', 'cancelled')),
  asked_at timestamptz not null default clock_timestamp(),
  proven_at timestamptz,
  queued_at timestamptz,
  settled_at timestamptz,
  code_tries integer not null default 0,
  attended_at timestamptz,
  attended_how text check (attended_how in ('list', 'file', 'code')),
  noted_at timestamptz,
  feedback_at timestamptz,
  check (city_id is not null or not city_known),
  check ((attended_at is null) = (attended_how is null))
);
comment on table training.registration is 'confidentiality: restricted. Who comes to an event, how to reach them and what they need.';
create unique index registration_once on training.registration (event_id, lower(email));
create index registration_queue on training.registration (event_id, queued_at, id) where stage = 'waiting';
create index registration_person on training.registration (person_id);

create table training.link (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  learning_id uuid references training.learning (id),
  registration_id uuid references training.registration (id),
  -- When letters with it were asked for, within a day.
  asked_at timestamptz[] not null default '{}',
  check (num_nonnulls(learning_id, registration_id) = 1)
);
comment on table training.link is 'confidentiality: restricted. Hashes of mailed links, each good for one learning or one registration.';
create unique index link_registration on training.link (registration_id);
create unique index link_learning on training.link (learning_id);

create table training.stranger (
  id uuid primary key,
  network bytea not null,
  at timestamptz not null default clock_timestamp()
);
comment on table training.stranger is 'confidentiality: restricted. How often a network asked for letters, by a keyed hash; an hour counts.';
create index stranger_network on training.stranger (network, at);

create table training.reminder (
  registration_id uuid not null references training.registration (id),
  kind text not null check (kind in ('week', 'day', 'hour')),
  sequence integer not null,
  sent_at timestamptz not null default clock_timestamp(),
  primary key (registration_id, kind, sequence)
);
comment on table training.reminder is 'confidentiality: staff. Which reminders went out for which of an event’s times.';

create table training.certificate (
  id uuid primary key,
  number text not null unique check (number ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  course_id uuid references training.course (id),
  event_id uuid references training.event (id),
  version_number integer,
  title jsonb not null,
  minutes integer not null check (minutes > 0),
  completed_on date not null,
  issued_at timestamptz not null default clock_timestamp(),
  salt_id uuid not null,
  commitment text not null check (commitment ~ '^[0-9a-f]{64}$'),
  leaf bigint not null,
  shown_name text check (length(shown_name) between 1 and 200),
  revoked_at timestamptz,
  revoked_why text check (length(revoked_why) between 1 and 600),
  revoked_by uuid references people.person (id),
  revoked_leaf bigint,
  check (num_nonnulls(course_id, event_id) = 1),
  check ((revoked_at is null) = (revoked_why is null) and (revoked_at is null) = (revoked_leaf is null))
);
comment on table training.certificate is 'confidentiality: public. What is certified under a number; the holder’s name only while they consent.';

create table training.certificate_holder (
  certificate_id uuid primary key references training.certificate (id),
  learning_id uuid unique references training.learning (id),
  registration_id uuid unique references training.registration (id),
  person_id uuid references people.person (id),
  name text not null check (length(name) between 1 and 200),
  city_id uuid references city_registry.city (id),
  check (num_nonnulls(learning_id, registration_id) = 1)
);
comment on table training.certificate_holder is 'confidentiality: restricted. To whom a certificate was issued.';
create index certificate_holder_person on training.certificate_holder (person_id);

create table training.feedback (
  id uuid primary key,
  learning_id uuid unique references training.learning (id),
  registration_id uuid unique references training.registration (id),
  useful integer not null check (useful between 1 and 5),
  will_use text not null check (will_use in ('yes', 'partly', 'no')),
  suggestion text check (length(suggestion) between 1 and 1000),
  at timestamptz not null default clock_timestamp(),
  check (num_nonnulls(learning_id, registration_id) = 1)
);
comment on table training.feedback is 'confidentiality: restricted. What people thought of a training; told to staff only in groups of five.';

-- The learning or registration that the link in this transaction opens.
create function training.linked_learning() returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select learning_id from training.link
  where token_hash = decode(nullif(current_setting('mmc.training_link', true), ''), 'hex')
$$;
create function training.linked_registration() returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select registration_id from training.link
  where token_hash = decode(nullif(current_setting('mmc.training_link', true), ''), 'hex')
$$;

-- Counts places where no path around it exists: any change of a registration, in the transaction that makes it.
create function training.count_places() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  change integer := (new.stage = 'registered')::integer - (tg_op = 'UPDATE' and old.stage = 'registered')::integer;
begin
  if change <> 0 then
    update training.event set places_taken = places_taken + change where id = new.event_id;
  end if;
  return new;
end $$;
create trigger count_places after insert or update of stage on training.registration
  for each row execute function training.count_places();

do $$
declare t text;
begin
  foreach t in array array['course', 'course_draft', 'course_version', 'event', 'event_access', 'learning', 'attempt', 'registration', 'link',
    'stranger', 'reminder', 'certificate', 'certificate_holder', 'feedback']
  loop
    execute format('call platform.guard_table(%L)', 'training.' || t);
    execute format('grant select, insert on training.%I to mmc_worker', t);
    execute format('create policy worker_all on training.%I to mmc_worker using (true) with check (true)', t);
  end loop;
  foreach t in array array['course', 'course_draft', 'event', 'event_access', 'learning', 'registration', 'certificate', 'certificate_holder']
  loop
    execute format('grant update on training.%I to mmc_worker', t);
  end loop;
end $$;
grant delete on training.stranger to mmc_worker;
grant update on training.link to mmc_worker;

-- Anyone reads what is published.
grant select (id, slug, source_language, stage, current_version, created_at, opened_at) on training.course to mmc_public;
grant select (id, course_id, number, content, what_changed, published_at) on training.course_version to mmc_public;
grant select (id, title, about, course_id, kind, place, starts_at, ends_at, time_zone, languages, source_language, capacity, places_taken, waiting_list,
  registration_closes_at, certifies, stage, sequence, version, cancelled_why, created_at, opened_at) on training.event to mmc_public;
grant select (id, number, course_id, event_id, version_number, title, minutes, completed_on, issued_at, salt_id, commitment, leaf, shown_name, revoked_at,
  revoked_why, revoked_leaf) on training.certificate to mmc_public;
create policy anyone_reads on training.course for select to mmc_public using (stage <> 'draft');
create policy anyone_reads on training.course_version for select to mmc_public
  using (exists (select 1 from training.course c where c.id = course_id and c.stage <> 'draft'));
create policy anyone_reads on training.event for select to mmc_public using (stage <> 'draft');
create policy anyone_reads on training.certificate for select to mmc_public using (true);

-- Trainers write courses and plan events.
grant select, insert on training.course, training.course_draft, training.course_version, training.event, training.event_access, training.certificate
  to mmc_member;
grant update (stage, current_version, opened_at) on training.course to mmc_member;
grant update (content, version, changed_by, changed_at) on training.course_draft to mmc_member;
grant update (title, about, course_id, kind, place, starts_at, ends_at, time_zone, languages, capacity, waiting_list, registration_closes_at, certifies,
  stage, sequence, version, cancelled_why, opened_at) on training.event to mmc_member;
grant update (join_address, code) on training.event_access to mmc_member;
grant update (shown_name, revoked_at, revoked_why, revoked_by, revoked_leaf) on training.certificate to mmc_member;
create policy reads on training.course for select to mmc_member using (stage <> 'draft' or (select training.actor_trains()));
create policy trainers_add on training.course for insert to mmc_member with check ((select training.actor_trains()));
create policy trainers_change on training.course for update to mmc_member
  using ((select training.actor_trains())) with check ((select training.actor_trains()));
create policy trainers_write on training.course_draft to mmc_member
  using ((select training.actor_trains())) with check ((select training.actor_trains()));
create policy reads on training.course_version for select to mmc_member
  using (exists (select 1 from training.course c where c.id = course_id));
create policy trainers_publish on training.course_version for insert to mmc_member with check ((select training.actor_trains()));
create policy reads on training.event for select to mmc_member using (stage <> 'draft' or (select training.actor_trains()));
create policy trainers_add on training.event for insert to mmc_member with check ((select training.actor_trains()));
create policy trainers_change on training.event for update to mmc_member
  using ((select training.actor_trains())) with check ((select training.actor_trains()));
create policy trainers_write on training.event_access to mmc_member
  using ((select training.actor_trains())) with check ((select training.actor_trains()));

-- One's own learning and registration, by account or by link; and the trainers'.
grant select, insert on training.learning, training.attempt to mmc_member;
grant update (version_id, proven_at, completed_at, feedback_at) on training.learning to mmc_member;
create policy own on training.learning for select to mmc_member
  using ((select training.actor_trains()) or person_id = (select platform.actor_person()) or id = (select training.linked_learning()));
create policy own_starts on training.learning for insert to mmc_member
  with check (person_id = (select platform.actor_person()) and completed_at is null
    and (not city_known or city_id = any ((select platform.actor_cities())::uuid[])));
create policy own_goes_on on training.learning for update to mmc_member
  using (person_id = (select platform.actor_person()) or id = (select training.linked_learning()))
  with check (person_id = (select platform.actor_person()) or id = (select training.linked_learning()));
create policy own on training.attempt for select to mmc_member
  using (exists (select 1 from training.learning l where l.id = learning_id));
create policy own_tries on training.attempt for insert to mmc_member
  with check (exists (select 1 from training.learning l where l.id = learning_id
    and (l.person_id = (select platform.actor_person()) or l.id = (select training.linked_learning()))));

grant select on training.registration to mmc_member;
grant update (attended_at, attended_how, city_known, feedback_at) on training.registration to mmc_member;
create policy own on training.registration for select to mmc_member
  using ((select training.actor_trains()) or person_id = (select platform.actor_person()) or id = (select training.linked_registration()));
create policy trainers_mark on training.registration for update to mmc_member
  using ((select training.actor_trains())) with check ((select training.actor_trains()));
create policy own_feedback on training.registration for update to mmc_member
  using (person_id = (select platform.actor_person()) or id = (select training.linked_registration()))
  with check (feedback_at is not null);
grant select on training.reminder to mmc_member;
create policy trainers_read on training.reminder for select to mmc_member using ((select training.actor_trains()));

-- Certificates: issued by the worker; a holder shows or hides the name, a trainer revokes.
create policy reads on training.certificate for select to mmc_member using (true);
grant select on training.certificate_holder to mmc_member;
create policy own on training.certificate_holder for select to mmc_member
  using ((select training.actor_trains()) or person_id = (select platform.actor_person())
    or learning_id = (select training.linked_learning()) or registration_id = (select training.linked_registration()));
create policy holders_and_trainers on training.certificate for update to mmc_member
  using (exists (select 1 from training.certificate_holder h where h.certificate_id = id))
  with check (exists (select 1 from training.certificate_holder h where h.certificate_id = id));

grant insert on training.feedback to mmc_member;
create policy own_says on training.feedback for insert to mmc_member
  with check (exists (select 1 from training.learning l where l.id = learning_id
      and (l.person_id = (select platform.actor_person()) or l.id = (select training.linked_learning())))
    or exists (select 1 from training.registration r where r.id = registration_id
      and (r.person_id = (select platform.actor_person()) or r.id = (select training.linked_registration()))));

-- A place asked for: nothing counts before the mailed link is followed. Says nothing about who is registered already.
create function training.ask_place(new_id uuid, link bytea, event uuid, said_name text, said_email text, city uuid, said_language text, zone text, needs text)
  returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  found training.event%rowtype;
  registration uuid;
  asks integer;
begin
  select * into found from training.event e where e.id = event and e.stage = 'open';
  if found.id is null then return 'not-there'; end if;
  if found.registration_closes_at <= clock_timestamp() then return 'closed'; end if;
  insert into training.registration as r (id, event_id, person_id, name, email, city_id, city_known, language, time_zone, access_needs)
    values (new_id, event, platform.actor_person(), said_name, said_email, city, coalesce(city = any (platform.actor_cities()), false), said_language,
      zone, needs)
    on conflict (event_id, lower(email)) do update set name = excluded.name, city_id = excluded.city_id, city_known = excluded.city_known, language = excluded.language,
      time_zone = excluded.time_zone, access_needs = excluded.access_needs, person_id = coalesce(excluded.person_id, r.person_id)
      where r.stage in ('asked', 'cancelled') and (r.proven_at is null or r.person_id is not distinct from excluded.person_id)
    returning r.id into registration;
  if registration is null then
    select r.id into registration from training.registration r where r.event_id = event and lower(r.email) = lower(said_email);
  end if;
  insert into training.link as l (token_hash, registration_id, asked_at) values (link, registration, array[clock_timestamp()])
    on conflict (token_hash) do update set asked_at =
      array(select t from unnest(l.asked_at) t where t > clock_timestamp() - interval '1 day') || clock_timestamp()
    returning cardinality(l.asked_at) into asks;
  return case when asks > 5 then 'too-many' else 'asked' end;
end $$;

-- The link's holder takes a place, or the next one in the queue, under the event's lock.
create function training.take_place() returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine training.registration%rowtype;
  found training.event%rowtype;
  next_stage text;
begin
  select * into mine from training.registration r where r.id = training.linked_registration();
  if mine.id is null then return 'not-there'; end if;
  select * into found from training.event e where e.id = mine.event_id for update;
  select * into mine from training.registration r where r.id = mine.id for update;
  if mine.stage in ('registered', 'waiting') then return mine.stage; end if;
  if found.stage <> 'open' or found.registration_closes_at <= clock_timestamp() then return 'closed'; end if;
  next_stage := case when found.places_taken < found.capacity
      and not exists (select 1 from training.registration r where r.event_id = found.id and r.stage = 'waiting') then 'registered'
    when found.waiting_list then 'waiting' else 'full' end;
  if next_stage = 'full' then return 'full'; end if;
  update training.registration set stage = next_stage, proven_at = coalesce(proven_at, clock_timestamp()), settled_at = clock_timestamp(),
    queued_at = case when next_stage = 'waiting' then clock_timestamp() end where id = mine.id;
  return next_stage;
end $$;

-- Gives a place back: one's own, or a trainer on somebody's behalf. False when there was none.
create function training.give_up_place(registration uuid) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  theirs training.registration%rowtype;
begin
  select * into theirs from training.registration r where r.id = registration
    and (r.id = training.linked_registration() or r.person_id = platform.actor_person() or training.actor_trains());
  if theirs.id is null then return false; end if;
  perform 1 from training.event e where e.id = theirs.event_id for update;
  update training.registration r set stage = 'cancelled', settled_at = clock_timestamp(), queued_at = null
    where r.id = registration and r.stage in ('asked', 'registered', 'waiting');
  return found;
end $$;

-- Fills free places from the head of the queue; gives who moved up, for the letters of this same transaction.
create function training.move_up(event uuid)
  returns table (id uuid, name text, email text, language text, time_zone text, person_id uuid, join_address text)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  room integer;
begin
  select e.capacity - e.places_taken into room from training.event e
    where e.id = event and e.stage = 'open' and e.starts_at > clock_timestamp() for update;
  if coalesce(room, 0) <= 0 then return; end if;
  return query with up as (
      update training.registration r set stage = 'registered', settled_at = clock_timestamp(), queued_at = null
      where r.id in (select w.id from training.registration w where w.event_id = event and w.stage = 'waiting'
        order by w.queued_at, w.id limit room for update)
      returning r.*)
    select up.id, up.name, up.email, up.language, up.time_zone, up.person_id, a.join_address
    from up left join training.event_access a on a.event_id = up.event_id;
end $$;

-- How many wait before somebody.
create function training.place_in_queue(registration uuid) returns integer language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::integer from training.registration mine join training.registration r on r.event_id = mine.event_id and r.stage = 'waiting'
    and (r.queued_at, r.id) < (mine.queued_at, mine.id)
  where mine.id = registration and mine.stage = 'waiting' and (training.actor_trains()
    or mine.id = training.linked_registration() or mine.person_id = platform.actor_person())
$$;

-- Where to join: for whoever has a place, and the trainers.
create function training.join_address(event uuid) returns text language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.join_address from training.event_access a where a.event_id = event and (training.actor_trains() or exists (
    select 1 from training.registration r where r.event_id = event and r.stage = 'registered'
      and (r.id = training.linked_registration() or r.person_id = platform.actor_person())))
$$;

-- The code shown in the session, within a quarter of an hour before to an hour after, ten tries.
create function training.attend_by_code(registration uuid, said text) returns text language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  mine training.registration%rowtype;
  found training.event%rowtype;
begin
  select * into mine from training.registration r where r.id = registration and r.stage = 'registered'
    and (r.id = training.linked_registration() or r.person_id = platform.actor_person()) for update;
  if mine.id is null then return 'not-there'; end if;
  if mine.attended_at is not null then return 'here'; end if;
  if mine.code_tries >= 10 then return 'too-many'; end if;
  select * into found from training.event e where e.id = mine.event_id;
  if found.stage not in ('open', 'held') or clock_timestamp() not between found.starts_at - interval '15 minutes' and found.ends_at + interval '1 hour'
    then return 'not-now'; end if;
  if exists (select 1 from training.event_access a where a.event_id = found.id and a.code = said) then
    update training.registration set attended_at = clock_timestamp(), attended_how = 'code' where id = mine.id;
    return 'here';
  end if;
  update training.registration set code_tries = code_tries + 1 where id = mine.id;
  return 'wrong';
end $$;

-- A course followed without an account: the mailed link proves the address. The same answer whether it is known or not.
create function training.ask_learning(new_id uuid, link bytea, course uuid, said_name text, said_email text, said_language text, city uuid)
  returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  learning uuid;
  offered uuid;
  asks integer;
begin
  select v.id into offered from training.course c join training.course_version v on v.course_id = c.id and v.number = c.current_version
    where c.id = course and c.stage = 'open';
  if offered is null then return 'not-there'; end if;
  insert into training.learning (id, course_id, version_id, name, email, language, city_id)
    values (new_id, course, offered, said_name, said_email, said_language, city)
    on conflict (course_id, lower(email)) where person_id is null do nothing;
  select l.id into learning from training.learning l where l.course_id = course and lower(l.email) = lower(said_email) and l.person_id is null;
  insert into training.link as l (token_hash, learning_id, asked_at) values (link, learning, array[clock_timestamp()])
    on conflict (token_hash) do update set asked_at =
      array(select t from unnest(l.asked_at) t where t > clock_timestamp() - interval '1 day') || clock_timestamp()
    returning cardinality(l.asked_at) into asks;
  return case when asks > 5 then 'too-many' else 'asked' end;
end $$;

-- How often a network asked within the hour, this time included.
create function training.count_stranger(new_id uuid, key bytea) returns integer language sql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
  insert into training.stranger (id, network) values (new_id, key);
  select count(*)::integer from training.stranger where network = key and at > clock_timestamp() - interval '1 hour'
$$;

-- Feedback in whole groups of five, the newest incomplete group left out, so that no single answer can be told from two readings.
create function training.feedback_on(about uuid) returns table (answered integer, useful integer[], will_use integer[], suggestions text[])
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with theirs as (
    select f.*, row_number() over (order by f.at, f.id) as place, count(*) over () as whole from training.feedback f
    left join training.learning l on l.id = f.learning_id left join training.registration r on r.id = f.registration_id
    where (l.course_id = about or r.event_id = about) and training.actor_trains()),
  told as (select * from theirs where place <= whole / 5 * 5)
  select coalesce((select max(whole) from theirs), 0)::integer,
    array(select (select count(*) from told where told.useful = n)::integer from generate_series(1, 5) n),
    array(select (select count(*) from told where told.will_use = w)::integer from unnest(array['yes', 'partly', 'no']) with ordinality u (w, o) order by o),
    array(select suggestion from told where suggestion is not null order by md5(suggestion))
$$;

-- Whether a name is the one certified, told to whoever holds the certificate's number.
create function training.salt_of(certificate uuid) returns bytea language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.salt from public_log.salt s join training.certificate c on c.salt_id = s.id where c.id = certificate
$$;

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'training' and p.prosecdef
  loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to mmc_member, mmc_worker', f);
  end loop;
end $$;
