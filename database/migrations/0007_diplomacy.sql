-- The forums that the council works to open to cities, each meeting of them, and the cities that can be named there.

create schema diplomacy;
comment on schema diplomacy is 'Forums, their editions, and cities at them';
grant usage on schema diplomacy to mmc_public, mmc_member, mmc_worker, mmc_verify;

create table diplomacy.forum (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name jsonb not null,
  acronym text,
  convened_by jsonb,
  every_months integer check (every_months > 0),
  address text check (address ~ '^https?://'),
  inferred boolean not null default false,
  remark jsonb,
  edition_hash text
);
comment on table diplomacy.forum is 'confidentiality: public. An intergovernmental process that meets again and again.';
call platform.guard_table('diplomacy.forum');

create table diplomacy.edition (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  forum_id uuid not null references diplomacy.forum (id),
  name jsonb not null,
  from_date date,
  from_precision text check (from_precision in ('day', 'month', 'year')),
  to_date date,
  to_precision text check (to_precision in ('day', 'month', 'year')),
  mode text check (mode in ('in-person', 'virtual')),
  city_id uuid references city_registry.city (id),
  country text check (country ~ '^[A-Z]{2}$'),
  inferred boolean not null default false,
  remark jsonb,
  edition_hash text,
  constraint dates_say_how_exact check ((from_date is null) = (from_precision is null) and (to_date is null) = (to_precision is null)),
  constraint ends_after_it_begins check (to_date >= from_date or to_precision <> 'day')
);
comment on table diplomacy.edition is 'confidentiality: public. One meeting of a forum.';
create index edition_forum on diplomacy.edition (forum_id, from_date);
call platform.guard_table('diplomacy.edition');

create table diplomacy.participation (
  id uuid primary key,
  edition_id uuid not null references diplomacy.edition (id),
  city_id uuid not null references city_registry.city (id),
  -- The city government's own name, where the gazetteer lists its town.
  city_known_as text,
  -- The mayor's name as published, where it is.
  person_name text,
  role text not null check (role in ('attended', 'spoke', 'spoke-in-plenary', 'in-national-delegation', 'hosted')),
  date date,
  date_precision text check (date_precision in ('day', 'month', 'year')),
  what jsonb,
  inferred boolean not null default false,
  remark jsonb,
  edition_hash text,
  constraint date_says_how_exact check ((date is null) = (date_precision is null))
);
comment on table diplomacy.participation is 'confidentiality: public. A city at a meeting, in the fullest role that a source names.';
create index participation_edition on diplomacy.participation (edition_id);
create index participation_city on diplomacy.participation (city_id);
call platform.guard_table('diplomacy.participation');

grant select on all tables in schema diplomacy to mmc_public, mmc_member;
grant select, insert, update, delete on all tables in schema diplomacy to mmc_worker;
do $$
declare name text;
begin
  foreach name in array array['forum', 'edition', 'participation'] loop
    execute format('create policy anyone_reads on diplomacy.%I for select to mmc_public, mmc_member using (true)', name);
    execute format('create policy worker_all on diplomacy.%I to mmc_worker using (true) with check (true)', name);
  end loop;
end $$;
