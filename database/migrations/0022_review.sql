-- How applications are reviewed: by whom, with conflicts declared and computed, scores hidden until one's own is filed, discussion, feedback to every city.
-- A person in conflict with an application sees nothing that depends on its review: no row, so no count and no average either.

create schema review;
comment on schema review is 'How applications are reviewed';
grant usage on schema review to mmc_public, mmc_member, mmc_worker, mmc_verify;

create table review.reviewer (
  person_id uuid primary key references people.person,
  languages text[] not null check (cardinality(languages) between 1 and 5 and languages <@ array['en', 'fr', 'es', 'pt', 'ar']),
  expertise text[] not null default '{}' check (cardinality(expertise) <= 12),
  -- Where they work: a partner's applications are not theirs to judge.
  organisation_id uuid references people.organisation,
  -- Countries they are of or work for (ISO 3166-1 alpha-2).
  countries text[] not null default '{}' check (cardinality(countries) <= 10),
  most_reviews integer not null default 12 check (most_reviews between 1 and 200),
  resting boolean not null default false,
  version integer not null default 1,
  said_by uuid not null references people.person,
  said_at timestamptz not null default clock_timestamp()
);
comment on table review.reviewer is 'confidentiality: staff. Who reviews, in which languages and fields, how much, and where they work.';

create table review.round (
  id uuid primary key,
  window_id uuid not null references fund.funding_window (id),
  stage text not null check (stage in ('intake', 'concept-note', 'proposal')),
  reviews_wanted integer not null check (reviews_wanted between 1 and 9),
  due_on date not null,
  -- Question keys that reviewers do not see, and whether they are told which city it is.
  hidden_questions text[] not null default '{}',
  hides_city boolean not null default false,
  state text not null default 'assigning' check (state in ('assigning', 'scoring', 'discussing', 'closed')),
  version integer not null default 1,
  opened_by uuid not null references people.person,
  opened_at timestamptz not null default clock_timestamp(),
  closed_at timestamptz,
  unique (window_id, stage)
);
comment on table review.round is 'confidentiality: staff. One review of the applications of a window at one stage.';

-- Only added to, and lifted by somebody else with a reason.
create table review.conflict (
  id uuid primary key,
  person_id uuid not null references people.person,
  application_id uuid not null references applications.application,
  origin text not null check (origin in ('declared', 'computed')),
  ground text not null check (ground in ('own-city', 'own-country', 'employer', 'takes-part', 'peer', 'family-or-friend', 'money', 'other')),
  detail text not null default '' check (length(detail) <= 1000),
  recorded_by uuid references people.person,
  recorded_at timestamptz not null default clock_timestamp(),
  lifted_by uuid references people.person,
  lifted_why text check (length(lifted_why) between 1 and 1000),
  lifted_at timestamptz,
  constraint nobody_lifts_their_own check (lifted_by is distinct from person_id),
  constraint lifted_says_why check (num_nonnulls(lifted_by, lifted_why, lifted_at) in (0, 3))
);
comment on table review.conflict is 'confidentiality: restricted. Why a person may not judge an application: said by them, or found in the registry.';
create unique index conflict_once on review.conflict (person_id, application_id, ground) where lifted_at is null;
create index conflict_application on review.conflict (application_id) where lifted_at is null;

create table review.assignment (
  id uuid primary key,
  round_id uuid not null references review.round,
  application_id uuid not null references applications.application,
  person_id uuid not null references people.person,
  state text not null default 'assigned' check (state in ('assigned', 'declined', 'abstained', 'filed', 'taken-back')),
  why text check (length(why) between 1 and 1000),
  recommendation text check (recommendation in ('fund', 'maybe', 'not-fund')),
  -- Whole hundredths of a point, by the window's weights; set when filed.
  points integer check (points between 0 and 10000),
  to_city text not null default '' check (length(to_city) <= 6000),
  to_council text not null default '' check (length(to_council) <= 6000),
  version integer not null default 1,
  assigned_by uuid references people.person,
  assigned_at timestamptz not null default clock_timestamp(),
  settled_at timestamptz,
  unique (round_id, application_id, person_id),
  constraint filed_is_whole check (state <> 'filed' or (recommendation is not null and points is not null and settled_at is not null)),
  constraint a_no_has_its_reason check (state not in ('declined', 'abstained') or why is not null)
);
comment on table review.assignment is 'confidentiality: restricted. Who reviews which application, and what came of it. Hidden from others until their own is filed.';
create index assignment_person on review.assignment (person_id) where state = 'assigned';
create index assignment_application on review.assignment (application_id);

