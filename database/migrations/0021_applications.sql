-- One application of a city government to a window: its people, answers, attachments, commitments and receipts.
-- Answers are only ever added, version by version; what was submitted is a snapshot of its own.

create schema applications;
comment on schema applications is 'Applications of city governments';
grant usage on schema applications to mmc_public, mmc_member, mmc_worker, mmc_verify;

create table applications.application (
  id uuid primary key,
  window_id uuid not null,
  city_id uuid not null references city_registry.city (id),
  -- Of the fund's process.
  state text not null check (state ~ '^[a-z]+(-[a-z]+)*$'),
  state_since timestamptz not null default clock_timestamp(),
  stage text not null check (stage in ('intake', 'concept-note', 'proposal')),
  language text not null check (language in ('en', 'fr', 'es', 'pt', 'ar')),
  started_by uuid not null references people.person,
  started_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  constraint one_per_city_and_window unique (window_id, city_id)
);
comment on table applications.application is 'confidentiality: city. What a city government asks of a window of the fund: one each.';
create index application_city on applications.application (city_id);
create index application_state on applications.application (window_id, state);

create table applications.part (
  id uuid primary key,
  application_id uuid not null references applications.application,
  stage text not null check (stage in ('intake', 'concept-note', 'proposal')),
  form_version_id uuid not null,
  status text not null default 'open' check (status in ('open', 'committed')),
  opened_at timestamptz not null default clock_timestamp(),
  -- How far it is, so that the fund sees progress without reading a draft.
  answered integer not null default 0,
  asked integer not null default 0,
  saved_at timestamptz,
  saved_by text,
  constraint one_part_per_stage unique (application_id, stage)
);
comment on table applications.part is 'confidentiality: city. What a city answers at one stage, and how far it is.';

create table applications.participant (
  id uuid primary key,
  application_id uuid not null references applications.application,
  person_id uuid not null references people.person,
  role text not null check (role in ('lead', 'contributor', 'certifier')),
  name text not null check (name <> ''),
  added_by uuid references people.person,
  added_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  ended_why text check (ended_why in ('left', 'removed', 'other-role', 'mandate-ended')),
  constraint ended_says_why check ((ended_at is null) = (ended_why is null))
);
comment on table applications.participant is 'confidentiality: city. Who works on an application, as what, from when to when.';
-- One person, one role: so the lead is never the certifier.
create unique index one_role_each on applications.participant (application_id, person_id) where ended_at is null;
create unique index one_lead on applications.participant (application_id) where role = 'lead' and ended_at is null;
create index participant_person on applications.participant (person_id) where ended_at is null;

create table applications.invitation (
  id uuid primary key,
  application_id uuid not null references applications.application,
  name text not null check (length(name) between 1 and 200),
  email text not null check (email = lower(email) and length(email) <= 254),
  language text not null check (language in ('en', 'fr', 'es', 'pt', 'ar')),
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  invited_by uuid not null references people.person,
  invited_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  constraint invitation_ends check (expires_at <= invited_at + interval '1 year')
);
comment on table applications.invitation is 'confidentiality: restricted. Colleagues asked by mail to help fill in: their link opens the draft and never submits it.';
create index invitation_application on applications.invitation (application_id);

-- Only added to: the highest version is what is said now. `value` is null where an answer was taken away.
create table applications.answer (
  part_id uuid not null references applications.part,
  question_key text not null check (length(question_key) between 1 and 120),
  version integer not null check (version > 0),
  application_id uuid not null references applications.application,
  form_version_id uuid not null,
  value jsonb,
  origin text not null check (origin in ('typed', 'known', 'carried', 'returned')),
  -- Where a known fact came from and of which day it is.
  source jsonb,
  person_id uuid references people.person,
  invitation_id uuid references applications.invitation,
  by_name text not null check (by_name <> ''),
  at timestamptz not null default clock_timestamp(),
  primary key (part_id, question_key, version),
  constraint answer_is_bounded check (octet_length(value::text) <= 2000000)
);
comment on table applications.answer is 'confidentiality: city. Each answer in each version: who wrote it, when, under which version of the form.';
create index answer_application on applications.answer (application_id);

create table applications.sign_off (
  id uuid primary key,
  application_id uuid not null references applications.application,
  part_id uuid not null references applications.part,
  kind text not null check (kind in ('asked', 'signed', 'sent-back')),
  -- Of the answers as they stood: other answers want another sign-off.
  answers_hash text not null check (answers_hash ~ '^[0-9a-f]{64}$'),
  reason text,
  person_id uuid not null references people.person,
  by_name text not null,
  at timestamptz not null default clock_timestamp(),
  constraint sent_back_says_why check (kind <> 'sent-back' or length(reason) > 0)
);
comment on table applications.sign_off is 'confidentiality: city. The lead asks the certifier, who signs off or sends back with a reason. Only added to.';
create index sign_off_part on applications.sign_off (part_id, at desc);

