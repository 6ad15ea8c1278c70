-- What a city has said of itself, told once and used everywhere.
-- A fact is what stands today; a statement is one telling, confirmation, change of audience or withdrawal, and is never changed.

create schema city_record;
comment on schema city_record is 'What a city has said of itself, once: who said it, when, and who confirmed it';
grant usage on schema city_record to mmc_public, mmc_member, mmc_worker, mmc_verify;

-- Cities that the actor speaks for in a city's own role.
create function city_record.actor_cities() returns uuid[] language sql stable parallel safe
  return case when platform.actor_has('city-focal-point', 'city-certifier', 'mayor') then platform.actor_cities() end;
-- Staff who write on a city's behalf.
create function city_record.actor_writes_for_cities() returns boolean language sql stable parallel safe
  return platform.actor_has('staff-support', 'director');
-- Whom "the network" means: people of any city, of the board, and the secretariat.
create function city_record.actor_in_network() returns boolean language sql stable parallel safe
  return platform.actor_is_secretariat() or platform.actor_has('city-focal-point', 'city-certifier', 'mayor', 'board-member');

create table city_record.fact (
  city_id uuid not null references city_registry.city (id),
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  -- Which one, where a kind has several: refugees, housing, a topic, a network; empty where it has one.
  item text not null check (item ~ '^[a-z0-9]*(-[a-z0-9]+)*$' and length(item) <= 120),
  -- The number of its last statement, and the version of its form.
  version integer not null check (version > 0),
  -- Null once withdrawn.
  value jsonb check (octet_length(value::text) <= 20000),
  source text check (length(source) between 1 and 300),
  source_address text check (source_address ~ '^https?://' and length(source_address) <= 2000),
  -- The day the value holds for, where the kind has one: the day of a count, of an election.
  as_of date,
  audience text not null check (audience in ('city', 'council', 'network', 'public')),
  -- Statements up to this number were withdrawn, or shown to more people than now: they are history for the city alone.
  hidden_to integer not null default 0 check (hidden_to between 0 and version),
  -- In what capacity it was said; the person is known to the city and the council only.
  said_as text not null check (said_as ~ '^[a-z-]+$'),
  -- By staff for the city.
  on_behalf boolean not null,
  said_at timestamptz not null,
  -- Said anew or confirmed: from this day its age is counted.
  confirmed_at timestamptz not null,
  primary key (city_id, kind, item),
  constraint withdrawn_is_hidden check (value is not null or hidden_to = version)
);
comment on table city_record.fact is 'confidentiality: city. What stands in each city''s record today; each fact for the audience its city chose.';
create index fact_kind on city_record.fact (kind, item, city_id) where value is not null;
create index fact_age on city_record.fact (confirmed_at) where value is not null;

create table city_record.statement (
  id uuid primary key,
  city_id uuid not null,
  kind text not null,
  item text not null,
  number integer not null check (number > 0),
  -- `narrowed` closes what a wider audience saw; the statement after it opens the narrower one.
  act text not null check (act in ('said', 'confirmed', 'audience', 'narrowed', 'withdrawn')),
  value jsonb check (octet_length(value::text) <= 20000),
  source text check (length(source) between 1 and 300),
  source_address text check (source_address ~ '^https?://' and length(source_address) <= 2000),
  as_of date,
  audience text not null check (audience in ('city', 'council', 'network', 'public')),
  said_by uuid references people.person (id),
  -- In what capacity: a role, or `import`.
  said_as text not null check (said_as ~ '^[a-z-]+$'),
  on_behalf boolean not null,
  -- How staff know it: a call, a mail, a letter of the city.
  basis text check (length(basis) between 1 and 500),
  -- Why it was withdrawn.
  reason text check (length(reason) between 1 and 500),
  said_at timestamptz not null default clock_timestamp(),
  foreign key (city_id, kind, item) references city_record.fact deferrable initially deferred,
  constraint one_after_another unique (city_id, kind, item, number),
  constraint says_something check ((value is null) = (act in ('narrowed', 'withdrawn'))),
  constraint on_behalf_has_basis check (on_behalf = (basis is not null)),
  constraint withdrawn_says_why check (act <> 'withdrawn' or reason is not null)
);
comment on table city_record.statement is 'confidentiality: city. Every statement a record was made of, in order; never changed.';

-- A city is asked to confirm what grew old: at most once in a calendar month.
create table city_record.asking (
  city_id uuid not null references city_registry.city (id),
  month date not null check (extract(day from month) = 1),
  facts integer not null check (facts > 0),
  asked_at timestamptz not null default clock_timestamp(),
  primary key (city_id, month)
);
comment on table city_record.asking is 'confidentiality: city. When a city was asked by mail to confirm its record.';

do $$
declare t text;
begin
  foreach t in array array['fact', 'statement', 'asking']
  loop
    execute format('call platform.guard_table(%L)', 'city_record.' || t);
  end loop;
end $$;

-- The public and members without a part in the network: public facts that stand, and what was said of them since they are public.
grant select on city_record.fact, city_record.statement to mmc_public;
create policy public_facts on city_record.fact for select to mmc_public using (audience = 'public' and value is not null);
create policy public_statements on city_record.statement for select to mmc_public
  using (audience = 'public' and act <> 'narrowed' and exists (select 1 from city_record.fact f where f.city_id = statement.city_id
    and f.kind = statement.kind and f.item = statement.item and f.audience = 'public' and f.value is not null and number > f.hidden_to));

