-- Countries with their dated classifications, every city of the gazetteer, and what each city has done with the council.

create schema city_registry;
comment on schema city_registry is 'Countries by vintage, cities and their names, engagement';
grant usage on schema city_registry to mmc_public, mmc_member, mmc_worker, mmc_verify;

create table city_registry.country (
  iso2 text primary key check (iso2 ~ '^[A-Z]{2}$'),
  iso3 text not null unique check (iso3 ~ '^[A-Z]{3}$'),
  m49 text unique check (m49 ~ '^\d{3}$')
);
comment on table city_registry.country is 'confidentiality: public. Countries and areas by their codes; their names come from locale data.';
call platform.guard_table('city_registry.country');

create table city_registry.region (
  m49 text primary key check (m49 ~ '^\d{3}$'),
  level text not null check (level in ('region', 'subregion', 'intermediate')),
  -- As the UN list writes it in English: classifications carry this text.
  listed_as text not null,
  names jsonb not null,
  unique (level, listed_as)
);
comment on table city_registry.region is 'confidentiality: public. UN M49 regions in the five languages.';
call platform.guard_table('city_registry.region');

-- One published list, and the days between which it holds. A later list is a new row with its own classifications.
create table city_registry.vintage (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  scheme text not null check (scheme in ('world-bank-income', 'oecd-dac', 'un-m49', 'sids', 'lldc')),
  name text not null check (name <> ''),
  valid_from date,
  valid_from_precision text check (valid_from_precision in ('day', 'month', 'year')),
  valid_to date,
  valid_to_precision text check (valid_to_precision in ('day', 'month', 'year')),
  licence text,
  inferred boolean not null default false,
  remark jsonb,
  edition_hash text,
  unique (scheme, name),
  check ((valid_from is null) = (valid_from_precision is null) and (valid_to is null) = (valid_to_precision is null)),
  check (valid_from <= valid_to),
  -- On a day the list counts that began last; an older one without an end is not in the way of a newer.
  unique nulls not distinct (scheme, valid_from)
);
comment on table city_registry.vintage is 'confidentiality: public. Published lists of a classification with the days they hold and their source.';
call platform.guard_table('city_registry.vintage');

create table city_registry.classification (
  vintage_id uuid not null references city_registry.vintage (id) on delete cascade,
  country text not null references city_registry.country (iso2),
  facet text not null check (facet in ('region', 'subregion', 'intermediate', 'income-group', 'recipient', 'member')),
  value text not null check (value <> ''),
  primary key (vintage_id, country, facet)
);
comment on table city_registry.classification is 'confidentiality: public. What one list says of one country.';
create index classification_value on city_registry.classification (vintage_id, facet, value, country);
call platform.guard_table('city_registry.classification');

create table city_registry.place_definition (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  key text not null check (key in ('global-south', 'secondary-city')),
  revision integer not null check (revision > 0),
  adopted date not null,
  adopted_precision text not null check (adopted_precision in ('day', 'month', 'year')),
  title jsonb not null,
  definition jsonb not null,
  reason jsonb not null,
  rule jsonb not null,
  inferred boolean not null default false,
  remark jsonb,
  edition_hash text,
  unique (key, revision)
);
comment on table city_registry.place_definition is 'confidentiality: public. What this platform counts as Global South and as a secondary city, version by version.';
call platform.guard_table('city_registry.place_definition');

create table city_registry.city (
  id uuid primary key,
  geonames_id integer not null unique check (geonames_id > 0),
  name text not null check (name <> ''),
  -- The name as it is searched and sorted: without case, accents and punctuation; made by rules/fold.ts.
  folded text collate "C" not null,
  -- Where a reader's language calls it otherwise: {"fr": "Le Caire"}.
  names jsonb not null default '{}',
  country text not null references city_registry.country (iso2),
  admin1 text,
  feature_code text not null,
  is_capital boolean not null generated always as (feature_code = 'PPLC') stored,
  -- 0 where the gazetteer knows none.
  population integer not null check (population >= 0),
  population_band smallint not null generated always as (case
    when population = 0 then 0 when population < 50000 then 1 when population < 300000 then 2
    when population < 1000000 then 3 when population < 5000000 then 4 else 5 end) stored,
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  -- Reckoned under the definitions that city_registry.reckoning names.
  global_south boolean not null default false,
  secondary_city boolean not null default false,
  constraint id_holds_geonames_number check (id = ('00000000-0000-8000-8000-' || lpad(to_hex(geonames_id), 12, '0'))::uuid)
);
comment on table city_registry.city is 'confidentiality: public. Every city of the gazetteer (GeoNames, CC BY 4.0).';
create index city_by_population on city_registry.city (population desc, geonames_id);
create index city_by_country on city_registry.city (country, population desc, geonames_id);
create index city_by_name on city_registry.city (folded, geonames_id);
call platform.guard_table('city_registry.city');