create table applications.attachment (
  id uuid primary key,
  application_id uuid not null references applications.application,
  part_id uuid not null references applications.part,
  question_key text not null,
  name text not null check (length(name) between 1 and 200),
  bytes bigint not null check (bytes > 0),
  -- As the sender's device worked it out; without a script it is known when all has come.
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  kind text check (kind in ('pdf', 'png', 'jpg', 'webp', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'txt')),
  state text not null check (state in ('arriving', 'kept', 'refused')),
  by_name text not null,
  begun_at timestamptz not null default clock_timestamp(),
  kept_at timestamptz,
  constraint kept_is_known check (state <> 'kept' or (sha256 is not null and kind is not null and kept_at is not null))
);
comment on table applications.attachment is 'confidentiality: city. Files of an application, arriving or kept; the bytes are in the file store.';
create index attachment_part on applications.attachment (part_id);
create index attachment_application on applications.attachment (application_id);

create table applications.commitment (
  -- Also names the salt in the public log.
  id uuid primary key,
  application_id uuid not null references applications.application,
  part_id uuid not null references applications.part,
  window_id uuid not null,
  city_id uuid not null references city_registry.city (id),
  stage text not null,
  form_version_id uuid not null,
  language text not null,
  answers jsonb not null,
  -- The exact text hashed and committed to.
  manifest text not null check (length(manifest) between 2 and 20000),
  manifest_sha256 text not null check (manifest_sha256 = encode(sha256(convert_to(manifest, 'UTF8')), 'hex')),
  commitment text not null,
  leaf_index bigint not null unique,
  committed_at timestamptz not null,
  person_id uuid not null references people.person,
  by_name text not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid references people.person,
  withdrawn_why text,
  constraint withdrawn_whole check ((withdrawn_at is null) = (withdrawn_by is null))
);
comment on table applications.commitment is 'confidentiality: city. What was submitted, word for word, with its hash in the public log.';
create unique index submitted_once on applications.commitment (part_id) where withdrawn_at is null;
create index commitment_window on applications.commitment (window_id, stage, committed_at);
create index commitment_application on applications.commitment (application_id);

create table applications.returned_form (
  id uuid primary key,
  application_id uuid not null references applications.application,
  part_id uuid not null references applications.part,
  name text not null,
  answers jsonb not null,
  by_name text not null,
  at timestamptz not null default clock_timestamp(),
  settled_at timestamptz
);
comment on table applications.returned_form is 'confidentiality: city. What came back from a form filled in offline, until each difference is settled.';
create index returned_form_part on applications.returned_form (part_id);

create table applications.state_move (
  id uuid primary key,
  application_id uuid not null references applications.application,
  from_state text,
  to_state text not null,
  person_id uuid references people.person,
  by_name text not null,
  why text,
  at timestamptz not null default clock_timestamp()
);
comment on table applications.state_move is 'confidentiality: city. Every move of an application along the fund''s process. Only added to.';
create index state_move_application on applications.state_move (application_id, at);

-- Moves that need two people: one proposes, another confirms.
create table applications.move_proposal (
  id uuid primary key,
  application_id uuid not null references applications.application,
  move text not null check (move ~ '^[a-z]+(-[a-z]+)*$'),
  why text,
  proposed_by uuid not null references people.person,
  by_name text not null,
  proposed_at timestamptz not null default clock_timestamp(),
  settled_by uuid references people.person,
  settled_at timestamptz,
  outcome text check (outcome in ('confirmed', 'refused', 'withdrawn')),
  constraint settled_whole check (num_nonnulls(settled_by, settled_at, outcome) in (0, 3)),
  constraint two_people check (outcome is distinct from 'confirmed' or settled_by <> proposed_by)
);
comment on table applications.move_proposal is 'confidentiality: staff. A move one of the fund''s staff proposed, and what another said to it.';
create unique index one_proposal_waits on applications.move_proposal (application_id) where settled_at is null;

create table applications.extension_request (
  id uuid primary key,
  application_id uuid not null references applications.application,
  stage text not null,
  reason text not null check (length(reason) between 1 and 4000),
  person_id uuid not null references people.person,
  by_name text not null,
  asked_at timestamptz not null default clock_timestamp(),
  answer text check (length(answer) between 1 and 4000),
  answered_by uuid references people.person,
  answered_at timestamptz,
  constraint answered_whole check ((answer is null) = (answered_at is null))
);
comment on table applications.extension_request is 'confidentiality: city. Cities that need more time, and what they were told: a deadline moves for all or for none.';
create index extension_request_application on applications.extension_request (application_id);

