-- Windows as data: donors' restrictions, stages with their instants, criteria, budget categories, wording; opened, moved and closed by two people.
-- A window's public identity stays fund.funding_window; while it is being prepared only the secretariat sees it.

create function fund.actor_keeps() returns boolean language sql stable parallel safe
  return platform.actor_has('staff-fund', 'director');

alter table fund.funding_window add column shown boolean not null default true;
drop policy anyone_reads on fund.funding_window;
create policy shown_to_all on fund.funding_window for select to mmc_public using (shown);
create policy shown_or_secretariat on fund.funding_window for select to mmc_member
  using (shown or (select platform.actor_is_secretariat()));
grant insert (id, slug, name, theme, eligibility, ceiling_minor, currency, term_months, expected_at_least, expected_at_most, shown),
  update (slug, name, theme, eligibility, ceiling_minor, currency, term_months, expected_at_least, expected_at_most, announced, announced_precision, shown)
  on fund.funding_window to mmc_member;
create policy keepers_begin on fund.funding_window for insert to mmc_member
  with check ((select fund.actor_keeps()) and not shown and edition_hash is null);
create policy keepers_prepare on fund.funding_window for update to mmc_member
  using ((select fund.actor_keeps()) and not shown) with check ((select fund.actor_keeps()) and edition_hash is null);

-- What a window asks and gives. Frozen once it is open.
create table fund.window_terms (
  window_id uuid primary key references fund.funding_window (id),
  state text not null default 'preparing' check (state in ('preparing', 'open', 'closed')),
  is_example boolean not null default false,
  -- Currencies a budget may be in, the ceiling's first; languages a city may write in.
  currencies text[] not null default '{}' check (cardinality(currencies) <= 12),
  languages text[] not null default '{}' check (cardinality(languages) <= 12),
  -- Hundredths of a per cent.
  overhead_cap_basis_points integer check (overhead_cap_basis_points between 0 and 10000),
  allows_partial boolean not null default false,
  reviewers_wanted integer check (reviewers_wanted between 1 and 10),
  minutes_expected integer check (minutes_expected between 1 and 6000),
  -- Where the council enters its instants; readers see their own zone and UTC.
  time_zone text not null default 'UTC' check (time_zone <> ''),
  criteria jsonb not null default '[]' check (jsonb_typeof(criteria) = 'array'),
  budget_categories jsonb not null default '[]' check (jsonb_typeof(budget_categories) = 'array'),
  rules jsonb not null default '[]' check (jsonb_typeof(rules) = 'array'),
  wording jsonb not null default '{}' check (jsonb_typeof(wording) = 'object'),
  copied_from uuid references fund.funding_window (id),
  made_by uuid references people.person (id),
  made_at timestamptz not null default clock_timestamp(),
  opened_at timestamptz,
  closed_at timestamptz,
  version integer not null default 1,
  check ((state = 'preparing') = (opened_at is null)),
  check ((state = 'closed') = (closed_at is not null)),
  check (closed_at >= opened_at)
);
comment on table fund.window_terms is 'confidentiality: staff. What a window asks and gives; everybody''s once it is opened.';

create table fund.window_stage (
  window_id uuid not null references fund.window_terms (window_id),
  key text not null check (key in ('intake', 'concept-note', 'proposal')),
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  -- Of application-forms; a version never changes, so its title may stand here too.
  form_version_id uuid,
  form_title jsonb,
  primary key (window_id, key),
  check (opens_at < closes_at),
  check ((form_version_id is null) = (form_title is null))
);
comment on table fund.window_stage is 'confidentiality: staff. From when until just before when each stage takes answers; everybody''s once the window is opened.';

create table fund.window_donor (
  id uuid primary key,
  window_id uuid not null references fund.window_terms (window_id),
  organisation_id uuid,
  name jsonb not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- Restrictions; an empty list restricts nothing.
  countries text[] not null default '{}',
  income_groups text[] not null default '{}',
  -- The list by which income groups are read: a slug of city_registry.vintage.
  income_list text,
  regions text[] not null default '{}',
  themes text[] not null default '{}',
  spend_from date,
  spend_until date,
  overhead_cap_basis_points integer check (overhead_cap_basis_points between 0 and 10000),
  version integer not null default 1,
  check (cardinality(income_groups) = 0 or income_list is not null),
  check (spend_from <= spend_until)
);
comment on table fund.window_donor is 'confidentiality: staff. Who pays into a window, how much, and under which restrictions; everybody''s once the window is opened.';
create index window_donor_window on fund.window_donor (window_id);