grant select, insert on city_record.fact, city_record.statement to mmc_member;
grant update (version, value, source, source_address, as_of, audience, hidden_to, said_as, on_behalf, said_at, confirmed_at) on city_record.fact to mmc_member;
create policy reads on city_record.fact for select to mmc_member using (
  (audience = 'public' and value is not null)
  or city_id = any ((select city_record.actor_cities())::uuid[])
  or (audience <> 'city' and (select platform.actor_is_secretariat()))
  or (audience = 'network' and value is not null and (select city_record.actor_in_network())));
create policy city_says on city_record.fact for insert to mmc_member with check (city_id = any ((select city_record.actor_cities())::uuid[]));
create policy staff_say on city_record.fact for insert to mmc_member
  with check (on_behalf and audience <> 'city' and (select city_record.actor_writes_for_cities()));
create policy city_changes on city_record.fact for update to mmc_member using (city_id = any ((select city_record.actor_cities())::uuid[]));
create policy staff_change on city_record.fact for update to mmc_member
  using (audience <> 'city' and (select city_record.actor_writes_for_cities()))
  with check (on_behalf and audience <> 'city' and (select city_record.actor_writes_for_cities()));

-- History is the city's and the council's; others see what stands, and of public facts what was said since they are public.
create policy reads on city_record.statement for select to mmc_member using (
  city_id = any ((select city_record.actor_cities())::uuid[])
  or (audience <> 'city' and (select platform.actor_is_secretariat()))
  or (audience in ('public', 'network') and act <> 'narrowed' and exists (select 1 from city_record.fact f where f.city_id = statement.city_id
    and f.kind = statement.kind and f.item = statement.item and f.value is not null and number > f.hidden_to
    and (f.audience = 'public' or (f.audience = 'network' and (select city_record.actor_in_network())))
    and (statement.audience = 'public' or (select city_record.actor_in_network())))));
create policy city_says on city_record.statement for insert to mmc_member with check (
  not on_behalf and said_by = (select platform.actor_person()) and city_id = any ((select city_record.actor_cities())::uuid[]));
create policy staff_say on city_record.statement for insert to mmc_member with check (
  on_behalf and said_by = (select platform.actor_person()) and audience <> 'city' and (select city_record.actor_writes_for_cities()));

grant select on city_record.asking to mmc_member;
create policy reads on city_record.asking for select to mmc_member using (
  city_id = any ((select city_record.actor_cities())::uuid[]) or (select platform.actor_is_secretariat()));

grant select, insert on city_record.fact, city_record.statement, city_record.asking to mmc_worker;
grant update on city_record.fact to mmc_worker;
do $$
declare t text;
begin
  foreach t in array array['fact', 'statement', 'asking']
  loop
    execute format('create policy worker_all on city_record.%I to mmc_worker using (true) with check (true)', t);
  end loop;
end $$;

-- What cities told the peer exchange belongs here: an offer is a capacity, an ask a need, told once. Each entry becomes a statement,
-- each ended one a withdrawal; who said it is kept, in what capacity was not. Then the exchange reads it from here.
with told as (
  select e.*, case e.kind when 'offer' then 'capacity' else 'need' end as as_kind,
    (2 * row_number() over nth - 1)::int as number
  from peer_exchange.entry e window nth as (partition by city_id, kind, topic order by said_at, id)
), worded as (
  select t.*, jsonb_build_object('until', to_date, 'detail', detail)
    || case kind when 'ask' then '{"urgency": "later"}'::jsonb else '{}' end as value
  from told t
), facts as (
  insert into city_record.fact (city_id, kind, item, version, value, audience, hidden_to, said_as, on_behalf, said_at, confirmed_at)
  select distinct on (city_id, as_kind, topic) city_id, as_kind, topic, number + (ended_at is not null)::int,
    case when ended_at is null then value end, 'council', case when ended_at is null then 0 else number + 1 end,
    'import', false, said_at, said_at
  from worded order by city_id, as_kind, topic, number desc
)
insert into city_record.statement (id, city_id, kind, item, number, act, value, audience, said_by, said_as, on_behalf, reason, said_at)
select id, city_id, as_kind, topic, number, 'said', value, 'council', said_by, 'import', false, null, said_at from worded
union all
select gen_random_uuid(), city_id, as_kind, topic, number + 1, 'withdrawn', null, 'council', null, 'import', false,
  'Ended in the peer exchange', ended_at from worded where ended_at is not null;

with told as (
  select city_id, said_by, said_at, 'working-languages' as kind, jsonb_build_object('languages', languages) as value from peer_exchange.profile
  union all
  select city_id, said_by, said_at, 'time-zone', jsonb_build_object('zone', time_zone) from peer_exchange.profile
), facts as (
  insert into city_record.fact (city_id, kind, item, version, value, audience, said_as, on_behalf, said_at, confirmed_at)
  select city_id, kind, '', 1, value, 'council', 'import', false, said_at, said_at from told
)
insert into city_record.statement (id, city_id, kind, item, number, act, value, audience, said_by, said_as, on_behalf, said_at)
select gen_random_uuid(), city_id, kind, '', 1, 'said', value, 'council', said_by, 'import', false, said_at from told;

drop table peer_exchange.entry;