-- Each spelling of each city once; its own name among them. Population and country stand here too, so that a search reads one table.
create table city_registry.city_name (
  city_id uuid not null references city_registry.city (id) on delete cascade,
  name text not null check (name <> ''),
  folded text collate "C" not null,
  -- ISO 639 codes of the languages that write it so; empty for the gazetteer's own name and for former names.
  languages text[] not null default '{}',
  kind text not null check (kind in ('own', 'alternate', 'former')),
  -- 0 its own name, 1 a name it had or that the platform's or the country's languages use, 2 any other, and each of a mere district.
  standing smallint not null check (standing in (0, 1, 2)),
  country text not null,
  population integer not null,
  -- For larger cities: every way to write it with one letter left out, to find it in spite of one typo.
  typos text[],
  primary key (city_id, name)
);
comment on table city_registry.city_name is 'confidentiality: public. How cities are called, for search and display (GeoNames, CC BY 4.0).';
create index city_name_folded on city_registry.city_name (folded) include (city_id, standing, country, population);
-- One or two letters begin too many names: then only large cities are meant.
create index city_name_large on city_registry.city_name (folded) include (city_id, standing, country, population) where population >= 100000;
create index city_name_typos on city_registry.city_name using gin (typos) with (fastupdate = off);
create index city_name_trigrams on city_registry.city_name using gin (folded gin_trgm_ops) with (fastupdate = off);
call platform.guard_table('city_registry.city_name');

-- Finds cities by what was typed, folded as names are: what is called so, what begins so, what lies within one typo;
-- and when these give too little, what is alike. The score is the logarithm of the population less how doubtful the match is:
-- a typo costs as much as a city a hundred and fifty times smaller. In plpgsql, which keeps its plans: planning would cost more than searching.
create function city_registry.search(q text, wanted text, at_most integer) returns table (city_id uuid, score double precision)
  language plpgsql stable parallel safe rows 10 as $$
declare
  forms text[];
  found_ids uuid[];
  found_scores double precision[];
begin
  if length(q) between 4 and 24 then
    select array_agg(overlay(q placing '' from place for 1)) || q into forms from generate_series(1, length(q)) place;
  end if;
  select array_agg(best.city_id), array_agg(best.score) into found_ids, found_scores from (
    select hit.city_id, max(ln(hit.population + 10.0::double precision) - hit.doubt) as score from (
      select n.city_id, n.population, n.country, n.standing * 0.5 as doubt from city_registry.city_name n where n.folded = q
      union all
      select n.city_id, n.population, n.country, 3 + n.standing from city_registry.city_name n
        where length(q) <= 2 and wanted is null and n.population >= 100000 and n.folded > q and n.folded < q || chr(1114111)
      union all
      select n.city_id, n.population, n.country, 3 + n.standing from city_registry.city_name n
        where (length(q) > 2 or wanted is not null) and n.folded > q and n.folded < q || chr(1114111)
      union all
      select n.city_id, n.population, n.country, 5 + n.standing from city_registry.city_name n
        where forms is not null and n.typos && forms
    ) hit where wanted is null or hit.country = wanted
    group by hit.city_id order by score desc limit at_most
  ) best;
  -- Of one or two letters all is alike; and where the server's locale knows none beyond ASCII, likeness is not to be had.
  if found_scores[1] >= 5 or length(q) < 3 or cardinality(show_trgm(q)) = 0 then
    return query select * from unnest(found_ids, found_scores);
  else
    return query select hit.city_id, max(hit.score) as score from (
      select * from unnest(found_ids, found_scores) as known (city_id, score)
      union all
      select n.city_id, ln(n.population + 10.0::double precision) - 14 * (1 - similarity(n.folded, q)) - 1
        from city_registry.city_name n where n.folded % q and (wanted is null or n.country = wanted)
    ) hit group by hit.city_id order by score desc limit at_most;
  end if;
end $$;

-- How many cities there are of each sort, so that a page's counts need no scan.
create table city_registry.city_tally (
  country text not null references city_registry.country (iso2),
  population_band smallint not null,
  global_south boolean not null,
  secondary_city boolean not null,
  cities integer not null,
  primary key (country, population_band, global_south, secondary_city)
);
comment on table city_registry.city_tally is 'confidentiality: public. Numbers of cities by country, size and definition; reckoned with the flags.';
call platform.guard_table('city_registry.city_tally');

-- Under which definition and which list a flag of the cities was reckoned.
create table city_registry.reckoning (
  key text primary key check (key in ('global-south', 'secondary-city')),
  definition_id uuid not null references city_registry.place_definition (id),
  vintage_id uuid references city_registry.vintage (id),
  reckoned_at timestamptz not null
);
comment on table city_registry.reckoning is 'confidentiality: public. The definition and list behind each precomputed flag.';
call platform.guard_table('city_registry.reckoning');

