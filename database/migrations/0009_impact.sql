-- The claims ledger: what the council says it brought about, entry by entry, each with its evidence, verified by a second
-- person. Entries are only ever added. Beside them stands what they amount to: `standing`, `figure_step` and `figure_subject`
-- are derived in the same transaction, and a recount under the definition must give the same (`mmc doctor`).

create schema if not exists impact;
comment on schema impact is 'The claims ledger, definitions, figures as at a date';
grant usage on schema impact to mmc_public, mmc_member, mmc_worker, mmc_verify;

-- A claim dated "2023" counts from the day on which it surely has happened: the last of its year.
create function impact.last_day(day date, day_precision text) returns date language sql immutable strict parallel safe
  return case day_precision
    when 'year' then make_date(extract(year from day)::int, 12, 31)
    when 'month' then (date_trunc('month', day::timestamp) + interval '1 month' - interval '1 day')::date
    else day end;

-- Even the owner, at the keyboard, changes no history by accident.
create function impact.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The claims ledger is only ever added to' using errcode = 'insufficient_privilege';
end $$;

create table impact.definition (
  id uuid not null unique,
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  version integer not null check (version > 0),
  objective smallint not null check (objective between 1 and 4),
  unit text not null check (unit in ('cities', 'organisations', 'positions', 'seats', 'commitments', 'people', 'money', 'percent')),
  measure text not null check (measure in ('count-entries', 'count-distinct-subjects', 'sum-amount', 'sum-count')),
  kinds text[] not null check (cardinality(kinds) > 0),
  period text not null check (period in ('ever', 'calendar-year')),
  title jsonb not null,
  counts jsonb not null,
  does_not_count jsonb not null,
  -- Why the council's published number and ours differ.
  difference jsonb,
  adopted date not null,
  adopted_precision text not null check (adopted_precision in ('day', 'month', 'year')),
  valid_from date not null,
  place integer not null default 0,
  -- Of all that decides the number, and its English words: a version never changes its meaning.
  meaning_sha256 text not null check (meaning_sha256 ~ '^[0-9a-f]{64}$'),
  leaf_index bigint not null check (leaf_index >= 0),
  made_at timestamptz not null default clock_timestamp(),
  primary key (key, version)
);
comment on table impact.definition is 'confidentiality: public. What a figure counts and does not count, by version.';