create table review.score (
  assignment_id uuid not null references review.assignment,
  criterion_key text not null check (length(criterion_key) between 1 and 120),
  -- Critical criteria are met or not (1, 0); additional ones are scored 0 to 5. Null: cannot judge.
  score smallint check (score between 0 and 5),
  reason text not null default '' check (length(reason) <= 4000),
  saved_at timestamptz not null default clock_timestamp(),
  primary key (assignment_id, criterion_key)
);
comment on table review.score is 'confidentiality: restricted. Scores by criterion with their reasons.';

-- What a score was before the discussion, and why it moved. Only added to.
create table review.score_change (
  id uuid primary key,
  assignment_id uuid not null references review.assignment,
  criterion_key text not null,
  was smallint,
  becomes smallint,
  why text not null check (length(why) between 1 and 2000),
  at timestamptz not null default clock_timestamp()
);
comment on table review.score_change is 'confidentiality: restricted. Scores changed in discussion: what they were, what they became, why.';
create index score_change_assignment on review.score_change (assignment_id);

create table review.remark (
  id uuid primary key,
  round_id uuid not null references review.round,
  application_id uuid not null references applications.application,
  person_id uuid not null references people.person,
  text text not null check (length(text) between 1 and 4000),
  at timestamptz not null default clock_timestamp()
);
comment on table review.remark is 'confidentiality: restricted. The discussion of an application, once all who take part have filed.';
create index remark_application on review.remark (application_id, at);

create table review.feedback (
  id uuid primary key,
  round_id uuid not null references review.round,
  application_id uuid not null references applications.application,
  city_id uuid not null references city_registry.city (id),
  language text not null check (language in ('en', 'fr', 'es', 'pt', 'ar')),
  -- By criterion: {"key": {"strong": …, "weak": …}}, and what to do next.
  by_criterion jsonb not null default '{}',
  summary text not null default '' check (length(summary) <= 6000),
  next_steps text not null default '' check (length(next_steps) <= 6000),
  state text not null default 'draft' check (state in ('draft', 'reviewed', 'sent')),
  version integer not null default 1,
  drafted_by uuid not null references people.person,
  reviewed_by uuid references people.person,
  reviewed_at timestamptz,
  sent_at timestamptz,
  unique (round_id, application_id),
  constraint read_by_another check (reviewed_by is distinct from drafted_by),
  constraint reviewed_says_who check ((state = 'draft') = (reviewed_by is null)),
  constraint sent_says_when check ((state = 'sent') = (sent_at is not null))
);
comment on table review.feedback is 'confidentiality: city. What a city is told of its application; it sees it once sent.';

-- Conflicts of the reader, whatever their role.
create function review.actor_conflicts() returns setof uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.application_id from review.conflict c where c.person_id = platform.actor_person() and c.lifted_at is null
$$;
-- Rounds are run by the fund's staff and the director.
create function review.actor_runs() returns boolean language sql stable parallel safe
  return platform.actor_has('staff-fund', 'director');
-- Applications given to the reader to review, without those in conflict.
create function review.actor_reviews() returns setof uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.application_id from review.assignment a where a.person_id = platform.actor_person() and a.state in ('assigned', 'filed')
    and a.application_id not in (select review.actor_conflicts())
$$;
-- Applications whose reviews of others the reader may see: own filed (or none given), no conflict.
create function review.actor_open() returns setof uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.id from applications.application a where a.id not in (select review.actor_conflicts())
    and not exists (select from review.assignment m where m.application_id = a.id and m.person_id = platform.actor_person() and m.state = 'assigned')
    and (platform.actor_has('staff-fund', 'director')
      or exists (select from review.assignment m where m.application_id = a.id and m.person_id = platform.actor_person() and m.state = 'filed'))
$$;

do $$
declare f regprocedure; t text;
begin
  foreach t in array array['reviewer', 'round', 'conflict', 'assignment', 'score', 'score_change', 'remark', 'feedback'] loop
    execute format('call platform.guard_table(%L)', 'review.' || t);
    execute format('grant select, insert, update on review.%I to mmc_worker', t);
    execute format('create policy worker_all on review.%I to mmc_worker using (true) with check (true)', t);
    execute format('grant select, insert on review.%I to mmc_member', t);
  end loop;
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'review' loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to mmc_member, mmc_worker', f);
  end loop;
end $$;
revoke update on review.score_change, review.remark from mmc_worker;