-- Where a window calls a state of its process otherwise than the platform does.
create table fund.window_label (
  window_id uuid not null references fund.window_terms (window_id),
  state text not null check (state ~ '^[a-z-]+$'),
  audience text not null check (audience in ('staff', 'applicant')),
  label jsonb not null,
  primary key (window_id, state, audience)
);
comment on table fund.window_label is 'confidentiality: staff. A window''s own labels for states of its process; everybody''s once it is opened.';

-- Opening, moving a deadline, closing early: one proposes, another decides.
create table fund.window_change (
  id uuid primary key,
  window_id uuid not null references fund.window_terms (window_id),
  kind text not null check (kind in ('open', 'move', 'close')),
  stage text check (stage in ('intake', 'concept-note', 'proposal')),
  from_opens_at timestamptz,
  from_closes_at timestamptz,
  to_opens_at timestamptz,
  to_closes_at timestamptz,
  -- Of the terms, so that what is approved is what was read.
  terms_version integer not null,
  reason jsonb not null,
  proposed_by uuid not null references people.person (id),
  proposed_at timestamptz not null default clock_timestamp(),
  decision text check (decision in ('approved', 'refused', 'withdrawn')),
  decided_by uuid references people.person (id),
  decided_at timestamptz,
  decided_why text,
  leaf_index bigint,
  constraint decided_whole check (num_nonnulls(decision, decided_by, decided_at) in (0, 3)),
  constraint two_people check (decision is null or (decision = 'withdrawn') = (decided_by = proposed_by)),
  constraint move_says_instants check ((kind = 'move') = (num_nonnulls(stage, from_opens_at, from_closes_at, to_opens_at, to_closes_at) = 5)),
  check (to_opens_at < to_closes_at)
);
comment on table fund.window_change is 'confidentiality: staff. What was proposed to be opened, moved or closed, and what another decided; everybody''s once approved, without names.';
create index window_change_window on fund.window_change (window_id, proposed_at);
create unique index window_change_waiting on fund.window_change (window_id, kind, stage) nulls not distinct where decision is null;

-- One answer for all, in the five languages.
create table fund.window_answer (
  id uuid primary key,
  window_id uuid not null references fund.window_terms (window_id),
  question jsonb not null,
  answer jsonb not null,
  answered_by uuid references people.person (id),
  answered_at timestamptz not null default clock_timestamp(),
  corrects uuid unique references fund.window_answer (id)
);
comment on table fund.window_answer is 'confidentiality: staff. Questions answered once for all cities; everybody''s where the window is shown.';
create index window_answer_window on fund.window_answer (window_id, answered_at);

create table fund.window_question (
  id uuid primary key,
  window_id uuid not null references fund.window_terms (window_id),
  asked text not null check (length(asked) between 1 and 1500),
  language text not null check (language in ('en', 'fr', 'es', 'pt', 'ar')),
  city text check (length(city) <= 200),
  email text check (length(email) <= 254),
  asked_at timestamptz not null default clock_timestamp(),
  answer_id uuid references fund.window_answer (id),
  set_aside_why text check (length(set_aside_why) between 1 and 500),
  settled_by uuid references people.person (id),
  check (num_nonnulls(answer_id, set_aside_why) <= 1)
);
comment on table fund.window_question is 'confidentiality: restricted. What somebody asked about a window, with whom to tell when it is answered.';
create index window_question_waiting on fund.window_question (window_id, asked_at) where answer_id is null and set_aside_why is null;

-- What staff found of a city under a window's rules. Only added to but for the second person's word.
create table fund.screening (
  id uuid primary key,
  window_id uuid not null references fund.window_terms (window_id),
  city_id uuid not null references city_registry.city (id),
  computed text not null check (computed in ('eligible', 'not-eligible', 'needs-a-look')),
  findings jsonb not null,
  outcome text not null check (outcome in ('eligible', 'not-eligible')),
  -- Against the rules: a second person must agree.
  is_override boolean not null generated always as (computed <> 'needs-a-look' and computed <> outcome) stored,
  reason text check (length(reason) between 1 and 2000),
  proposed_by uuid not null references people.person (id),
  proposed_at timestamptz not null default clock_timestamp(),
  decision text check (decision in ('stands', 'refused')),
  decided_by uuid references people.person (id),
  decided_at timestamptz,
  check (num_nonnulls(decision, decided_by, decided_at) in (0, 3)),
  constraint override_by_two check (decision is null or computed = outcome or computed = 'needs-a-look' or decided_by <> proposed_by),
  constraint override_has_reason check (computed = outcome or reason is not null)
);
comment on table fund.screening is 'confidentiality: city. Whether a city may go on in a window, as staff confirmed or overrode the rules, with reason.';
create index screening_city on fund.screening (window_id, city_id, proposed_at desc);
create unique index screening_waiting on fund.screening (window_id, city_id) where decision is null;

