-- The Global Cities Fund as the public record knows it: windows, what donors said they would give, grants to cities, results in their own units.

create schema fund;
comment on schema fund is 'Windows, donors'' commitments, grants and results';
grant usage on schema fund to mmc_public, mmc_member, mmc_worker, mmc_verify;

create table fund.funding_window (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name jsonb not null,
  announced date,
  announced_precision text check (announced_precision in ('day', 'month', 'year')),
  ceiling_minor bigint check (ceiling_minor > 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  term_months integer check (term_months > 0),
  -- Belongs to the window, not to the fund; null is unknown.
  eligibility jsonb,
  theme jsonb not null,
  expected_at_least integer check (expected_at_least > 0),
  expected_at_most integer check (expected_at_most >= expected_at_least),
  inferred boolean not null default false,
  remark jsonb,
  edition_hash text,
  constraint amount_has_currency check (ceiling_minor is null or currency is not null)
);
comment on table fund.funding_window is 'confidentiality: public. A window (chapter) of the fund.';
call platform.guard_table('fund.funding_window');

create table fund.donor_commitment (
  id uuid primary key,
  window_id uuid references fund.funding_window (id),
  amount_minor bigint check (amount_minor > 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  date date not null,
  date_precision text not null check (date_precision in ('day', 'month', 'year')),
  until_date date,
  until_precision text check (until_precision in ('day', 'month', 'year')),
  -- An earlier statement of the same promise; and the larger one that contains this one. Neither may be counted beside the other.
  supersedes_id uuid references fund.donor_commitment (id) deferrable initially deferred,
  within_id uuid references fund.donor_commitment (id) deferrable initially deferred,
  inferred boolean not null default false,
  remark jsonb,
  edition_hash text,
  constraint amount_has_currency check ((amount_minor is null) or (currency is not null)),
  constraint not_beside_itself check (supersedes_id is distinct from id and within_id is distinct from id)
);
comment on table fund.donor_commitment is 'confidentiality: public. Money that donors publicly said they would give.';
create index donor_commitment_window on fund.donor_commitment (window_id);
call platform.guard_table('fund.donor_commitment');

create table fund.donor (
  commitment_id uuid not null references fund.donor_commitment (id) on delete cascade,
  organisation_id uuid not null,
  primary key (commitment_id, organisation_id)
);
comment on table fund.donor is 'confidentiality: public. Whose commitment it is; several where no split is public.';
call platform.guard_table('fund.donor');

create table fund.city_grant (
  id uuid primary key,
  slug text not null unique,
  city_id uuid not null references city_registry.city (id),
  -- The city government's own name, where the gazetteer lists its town.
  city_known_as text,
  -- Null where no source names it.
  window_id uuid references fund.funding_window (id),
  announced date not null,
  announced_precision text not null check (announced_precision in ('day', 'month', 'year')),
  -- The award, only where a source states it; the ceiling is what the window allowed, never an award.
  amount_minor bigint check (amount_minor > 0),
  ceiling_minor bigint check (ceiling_minor > 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  term_months integer check (term_months > 0),
  state text not null check (state in ('announced', 'contracted', 'active', 'completed', 'withdrawn')),
  project_title text,
  project jsonb,
  inferred boolean not null default false,
  remark jsonb,
  version integer not null default 1,
  edition_hash text,
  constraint amount_has_currency check (num_nonnulls(amount_minor, ceiling_minor) = 0 or currency is not null),
  constraint award_within_ceiling check (amount_minor <= ceiling_minor)
);
comment on table fund.city_grant is 'confidentiality: public. A grant to a city government that was announced.';
create index city_grant_window on fund.city_grant (window_id, announced);
create index city_grant_city on fund.city_grant (city_id);
call platform.guard_table('fund.city_grant');

-- Each in its own unit; units are never added to one another.
create table fund.result (
  id uuid primary key,
  window_id uuid references fund.funding_window (id),
  value bigint not null check (value >= 0),
  unit text not null check (unit in ('people-reached-directly', 'people-reached-indirectly', 'households', 'enterprises', 'applications', 'participants', 'employers', 'vehicles')),
  qualifier text not null check (qualifier in ('exactly', 'about', 'more than', 'nearly', 'at least', 'up to')),
  is_target boolean not null,
  date date not null,
  date_precision text not null check (date_precision in ('day', 'month', 'year')),
  what jsonb not null,
  inferred boolean not null default false,
  remark jsonb,
  edition_hash text
);
comment on table fund.result is 'confidentiality: public. A published result or target, in its own unit.';
create index result_window on fund.result (window_id);
call platform.guard_table('fund.result');

create table fund.result_grant (
  result_id uuid not null references fund.result (id) on delete cascade,
  grant_id uuid not null references fund.city_grant (id),
  primary key (result_id, grant_id)
);
comment on table fund.result_grant is 'confidentiality: public. Which grants a result is of.';
create index result_grant_grant on fund.result_grant (grant_id);
call platform.guard_table('fund.result_grant');

-- What a grant said before its amount was recorded or corrected. Only added to.
create table fund.grant_revision (
  grant_id uuid not null references fund.city_grant (id),
  version integer not null,
  said jsonb not null,
  reason text not null check (reason <> ''),
  source_id uuid not null references library.source (id),
  by_person uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (grant_id, version)
);
comment on table fund.grant_revision is 'confidentiality: staff. What a grant said before each change, with reason and source.';
call platform.guard_table('fund.grant_revision');

grant select, insert on fund.grant_revision to mmc_member, mmc_worker;
do $$
declare name text;
begin
  foreach name in array array['funding_window', 'donor_commitment', 'donor', 'city_grant', 'result', 'result_grant'] loop
    execute format('grant select on fund.%I to mmc_public, mmc_member', name);
    execute format('grant select, insert, update, delete on fund.%I to mmc_worker', name);
    execute format('create policy anyone_reads on fund.%I for select to mmc_public, mmc_member using (true)', name);
    execute format('create policy worker_all on fund.%I to mmc_worker using (true) with check (true)', name);
  end loop;
end $$;
create policy worker_all on fund.grant_revision to mmc_worker using (true) with check (true);

grant update (amount_minor, currency, version) on fund.city_grant to mmc_member;
grant insert on fund.result, fund.result_grant to mmc_member;
create policy keepers_change on fund.city_grant for update to mmc_member
  using ((select platform.actor_has('staff-fund', 'director')))
  with check ((select platform.actor_has('staff-fund', 'director')) and version > 1);
create policy keepers_add on fund.result for insert to mmc_member
  with check ((select platform.actor_has('staff-fund', 'director')) and edition_hash is null);
create policy keepers_add on fund.result_grant for insert to mmc_member
  with check ((select platform.actor_has('staff-fund', 'director')));
create policy secretariat_reads on fund.grant_revision for select to mmc_member using ((select platform.actor_is_secretariat()));
create policy keepers_add on fund.grant_revision for insert to mmc_member
  with check ((select platform.actor_has('staff-fund', 'director')) and by_person = (select platform.actor_person()));