grant update (languages, expertise, organisation_id, countries, most_reviews, resting, version, said_by, said_at) on review.reviewer to mmc_member;
create policy runners_and_self on review.reviewer to mmc_member
  using ((select review.actor_runs()) or person_id = (select platform.actor_person()))
  with check ((select review.actor_runs()) or person_id = (select platform.actor_person()));

grant update (state, version, closed_at, due_on) on review.round to mmc_member;
create policy reads on review.round for select to mmc_member using ((select review.actor_runs())
  or exists (select from review.assignment a where a.round_id = round.id and a.person_id = (select platform.actor_person())));
create policy runners_open on review.round for insert to mmc_member with check ((select review.actor_runs()) and opened_by = (select platform.actor_person()));
create policy runners_move on review.round for update to mmc_member using ((select review.actor_runs()));

grant update (lifted_by, lifted_why, lifted_at) on review.conflict to mmc_member;
create policy reads on review.conflict for select to mmc_member
  using (person_id = (select platform.actor_person()) or (select review.actor_runs()));
create policy declared on review.conflict for insert to mmc_member
  with check ((person_id = (select platform.actor_person()) and origin = 'declared') or (select review.actor_runs()));
create policy director_lifts on review.conflict for update to mmc_member
  using ((select platform.actor_has('director'))) with check (lifted_by = (select platform.actor_person()));

-- One's own assignment; another's only once one's own is filed. Who runs the round sees who has which, without conflict.
grant update (state, why, recommendation, points, to_city, to_council, version, settled_at) on review.assignment to mmc_member;
create policy reads on review.assignment for select to mmc_member
  using ((person_id = (select platform.actor_person()) and application_id not in (select review.actor_conflicts()))
    or application_id in (select review.actor_open()));
create policy runners_assign on review.assignment for insert to mmc_member
  with check ((select review.actor_runs()) and application_id not in (select review.actor_conflicts()) and state = 'assigned'
    and not exists (select from review.conflict c where c.person_id = assignment.person_id and c.application_id = assignment.application_id and c.lifted_at is null));
create policy own_is_written on review.assignment for update to mmc_member
  using ((person_id = (select platform.actor_person()) and application_id not in (select review.actor_conflicts()))
    or ((select review.actor_runs()) and application_id in (select review.actor_open())));

grant update (score, reason, saved_at) on review.score to mmc_member;
create policy reads on review.score for select to mmc_member using (exists (select from review.assignment a where a.id = assignment_id
  and (a.person_id = (select platform.actor_person()) or a.state = 'filed')));
create policy own_is_written on review.score for insert to mmc_member with check (exists (select from review.assignment a
  where a.id = assignment_id and a.person_id = (select platform.actor_person()) and a.state in ('assigned', 'filed')));
create policy own_is_changed on review.score for update to mmc_member using (exists (select from review.assignment a
  where a.id = assignment_id and a.person_id = (select platform.actor_person()) and a.state in ('assigned', 'filed')));
create policy reads on review.score_change for select to mmc_member using (exists (select from review.assignment a where a.id = assignment_id));
create policy own_is_told on review.score_change for insert to mmc_member with check (exists (select from review.assignment a
  where a.id = assignment_id and a.person_id = (select platform.actor_person()) and a.state = 'filed'));

create policy reads on review.remark for select to mmc_member using (application_id in (select review.actor_open()));
create policy takes_part on review.remark for insert to mmc_member
  with check (person_id = (select platform.actor_person()) and application_id in (select review.actor_open()));

grant update (by_criterion, summary, next_steps, state, version, drafted_by, reviewed_by, reviewed_at, sent_at) on review.feedback to mmc_member;
create policy reads on review.feedback for select to mmc_member using (
  ((select review.actor_runs()) and application_id in (select review.actor_open()))
  or (state = 'sent' and city_id = any ((select platform.actor_cities())::uuid[])));
create policy runners_write on review.feedback for insert to mmc_member
  with check ((select review.actor_runs()) and application_id in (select review.actor_open()));
create policy runners_change on review.feedback for update to mmc_member
  using ((select review.actor_runs()) and application_id in (select review.actor_open()) and state <> 'sent')
  with check ((select review.actor_runs()));

-- What a reviewer is given to read: the application and what was submitted of it.
create policy reviewers_read on applications.application for select to mmc_member using (id in (select review.actor_reviews()));
create policy reviewers_read on applications.commitment for select to mmc_member using (application_id in (select review.actor_reviews()));