create table city_registry.loaded (
  what text primary key check (what in ('gazetteer', 'countries', 'engagements')),
  version text not null,
  rows integer not null,
  loaded_at timestamptz not null default clock_timestamp()
);
comment on table city_registry.loaded is 'confidentiality: public. Which edition of each shipped file is loaded, so that a start skips what is there.';
call platform.guard_table('city_registry.loaded');

-- What a city has done with the council: one row for each dated record, told as a sentence by its kind.
create table city_registry.engagement (
  id uuid primary key,
  city_id uuid not null references city_registry.city (id),
  kind text not null check (kind in (
    'board-seat', 'task-force-seat', 'grant', 'grant-completed', 'pledged', 'commitment', 'signed-declaration', 'signed-statement',
    'hosted-meeting', 'attended-meeting', 'hosted-forum', 'attended-forum', 'spoke-at-forum', 'spoke-in-plenary',
    'in-national-delegation', 'project-supported', 'support-received', 'peer-exchange', 'visit')),
  from_date date,
  from_precision text check (from_precision in ('day', 'month', 'year')),
  from_certainty text check (from_certainty in ('stated', 'by')),
  to_date date,
  to_precision text check (to_precision in ('day', 'month', 'year')),
  to_certainty text check (to_certainty in ('stated', 'not-after')),
  last_listed date,
  last_listed_precision text check (last_listed_precision in ('day', 'month', 'year')),
  -- What it was done with: a body, a forum, a window, a declaration; a local text.
  object jsonb not null,
  -- The record it stems from; null when recorded by hand or shipped as an engagement of its own.
  record_capability text,
  record_id text,
  record_path text check (record_path ~ '^/'),
  inferred boolean not null default false,
  remark jsonb,
  -- What a row that is not public rests on; public ones cite their sources in library.citation.
  evidence text,
  visibility text not null check (visibility in ('public', 'staff')),
  recorded_by uuid,
  recorded_at timestamptz not null default clock_timestamp(),
  withdrawn_at timestamptz,
  withdrawn_reason text,
  edition_hash text,
  check ((from_date is null) = (from_precision is null) and (from_date is null) = (from_certainty is null)),
  check ((to_date is null) = (to_precision is null) and (to_date is null) = (to_certainty is null)),
  check ((last_listed is null) = (last_listed_precision is null)),
  check (from_date <= to_date or from_precision <> 'day' or to_precision <> 'day'),
  check ((record_capability is null) = (record_id is null)),
  check ((withdrawn_at is null) = (withdrawn_reason is null)),
  constraint rests_on_something check (visibility = 'public' or evidence is not null or record_id is not null),
  constraint once_for_each_record unique (record_capability, record_id, city_id, kind)
);
comment on table city_registry.engagement is 'confidentiality: city. What cities did with the council; rows marked public are for all, the rest for the secretariat and the city.';
create index engagement_city on city_registry.engagement (city_id, from_date desc);
create index engagement_kind on city_registry.engagement (kind, city_id);
call platform.guard_table('city_registry.engagement');

-- Shipped and classified facts: everybody reads, the worker writes.
do $$
declare t text;
begin
  foreach t in array array['country', 'region', 'vintage', 'classification', 'place_definition', 'city', 'city_name', 'city_tally',
    'reckoning', 'loaded']
  loop
    execute format('grant select on city_registry.%I to mmc_public, mmc_member, mmc_worker', t);
    execute format('grant insert, update, delete on city_registry.%I to mmc_worker', t);
    execute format('create policy everybody_reads on city_registry.%I for select to mmc_public, mmc_member using (true)', t);
    execute format('create policy worker_all on city_registry.%I to mmc_worker using (true) with check (true)', t);
  end loop;
end $$;

grant select on city_registry.engagement to mmc_public, mmc_member, mmc_worker;
grant insert on city_registry.engagement to mmc_member, mmc_worker;
grant update (withdrawn_at, withdrawn_reason) on city_registry.engagement to mmc_member;
grant update, delete on city_registry.engagement to mmc_worker;
create policy public_rows on city_registry.engagement for select to mmc_public using (visibility = 'public' and withdrawn_at is null);
create policy member_reads on city_registry.engagement for select to mmc_member
  using ((visibility = 'public' and withdrawn_at is null) or (select platform.actor_is_secretariat())
    or (withdrawn_at is null and city_id = any ((select platform.actor_cities())::uuid[])));
create policy secretariat_records on city_registry.engagement for insert to mmc_member
  with check ((select platform.actor_is_secretariat()));
create policy secretariat_withdraws on city_registry.engagement for update to mmc_member
  using ((select platform.actor_is_secretariat())) with check ((select platform.actor_is_secretariat()));
create policy worker_all on city_registry.engagement to mmc_worker using (true) with check (true);