-- A sum over a window, of at least five cities: it says nothing of any of them.
create table applications.burden (
  window_id uuid not null,
  stage text not null,
  applications integer not null check (applications >= 5),
  median_minutes integer not null,
  lower_minutes integer not null,
  upper_minutes integer not null,
  counted_at timestamptz not null default clock_timestamp(),
  primary key (window_id, stage),
  constraint in_order check (0 <= lower_minutes and lower_minutes <= median_minutes and median_minutes <= upper_minutes)
);
comment on table applications.burden is 'confidentiality: public. Minutes that applications took, by window and stage: median and quartiles.';

do $$
declare t text;
begin
  foreach t in array array['application', 'part', 'participant', 'invitation', 'answer', 'sign_off', 'attachment', 'commitment', 'returned_form',
    'state_move', 'move_proposal', 'extension_request', 'burden']
  loop
    execute format('call platform.guard_table(%L)', 'applications.' || t);
    execute format('grant select, insert, update on applications.%I to mmc_worker', t);
    execute format('create policy worker_all on applications.%I to mmc_worker using (true) with check (true)', t);
  end loop;
end $$;
revoke update on applications.answer, applications.sign_off, applications.state_move from mmc_worker;
grant select on applications.burden to mmc_public, mmc_member;
create policy public_reads on applications.burden for select to mmc_public, mmc_member using (true);

-- The application whose invitation this transaction follows: its hash is told like the actor is.
create function applications.followed() returns applications.invitation
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i from applications.invitation i
  where i.token_hash = decode(nullif(current_setting('mmc.application_link', true), ''), 'hex')
    and i.revoked_at is null and i.expires_at > clock_timestamp()
$$;
create function applications.linked() returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select (applications.followed()).application_id
$$;
create function applications.linked_invitation() returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select (applications.followed()).id
$$;
create function applications.linked_name() returns text language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select (applications.followed()).name
$$;
-- Applications of the actor's cities, or the one whose invitation is followed: what they write into.
create function applications.ours() returns setof uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.id from applications.application a
  where a.city_id = any (platform.actor_cities()) or a.id = applications.linked()
