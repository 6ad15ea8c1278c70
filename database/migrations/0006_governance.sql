-- The bodies that steer, advise and represent, with their rules as data; who sat in them, from when to when, as far as it is known.

create schema governance;
comment on schema governance is 'Bodies, their rules, and dated seats';
grant usage on schema governance to mmc_public, mmc_member, mmc_worker, mmc_verify;

create table governance.body (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name jsonb not null,
  acronym text,
  belongs_to text not null check (belongs_to in ('council', 'coalition', 'partners')),
  purpose jsonb not null,
  composition jsonb not null,
  -- [{"atLeastPerYear": 12, "level": "any"}]: meetings held at least.
  cadence jsonb not null default '[]',
  term_months integer check (term_months > 0),
  appointment jsonb,
  -- Null is unknown, not "none".
  decision_power text check (decision_power in ('decides', 'guides', 'advises', 'executes', 'represents')),
  decision_majority text check (decision_majority in ('consensus', 'simple', 'two-thirds')),
  quorum_percent integer check (quorum_percent between 1 and 100),
  decision_note jsonb,
  parent_id uuid references governance.body (id) deferrable initially deferred,
  predecessor_id uuid references governance.body (id) deferrable initially deferred,
  from_date date,
  from_precision text check (from_precision in ('day', 'month', 'year')),
  from_certainty text check (from_certainty in ('stated', 'by')),
  to_date date,
  to_precision text check (to_precision in ('day', 'month', 'year')),
  to_certainty text check (to_certainty in ('stated', 'not-after')),
  last_listed date,
  last_listed_precision text check (last_listed_precision in ('day', 'month', 'year')),
  inferred boolean not null default false,
  remark jsonb,
  edition_hash text,
  constraint start_is_whole check ((from_date is null) = (from_certainty is null) and (from_date is null) = (from_precision is null)),
  constraint end_is_whole check ((to_date is null) = (to_certainty is null) and (to_date is null) = (to_precision is null)),
  constraint not_its_own_parent check (parent_id is distinct from id and predecessor_id is distinct from id)
);
comment on table governance.body is 'confidentiality: public. A body with its rules as data.';
call platform.guard_table('governance.body');

-- One holder of one seat. A mayor's seat names city and person; an organisation's names the organisation.
create table governance.seat (
  id uuid primary key,
  body_id uuid not null references governance.body (id),
  city_id uuid references city_registry.city (id),
  -- The city government's own name, where the gazetteer lists its town.
  city_known_as text,
  -- The holder's name as published: of a person in public office, never anything else about them.
  person_name text check (person_name <> ''),
  person_id uuid references people.person (id),
  organisation_id uuid,
  role text not null check (role in ('member', 'founding-member', 'co-lead', 'co-chair', 'climate-envoy', 'secretariat')),
  from_date date,
  from_precision text check (from_precision in ('day', 'month', 'year')),
  -- by: seen on that day, begun then or before.
  from_certainty text check (from_certainty in ('stated', 'by')),
  to_date date,
  to_precision text check (to_precision in ('day', 'month', 'year')),
  -- not-after: over by that day.
  to_certainty text check (to_certainty in ('stated', 'not-after')),
  -- Seen sitting on that day; with no end stated, what came after is not known.
  last_listed date,
  last_listed_precision text check (last_listed_precision in ('day', 'month', 'year')),
  inferred boolean not null default false,
  remark jsonb,
  version integer not null default 1,
  edition_hash text,
  constraint has_holder check (num_nonnulls(city_id, person_name, organisation_id) > 0),
  constraint known_person_is_named check (person_id is null or person_name is not null),
  constraint start_is_whole check ((from_date is null) = (from_certainty is null) and (from_date is null) = (from_precision is null)),
  constraint end_is_whole check ((to_date is null) = (to_certainty is null) and (to_date is null) = (to_precision is null)),
  constraint listing_is_whole check ((last_listed is null) = (last_listed_precision is null)),
  constraint ends_after_it_begins check (extract(year from to_date) >= extract(year from from_date))
);
comment on table governance.seat is 'confidentiality: public. Who sat in a body, from when to when, and how certain that is.';
create index seat_body on governance.seat (body_id, from_date);
create index seat_city on governance.seat (city_id);
-- The same holder sits once at a time.
create unique index seat_open_once on governance.seat (body_id, city_id, person_name, organisation_id) nulls not distinct where to_date is null;
call platform.guard_table('governance.seat');

-- What a seat said before it was corrected or ended, why, on which source. Only added to.
create table governance.seat_revision (
  seat_id uuid not null references governance.seat (id),
  version integer not null,
  said jsonb not null,
  reason text not null check (reason <> ''),
  source_id uuid not null references library.source (id),
  by_person uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (seat_id, version)
);
comment on table governance.seat_revision is 'confidentiality: staff. What a seat said before each change, with reason and source.';
call platform.guard_table('governance.seat_revision');

grant select on governance.body, governance.seat to mmc_public, mmc_member;
grant select, insert, update, delete on governance.body, governance.seat to mmc_worker;
grant select, insert on governance.seat_revision to mmc_member, mmc_worker;
grant insert on governance.seat to mmc_member;
grant update (person_name, person_id, role, from_date, from_precision, from_certainty, to_date, to_precision, to_certainty,
  last_listed, last_listed_precision, inferred, remark, version) on governance.seat to mmc_member;

create policy anyone_reads on governance.body for select to mmc_public, mmc_member using (true);
create policy anyone_reads on governance.seat for select to mmc_public, mmc_member using (true);
create policy worker_all on governance.body to mmc_worker using (true) with check (true);
create policy worker_all on governance.seat to mmc_worker using (true) with check (true);
create policy worker_all on governance.seat_revision to mmc_worker using (true) with check (true);
create policy keepers_add on governance.seat for insert to mmc_member
  with check ((select platform.actor_has('staff-diplomacy', 'director')) and edition_hash is null and version = 1);
create policy keepers_change on governance.seat for update to mmc_member
  using ((select platform.actor_has('staff-diplomacy', 'director')))
  with check ((select platform.actor_has('staff-diplomacy', 'director')) and version > 1);
create policy secretariat_reads on governance.seat_revision for select to mmc_member using ((select platform.actor_is_secretariat()));
create policy keepers_add on governance.seat_revision for insert to mmc_member
  with check ((select platform.actor_has('staff-diplomacy', 'director')) and by_person = (select platform.actor_person()));