create table impact.claim (
  id uuid primary key,
  kind text not null check (kind in ('city-engaged', 'partner', 'position-influenced', 'seat-at-forum', 'commitment-made',
    'funding-committed', 'direct-grant', 'follow-on-external', 'follow-on-own', 'influenced-external',
    'grantee-announced', 'grantee-contracted', 'grantee-active', 'grantee-completed',
    'people-reached-directly', 'people-reached-indirectly')),
  subject_kind text not null check (subject_kind in ('city', 'organisation', 'position', 'record')),
  subject_id text not null check (subject_id <> ''),
  subject_name text not null check (subject_name <> ''),
  city_id uuid references city_registry.city (id),
  day date not null,
  day_precision text not null check (day_precision in ('day', 'month', 'year')),
  amount_minor bigint check (amount_minor > 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  -- The value in US cents as its source states it: nothing is converted here.
  usd_minor bigint check (usd_minor > 0),
  usd_source text,
  count bigint check (count > 0),
  count_unit text,
  -- How exact the source says the amount or count is.
  qualifier text not null default 'exactly' check (qualifier in ('exactly', 'about', 'more than', 'nearly', 'at least', 'up to')),
  objective smallint not null check (objective between 1 and 4),
  statement text not null check (length(statement) between 1 and 600),
  -- The statement in the five languages, where it came so.
  statement_in jsonb,
  dedup_key text collate "C" not null,
  origin text not null check (origin in ('proposed', 'from-record', 'first-edition')),
  record_kind text,
  record_id text,
  visibility text not null check (visibility in ('public', 'network', 'staff')),
  -- No foreign key: a person may be erased, the ledger stays.
  proposed_by uuid,
  proposed_as text not null,
  proposed_at timestamptz not null default clock_timestamp(),
  -- A reading of its sources that none of them states.
  inferred boolean not null default false,
  remark jsonb,
  constraint a_city_claim_names_its_city check (subject_kind <> 'city' or (city_id is not null and subject_id = city_id::text)),
  constraint an_amount_has_its_currency check ((amount_minor is null) = (currency is null)),
  constraint a_count_has_its_unit check ((count is null) = (count_unit is null)),
  constraint an_amount_or_a_count check (amount_minor is null or count is null),
  constraint a_usd_value_has_its_source check (usd_minor is null or (currency <> 'USD' and usd_source is not null)),
  constraint nothing_has_happened_tomorrow check (day <= (proposed_at at time zone 'UTC')::date + 1),
  constraint a_proposal_has_its_proposer check (origin <> 'proposed' or proposed_by is not null),
  constraint a_record_is_named_whole check ((record_kind is null) = (record_id is null) and (origin <> 'from-record' or record_id is not null))
);
comment on table impact.claim is 'confidentiality: staff. Once verified, as its visibility says. What was claimed, as it was first proposed.';

create index claim_subject_name on impact.claim (subject_kind, lower(subject_name)) where subject_kind <> 'city';

create table impact.claim_change (
  id uuid primary key,
  claim_id uuid not null references impact.claim (id),
  kind text not null check (kind in ('correction', 'withdrawal', 'confirmation')),
  reason text not null check (length(reason) between 1 and 600),
  -- A correction says the whole entry anew; the others say nothing.
  day date,
  day_precision text check (day_precision in ('day', 'month', 'year')),
  amount_minor bigint check (amount_minor > 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  usd_minor bigint check (usd_minor > 0),
  usd_source text,
  count bigint check (count > 0),
  count_unit text,
  qualifier text check (qualifier in ('exactly', 'about', 'more than', 'nearly', 'at least', 'up to')),
  statement text check (length(statement) between 1 and 600),
  visibility text check (visibility in ('public', 'network', 'staff')),
  proposed_by uuid not null,
  proposed_as text not null,
  proposed_at timestamptz not null default clock_timestamp(),
  constraint a_correction_says_the_whole check ((kind = 'correction') =
    (day is not null and day_precision is not null and statement is not null and visibility is not null and qualifier is not null)),
  constraint an_amount_has_its_currency check ((amount_minor is null) = (currency is null)),
  constraint a_count_has_its_unit check ((count is null) = (count_unit is null)),
  constraint an_amount_or_a_count check (amount_minor is null or count is null),
  constraint a_usd_value_has_its_source check (usd_minor is null or (currency <> 'USD' and usd_source is not null)),
  constraint nothing_has_happened_tomorrow check (day <= (proposed_at at time zone 'UTC')::date + 1)
);
comment on table impact.claim_change is 'confidentiality: staff. Once verified, as its claim. Corrections, withdrawals and confirmations, as entries of their own.';
create index claim_change_claim on impact.claim_change (claim_id, proposed_at);

create table impact.claim_evidence (
  id uuid primary key,
  claim_id uuid not null references impact.claim (id),
  -- The change that brought it; null for what the claim was first proposed with.
  change_id uuid references impact.claim_change (id),
  place smallint not null,
  title text not null check (length(title) between 1 and 300),
  source text,
  address text check (address ~ '^https?://'),
  file_sha256 text check (file_sha256 ~ '^[0-9a-f]{64}$'),
  day date,
  day_precision text check (day_precision in ('day', 'month', 'year')),
  added_at timestamptz not null default clock_timestamp(),
  constraint evidence_can_be_found check (coalesce(source, address, file_sha256) is not null),
  constraint a_date_has_its_precision check ((day is null) = (day_precision is null))
);
comment on table impact.claim_evidence is 'confidentiality: staff. Once verified, as its claim. What each claim stands on.';
create index claim_evidence_claim on impact.claim_evidence (claim_id, place);

create table impact.claim_decision (
  id uuid primary key,
  claim_id uuid not null references impact.claim (id),
  change_id uuid references impact.claim_change (id),
  -- `imported`: taken from the public record with its source, not verified by two people.
  outcome text not null check (outcome in ('verified', 'refused', 'imported')),
  reason text check (length(reason) between 1 and 600),
  decided_by uuid,
  decided_as text not null,
  decided_at timestamptz not null default clock_timestamp(),
  leaf_index bigint check (leaf_index >= 0),
  constraint a_refusal_has_its_reason check (outcome <> 'refused' or reason is not null),
  constraint a_person_decides check ((outcome = 'imported') = (decided_by is null)),
  constraint a_public_act_is_in_the_log check ((outcome = 'refused') = (leaf_index is null))
);
comment on table impact.claim_decision is 'confidentiality: staff. Unless refused, as its claim. Who verified or refused, in which capacity, and the leaf in the public log.';
create unique index claim_decided_once on impact.claim_decision (claim_id) where change_id is null;
create unique index change_decided_once on impact.claim_decision (change_id) where change_id is not null;
create index claim_decision_claim on impact.claim_decision (claim_id);

-- Two people, whatever the program believes.
create function impact.needs_a_second_person() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare proposer uuid; of_claim uuid;
begin
  if new.change_id is null then
    select c.proposed_by, c.id into proposer, of_claim from impact.claim c where c.id = new.claim_id;
  else
    select c.proposed_by, c.claim_id into proposer, of_claim from impact.claim_change c where c.id = new.change_id;
  end if;
  if of_claim is distinct from new.claim_id then
    raise exception 'The decision is about another claim' using errcode = 'check_violation', constraint = 'decision_of_its_own_claim';
  end if;
  if new.decided_by = proposer then
    raise exception 'Its proposer may not decide on it' using errcode = 'check_violation', constraint = 'decided_by_a_second_person';
  end if;
  return new;
end $$;
create trigger second_person before insert on impact.claim_decision
  for each row execute function impact.needs_a_second_person();

-- No figure without evidence: asked at the commit, when all rows are there.
create function impact.needs_evidence() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from impact.claim_evidence e where e.claim_id = new.id) then
    raise exception 'A claim needs evidence' using errcode = 'check_violation', constraint = 'claim_has_evidence';
  end if;
  return null;
end $$;
create constraint trigger has_evidence after insert on impact.claim
  deferrable initially deferred for each row execute function impact.needs_evidence();

do $$
declare t text;
begin
  foreach t in array array['claim', 'claim_evidence', 'claim_change', 'claim_decision'] loop
    execute format('create trigger only_added_to before update or delete or truncate on impact.%I
      for each statement execute function impact.refuse_change()', t);
  end loop;
end $$;

-- Where each claim stands now: its stage, and the entry in force after all verified corrections. Derived from the history.
create table impact.standing (
  claim_id uuid primary key references impact.claim (id),
  kind text not null,
  stage text not null check (stage in ('proposed', 'refused', 'verified', 'imported', 'withdrawn')),
  version integer not null default 1 check (version > 0),
  visibility text not null check (visibility in ('public', 'network', 'staff')),
  subject_key text not null,
  subject_name text not null,
  city_id uuid,
  day date not null,
  day_precision text not null,
  counted_on date not null generated always as (impact.last_day(day, day_precision)) stored,
  amount_minor bigint,
  currency text,
  usd_minor bigint,
  usd_source text,
  count bigint,
  count_unit text,
  qualifier text not null default 'exactly',
  objective smallint not null,
  statement text not null,
  statement_in jsonb,
  dedup_key text collate "C" not null,
  origin text not null,
  -- The change that waits for a second person; one at a time.
  open_change uuid,
  proposed_by uuid,
  changed_at timestamptz not null default clock_timestamp(),
  -- Only what anyone may open counts in a public figure.
  counted boolean not null generated always as (stage in ('verified', 'imported') and visibility = 'public') stored
);
comment on table impact.standing is 'confidentiality: staff. Once verified, as its visibility says. Where each claim stands now.';
create unique index standing_duplicate on impact.standing (dedup_key) where stage in ('proposed', 'verified', 'imported');
create index standing_entries on impact.standing (kind, counted_on desc, claim_id desc) where counted;
create index standing_subject on impact.standing (subject_key, kind, counted_on) where counted;
create index standing_city on impact.standing (city_id, counted_on desc) where counted;
create index standing_recent on impact.standing (changed_at desc, claim_id);
create index standing_waiting on impact.standing (changed_at) where stage = 'proposed' or open_change is not null;

-- By how much a figure rises or falls, by year, by month and by day, so that a total as at any date is a sum of at most
-- a few dozen rows. `series` is the currency of money, else empty. Of all entries, `imported` were not verified by two people.
create table impact.figure_step (
  key text not null,
  version integer not null,
  series text not null,
  span text not null check (span in ('year', 'month', 'day')),
  starts date not null,
  delta bigint not null,
  entries bigint not null,
  imported bigint not null,
  primary key (span, starts, key, version, series),
  foreign key (key, version) references impact.definition (key, version)
);
comment on table impact.figure_step is 'confidentiality: public. Sums of the ledger by definition and time, kept with each act, recounted by doctor.';
create index figure_step_definition on impact.figure_step (key, version, span, starts);

-- One figure as at one day, from at most a few dozen of its rows.
create function impact.figure_as_at(of_key text, of_version integer, of_period text, of_series text, as_at date) returns bigint
  language sql stable parallel safe as $$
  select coalesce(sum(delta), 0)::bigint from impact.figure_step
  where key = of_key and version = of_version and series = of_series and (
    (span = 'year' and starts < date_trunc('year', as_at) and of_period = 'ever')
    or (span = 'month' and starts >= date_trunc('year', as_at) and starts < date_trunc('month', as_at))
    or (span = 'day' and starts >= date_trunc('month', as_at) and starts <= as_at))
$$;

-- The first day on which each subject counts under a definition of distinct subjects; year 0 for "ever".
create table impact.figure_subject (
  key text not null,
  version integer not null,
  year smallint not null,
  subject_key text not null,
  city_id uuid,
  first_day date not null,
  primary key (key, version, year, subject_key),
  foreign key (key, version) references impact.definition (key, version)
);
comment on table impact.figure_subject is 'confidentiality: public. Which subjects a figure counts, and since when.';
create index figure_subject_day on impact.figure_subject (key, version, year, first_day desc);

do $$
declare t text;
begin
  foreach t in array array['definition', 'claim', 'claim_change', 'claim_evidence', 'claim_decision',
    'standing', 'figure_step', 'figure_subject'] loop
    execute format('call platform.guard_table(%L)', 'impact.' || t);
    execute format('grant select, insert on impact.%I to mmc_worker', t);
    execute format('grant select on impact.%I to mmc_member', t);
    execute format('create policy worker_all on impact.%I to mmc_worker using (true) with check (true)', t);
  end loop;
  foreach t in array array['definition', 'figure_step', 'figure_subject'] loop
    execute format('grant select on impact.%I to mmc_public', t);
    execute format('create policy anyone_reads on impact.%I for select to mmc_public, mmc_member using (true)', t);
  end loop;
  foreach t in array array['claim', 'claim_change', 'claim_evidence', 'claim_decision', 'standing'] loop
    execute format('create policy secretariat_reads on impact.%I for select to mmc_member using ((select platform.actor_is_secretariat()))', t);
    execute format('grant insert on impact.%I to mmc_member', t);
  end loop;
  -- What is derived is kept by whoever acts.
  foreach t in array array['standing', 'figure_step', 'figure_subject'] loop
    execute format('grant insert, update on impact.%I to mmc_member', t);
    execute format('grant update on impact.%I to mmc_worker', t);
    execute format('create policy secretariat_keeps on impact.%I to mmc_member
      using ((select platform.actor_is_secretariat())) with check ((select platform.actor_is_secretariat()))', t);
  end loop;
end $$;
grant delete on impact.figure_subject to mmc_member, mmc_worker;
grant delete on impact.figure_step to mmc_worker;
-- Translations may be mended; English and the rule are bound by the hash.
grant update (title, counts, does_not_count, difference, place) on impact.definition to mmc_worker;

-- The public sees verified public claims, and who decided only as a capacity, never as a person.
grant select (id, kind, subject_kind, subject_id, subject_name, city_id, day, day_precision, amount_minor, currency, usd_minor, usd_source,
  count, count_unit, qualifier, objective, statement, statement_in, dedup_key, origin, record_kind, record_id, visibility, proposed_as,
  proposed_at, inferred, remark)
  on impact.claim to mmc_public;
grant select (id, claim_id, kind, reason, day, day_precision, amount_minor, currency, usd_minor, usd_source, count, count_unit, qualifier, statement,
  visibility, proposed_as, proposed_at) on impact.claim_change to mmc_public;
grant select (id, claim_id, change_id, outcome, reason, decided_as, decided_at, leaf_index) on impact.claim_decision to mmc_public;
grant select on impact.claim_evidence to mmc_public;
grant select (claim_id, kind, stage, version, visibility, subject_key, subject_name, city_id, day, day_precision, counted_on, amount_minor,
  currency, usd_minor, usd_source, count, count_unit, qualifier, objective, statement, statement_in, origin, changed_at, counted)
  on impact.standing to mmc_public;

create policy shown_to_all on impact.standing for select to mmc_public, mmc_member
  using (visibility = 'public' and stage in ('verified', 'imported', 'withdrawn'));
create policy shown_to_network on impact.standing for select to mmc_member
  using (visibility = 'network' and stage in ('verified', 'imported', 'withdrawn') and (select platform.actor_person()) is not null);
-- The rest is seen where its standing is seen; only the secretariat sees a standing that is not decided yet.
create policy shown_with_standing on impact.claim for select to mmc_public, mmc_member
  using (exists (select from impact.standing s where s.claim_id = claim.id));
create policy shown_with_standing on impact.claim_decision for select to mmc_public, mmc_member
  using (outcome <> 'refused' and exists (select from impact.standing s where s.claim_id = claim_decision.claim_id));
create policy shown_with_decision on impact.claim_change for select to mmc_public, mmc_member
  using (exists (select from impact.claim_decision d where d.change_id = claim_change.id and d.outcome = 'verified'));
create policy shown_with_claim on impact.claim_evidence for select to mmc_public, mmc_member
  using (case when change_id is null then exists (select from impact.standing s where s.claim_id = claim_evidence.claim_id)
    else exists (select from impact.claim_decision d where d.change_id = claim_evidence.change_id and d.outcome = 'verified') end);

create policy secretariat_proposes on impact.claim for insert to mmc_member
  with check ((select platform.actor_is_secretariat()) and proposed_by = (select platform.actor_person()) and origin = 'proposed');
create policy secretariat_proposes on impact.claim_change for insert to mmc_member
  with check ((select platform.actor_is_secretariat()) and proposed_by = (select platform.actor_person()));
create policy secretariat_adds on impact.claim_evidence for insert to mmc_member
  with check ((select platform.actor_is_secretariat()));
create policy secretariat_decides on impact.claim_decision for insert to mmc_member
  with check ((select platform.actor_is_secretariat()) and decided_by = (select platform.actor_person()));