$$;
-- Parts that may still be written into.
create function applications.open_parts() returns setof uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id from applications.part p where p.status = 'open' and p.application_id in (select applications.ours())
$$;
-- Whether somebody's mandate still runs: members see their own roles only, roles on an application end with the mandate.
create function applications.holds_mandate(wanted uuid, city uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select (city = any (platform.actor_cities()) or platform.actor_has('staff-fund', 'director')) and exists (
    select from people.role_grant g where g.person_id = wanted and g.city_id = city and g.ended_at is null
      and current_date between g.from_date and coalesce(g.to_date, 'infinity'))
$$;
do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'applications'
  loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to mmc_member, mmc_worker', f);
  end loop;
end $$;

-- The fund's staff see that an application is there and how far; drafts belong to the city.
grant select, insert, update (state, state_since, stage, language, version) on applications.application to mmc_member;
create policy reads on applications.application for select to mmc_member
  using (city_id = any ((select platform.actor_cities())::uuid[]) or (select platform.actor_has('staff-fund', 'director'))
    or id = (select applications.linked()));
create policy city_starts on applications.application for insert to mmc_member
  with check (city_id = any ((select platform.actor_cities())::uuid[]) and started_by = (select platform.actor_person()));
create policy city_or_fund_moves on applications.application for update to mmc_member
  using (city_id = any ((select platform.actor_cities())::uuid[]) or (select platform.actor_has('staff-fund', 'director')))
  with check (city_id = any ((select platform.actor_cities())::uuid[]) or (select platform.actor_has('staff-fund', 'director')));

grant select, insert, update (status, answered, asked, saved_at, saved_by, form_version_id) on applications.part to mmc_member;
create policy reads on applications.part for select to mmc_member
  using (application_id in (select a.id from applications.application a));
create policy city_opens on applications.part for insert to mmc_member
  with check (status = 'open' and application_id in (select applications.ours()));
create policy city_writes on applications.part for update to mmc_member
  using (application_id in (select applications.ours()) or (select platform.actor_has('staff-fund', 'director')))
  with check (status = 'open' or (select applications.linked()) is null);

grant select, insert, update (ended_at, ended_why) on applications.participant to mmc_member;
create policy reads on applications.participant for select to mmc_member
  using (application_id in (select a.id from applications.application a));
create policy city_adds on applications.participant for insert to mmc_member
  with check (application_id in (select a.id from applications.application a where a.city_id = any ((select platform.actor_cities())::uuid[])));
create policy city_ends on applications.participant for update to mmc_member
  using (application_id in (select a.id from applications.application a where a.city_id = any ((select platform.actor_cities())::uuid[])));

-- Nobody reads a token's hash; the link in hand is enough.
grant select (id, application_id, name, email, language, invited_by, invited_at, expires_at, revoked_at) on applications.invitation to mmc_member;
grant insert, update (revoked_at) on applications.invitation to mmc_member;
create policy reads on applications.invitation for select to mmc_member
  using (id = (select applications.linked_invitation())
    or application_id in (select a.id from applications.application a where a.city_id = any ((select platform.actor_cities())::uuid[])));
create policy city_invites on applications.invitation for insert to mmc_member
  with check (invited_by = (select platform.actor_person())
    and application_id in (select a.id from applications.application a where a.city_id = any ((select platform.actor_cities())::uuid[])));
create policy city_revokes on applications.invitation for update to mmc_member
  using (application_id in (select a.id from applications.application a where a.city_id = any ((select platform.actor_cities())::uuid[])));

grant select, insert on applications.answer to mmc_member;
create policy city_reads on applications.answer for select to mmc_member using (application_id in (select applications.ours()));
create policy city_writes on applications.answer for insert to mmc_member
  with check (part_id in (select applications.open_parts())
    and person_id is not distinct from (select platform.actor_person())
    and invitation_id is not distinct from (select applications.linked_invitation()));

grant select, insert on applications.sign_off to mmc_member;
create policy reads on applications.sign_off for select to mmc_member using (application_id in (select applications.ours()));
create policy city_signs on applications.sign_off for insert to mmc_member
  with check (person_id = (select platform.actor_person()) and part_id in (select applications.open_parts())
    and (select applications.linked()) is null
    and (kind = 'asked' or (select platform.actor_has('city-certifier', 'mayor'))));

grant select, insert, update (bytes, sha256, kind, state, kept_at) on applications.attachment to mmc_member;
create policy reads on applications.attachment for select to mmc_member
  using (application_id in (select applications.ours()) or ((select platform.actor_has('staff-fund', 'director'))
    and part_id in (select c.part_id from applications.commitment c where c.withdrawn_at is null)));
create policy city_attaches on applications.attachment for insert to mmc_member with check (part_id in (select applications.open_parts()));
create policy city_completes on applications.attachment for update to mmc_member using (application_id in (select applications.ours()));

grant select, insert, update (withdrawn_at, withdrawn_by, withdrawn_why) on applications.commitment to mmc_member;
create policy reads on applications.commitment for select to mmc_member
  using (city_id = any ((select platform.actor_cities())::uuid[]) or (select platform.actor_has('staff-fund', 'director')));
create policy city_submits on applications.commitment for insert to mmc_member
  with check (city_id = any ((select platform.actor_cities())::uuid[]) and person_id = (select platform.actor_person())
    and part_id in (select applications.open_parts()) and withdrawn_at is null);
create policy city_withdraws on applications.commitment for update to mmc_member
  using (city_id = any ((select platform.actor_cities())::uuid[]) or (select platform.actor_has('staff-fund', 'director')))
  with check (withdrawn_by = (select platform.actor_person()));
-- A city can open its own commitments: the salt is theirs to know.
create policy applicants_read on public_log.salt for select to mmc_member
  using (id in (select c.id from applications.commitment c where c.city_id = any ((select platform.actor_cities())::uuid[])));

grant select, insert, update (settled_at) on applications.returned_form to mmc_member;
create policy city_all on applications.returned_form to mmc_member
  using (application_id in (select applications.ours())) with check (application_id in (select applications.ours()));

grant select, insert on applications.state_move to mmc_member;
create policy reads on applications.state_move for select to mmc_member
  using (application_id in (select a.id from applications.application a));
create policy city_or_fund_moves on applications.state_move for insert to mmc_member
  with check (person_id = (select platform.actor_person()) and application_id in (select a.id from applications.application a));

grant select, insert, update (settled_by, settled_at, outcome) on applications.move_proposal to mmc_member;
create policy fund_reads on applications.move_proposal for select to mmc_member using ((select platform.actor_has('staff-fund', 'director')));
create policy fund_proposes on applications.move_proposal for insert to mmc_member
  with check ((select platform.actor_has('staff-fund', 'director')) and proposed_by = (select platform.actor_person()) and outcome is null);
create policy fund_settles on applications.move_proposal for update to mmc_member
  using ((select platform.actor_has('staff-fund', 'director'))) with check (settled_by = (select platform.actor_person()));

grant select, insert, update (answer, answered_by, answered_at) on applications.extension_request to mmc_member;
create policy reads on applications.extension_request for select to mmc_member
  using (application_id in (select a.id from applications.application a));
create policy city_asks on applications.extension_request for insert to mmc_member
  with check (person_id = (select platform.actor_person()) and answer is null
    and application_id in (select a.id from applications.application a where a.city_id = any ((select platform.actor_cities())::uuid[])));
create policy fund_answers on applications.extension_request for update to mmc_member
  using ((select platform.actor_has('staff-fund', 'director'))) with check (answered_by = (select platform.actor_person()));