do $$
declare name text;
begin
  foreach name in array array['window_terms', 'window_stage', 'window_donor', 'window_label', 'window_change', 'window_answer', 'window_question', 'screening'] loop
    execute format('call platform.guard_table(%L)', 'fund.' || name);
    execute format('grant select, insert, update, delete on fund.%I to mmc_worker', name);
    execute format('create policy worker_all on fund.%I to mmc_worker using (true) with check (true)', name);
  end loop;
  -- Everybody's once the window is shown; the secretariat's before.
  foreach name in array array['window_terms', 'window_stage', 'window_donor', 'window_label', 'window_answer'] loop
    execute format('create policy shown_to_all on fund.%I for select to mmc_public, mmc_member
      using (exists (select 1 from fund.funding_window w where w.id = window_id and w.shown))', name);
    execute format('create policy secretariat_reads on fund.%I for select to mmc_member
      using ((select platform.actor_is_secretariat()))', name);
    execute format('grant select, insert on fund.%I to mmc_member', name);
    execute format('create policy keepers_add on fund.%I for insert to mmc_member with check ((select fund.actor_keeps()))', name);
  end loop;
  foreach name in array array['window_terms', 'window_stage', 'window_donor', 'window_label'] loop
    execute format('create policy keepers_change on fund.%I for update to mmc_member
      using ((select fund.actor_keeps())) with check ((select fund.actor_keeps()))', name);
  end loop;
  foreach name in array array['window_stage', 'window_donor', 'window_label'] loop
    execute format('create policy keepers_remove on fund.%I for delete to mmc_member using ((select fund.actor_keeps()))', name);
    execute format('grant delete on fund.%I to mmc_member', name);
    execute format('grant select on fund.%I to mmc_public', name);
  end loop;
end $$;

grant select (window_id, state, is_example, currencies, languages, overhead_cap_basis_points, allows_partial, reviewers_wanted, minutes_expected,
  time_zone, criteria, budget_categories, rules, wording, opened_at, closed_at, version) on fund.window_terms to mmc_public;
grant select (id, window_id, question, answer, answered_at, corrects) on fund.window_answer to mmc_public;
grant update (state, currencies, languages, overhead_cap_basis_points, allows_partial, reviewers_wanted, minutes_expected, time_zone, criteria,
  budget_categories, rules, wording, opened_at, closed_at, version) on fund.window_terms to mmc_member;
grant update (opens_at, closes_at, form_version_id, form_title) on fund.window_stage to mmc_member;
grant update (organisation_id, name, amount_minor, currency, countries, income_groups, income_list, regions, themes, spend_from, spend_until,
  overhead_cap_basis_points, version) on fund.window_donor to mmc_member;
grant update (label) on fund.window_label to mmc_member;

grant select (id, window_id, kind, stage, from_opens_at, from_closes_at, to_opens_at, to_closes_at, reason, decision, decided_at, leaf_index)
  on fund.window_change to mmc_public;
grant select on fund.window_change to mmc_member;
grant insert (id, window_id, kind, stage, from_opens_at, from_closes_at, to_opens_at, to_closes_at, terms_version, reason, proposed_by),
  update (decision, decided_by, decided_at, decided_why, leaf_index) on fund.window_change to mmc_member;
create policy approved_to_all on fund.window_change for select to mmc_public
  using (decision = 'approved' and exists (select 1 from fund.funding_window w where w.id = window_id and w.shown));
create policy secretariat_reads on fund.window_change for select to mmc_member using ((select platform.actor_is_secretariat()));
create policy keepers_propose on fund.window_change for insert to mmc_member
  with check ((select fund.actor_keeps()) and proposed_by = (select platform.actor_person()) and decision is null);
create policy keepers_decide on fund.window_change for update to mmc_member
  using ((select fund.actor_keeps())) with check ((select fund.actor_keeps()) and decided_by = (select platform.actor_person()));

grant select, insert (id, window_id, asked, language, city, email), update (answer_id, set_aside_why, settled_by, email) on fund.window_question to mmc_member;
create policy secretariat_reads on fund.window_question for select to mmc_member using ((select fund.actor_keeps()));
create policy anyone_asks on fund.window_question for insert to mmc_member
  with check (answer_id is null and set_aside_why is null and exists (select 1 from fund.funding_window w where w.id = window_id and w.shown));
create policy keepers_settle on fund.window_question for update to mmc_member
  using ((select fund.actor_keeps())) with check (settled_by = (select platform.actor_person()));

grant select, insert (id, window_id, city_id, computed, findings, outcome, reason, proposed_by, decision, decided_by, decided_at),
  update (decision, decided_by, decided_at) on fund.screening to mmc_member;
create policy staff_or_own_city on fund.screening for select to mmc_member
  using ((select platform.actor_is_secretariat()) or (decision = 'stands' and city_id = any ((select platform.actor_cities())::uuid[])));
create policy keepers_screen on fund.screening for insert to mmc_member
  with check ((select fund.actor_keeps()) and proposed_by = (select platform.actor_person())
    and (decided_by is null or decided_by = (select platform.actor_person())));
create policy keepers_decide on fund.screening for update to mmc_member
  using ((select fund.actor_keeps()) and decision is null) with check (decided_by = (select platform.actor_person()));

-- The third wall: whatever the web says, what is open changes only as an approved change says.
create function fund.only_as_approved() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_table_name = 'funding_window' then
    if new.shown and not exists (select 1 from fund.window_change c where c.window_id = new.id and c.kind = 'open' and c.decision = 'approved') then
      raise exception 'a window is shown once two people opened it' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if tg_table_name = 'window_terms' then
    if old.state = 'preparing' and new.state = 'preparing' then
      return new;
    end if;
    if old.state = 'preparing' and new.state = 'open'
      and not exists (select 1 from fund.window_change c where c.window_id = new.window_id and c.kind = 'open' and c.decision = 'approved'
        and c.terms_version = old.version) then
      raise exception 'two people open a window, as it was read' using errcode = 'check_violation';
    end if;
    if old.state = 'preparing' and new.state = 'closed' or old.state <> 'preparing' and new.state = 'preparing' or old.state = 'closed' then
      raise exception 'a window is prepared, then open, then closed' using errcode = 'check_violation';
    end if;
    if new.state = 'closed' and exists (select 1 from fund.window_stage s where s.window_id = new.window_id and s.closes_at > clock_timestamp())
      and not exists (select 1 from fund.window_change c where c.window_id = new.window_id and c.kind = 'close' and c.decision = 'approved') then
      raise exception 'two people close a window before its time' using errcode = 'check_violation';
    end if;
    if (new.currencies, new.languages, new.overhead_cap_basis_points, new.allows_partial, new.reviewers_wanted, new.minutes_expected, new.criteria,
        new.budget_categories, new.rules, new.wording, new.time_zone)
      is distinct from (old.currencies, old.languages, old.overhead_cap_basis_points, old.allows_partial, old.reviewers_wanted, old.minutes_expected,
        old.criteria, old.budget_categories, old.rules, old.wording, old.time_zone) then
      raise exception 'the terms of an open window stay as they are' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  -- A stage.
  if (select t.state from fund.window_terms t where t.window_id = coalesce(new.window_id, old.window_id)) = 'preparing' then
    return coalesce(new, old);
  end if;
  if tg_op <> 'UPDATE' or (new.form_version_id, new.form_title) is distinct from (old.form_version_id, old.form_title)
    or not exists (select 1 from fund.window_change c where c.window_id = new.window_id and c.kind = 'move' and c.decision = 'approved'
      and c.stage = new.key and c.from_opens_at = old.opens_at and c.from_closes_at = old.closes_at
      and c.to_opens_at = new.opens_at and c.to_closes_at = new.closes_at) then
    raise exception 'two people move a deadline' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger only_as_approved before update of shown on fund.funding_window
  for each row when (new.shown and not old.shown) execute function fund.only_as_approved();
create trigger only_as_approved before update on fund.window_terms for each row execute function fund.only_as_approved();
create trigger only_as_approved before insert or update or delete on fund.window_stage for each row execute function fund.only_as_approved();

-- The door for what is submitted. The stage stays locked until the caller's transaction ends, so that whoever moves the deadline
-- waits for submissions under way, and they for the mover; then the database's clock decides, the same for all.
create function fund.stage_is_open(of_window uuid, of_stage text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  terms_state text;
  opens timestamptz;
  closes timestamptz;
begin
  select t.state into terms_state from fund.window_terms t where t.window_id = of_window for share;
  select s.opens_at, s.closes_at into opens, closes from fund.window_stage s where s.window_id = of_window and s.key = of_stage for share;
  return coalesce(terms_state = 'open' and clock_timestamp() >= opens and clock_timestamp() < closes, false);
end $$;
revoke all on function fund.stage_is_open(uuid, text) from public;
grant execute on function fund.stage_is_open(uuid, text) to mmc_member, mmc_worker;

-- How many questions a window was asked within the hour: strangers may ask, but not without end, and may not read what others asked.
create function fund.questions_lately(of_window uuid) returns integer language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::int from fund.window_question q where q.window_id = of_window and q.asked_at > clock_timestamp() - interval '1 hour'
$$;
revoke all on function fund.questions_lately(uuid) from public;
grant execute on function fund.questions_lately(uuid) to mmc_member, mmc_worker;
