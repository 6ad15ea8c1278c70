-- Forms as data: sections and questions, version by version. A published version never changes.

create schema application_forms;
comment on schema application_forms is 'Application forms, their versions and previews';
grant usage on schema application_forms to mmc_public, mmc_member, mmc_worker, mmc_verify;

create table application_forms.form (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  purpose text not null check (purpose in ('intake', 'concept-note', 'proposal', 'other')),
  -- Shipped to show what a form can be: the council's real ones are not public.
  is_example boolean not null default false,
  created_by uuid references people.person,
  created_at timestamptz not null default clock_timestamp(),
  retired_at timestamptz,
  retired_by uuid references people.person,
  why_retired text check (length(why_retired) <= 500),
  constraint retired_says_why check ((retired_at is null) = (why_retired is null))
);
comment on table application_forms.form is 'confidentiality: staff. A form through all its versions; open to all once a version of it is published.';

create table application_forms.form_version (
  id uuid primary key,
  form_id uuid not null references application_forms.form,
  version integer not null check (version between 1 and 9999),
  stage text not null default 'draft' check (stage in ('draft', 'published')),
  title jsonb not null,
  sections jsonb not null,
  -- Counts the edits of a draft, so that a page grown stale is told so.
  revision integer not null default 1,
  edited_by uuid references people.person,
  edited_at timestamptz not null default clock_timestamp(),
  published_by uuid references people.person,
  published_at timestamptz,
  unique (form_id, version),
  constraint published_says_when check ((stage = 'published') = (published_at is not null)),
  constraint sections_are_a_list check (jsonb_typeof(sections) = 'array' and jsonb_typeof(title) = 'object'),
  constraint not_a_library check (length(sections::text) <= 1000000)
);
comment on table application_forms.form_version is 'confidentiality: staff. What a form asks: drafts are staff''s, published versions everybody''s, for ever the same.';
create unique index one_draft_of_a_form on application_forms.form_version (form_id) where stage = 'draft';

create function application_forms.keep_published() returns trigger language plpgsql as $$
begin
  if old.stage = 'published' then
    raise exception 'a published form never changes' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if new.form_id <> old.form_id or new.version <> old.version or new.id <> old.id then
    raise exception 'a version stays the version it is' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger published_never_changes before update or delete on application_forms.form_version
  for each row execute function application_forms.keep_published();

-- Asked by the policies of both tables, which may not ask each other.
create function application_forms.is_published(form uuid) returns boolean language sql stable security definer
  set search_path = application_forms, pg_temp
  as $$ select exists (select 1 from form_version v where v.form_id = form and v.stage = 'published') $$;
revoke all on function application_forms.is_published from public;
grant execute on function application_forms.is_published to mmc_public, mmc_member, mmc_worker, mmc_verify;

call platform.guard_table('application_forms.form');
call platform.guard_table('application_forms.form_version');

grant select on application_forms.form, application_forms.form_version to mmc_public;
create policy public_published on application_forms.form for select to mmc_public using (application_forms.is_published(id));
create policy public_published on application_forms.form_version for select to mmc_public using (stage = 'published');

grant select, insert on application_forms.form to mmc_member, mmc_worker;
grant update (purpose, retired_at, retired_by, why_retired) on application_forms.form to mmc_member, mmc_worker;
grant select, insert, update, delete on application_forms.form_version to mmc_member, mmc_worker;
create policy members_read on application_forms.form for select to mmc_member
  using ((select platform.actor_is_secretariat()) or application_forms.is_published(id));
create policy keepers_add on application_forms.form for insert to mmc_member
  with check ((select platform.actor_has('staff-fund', 'director')));
create policy keepers_change on application_forms.form for update to mmc_member
  using ((select platform.actor_has('staff-fund', 'director'))) with check ((select platform.actor_has('staff-fund', 'director')));
create policy members_read on application_forms.form_version for select to mmc_member
  using (stage = 'published' or (select platform.actor_is_secretariat()));
create policy keepers_add on application_forms.form_version for insert to mmc_member
  with check ((select platform.actor_has('staff-fund', 'director')) and stage = 'draft');
create policy keepers_change on application_forms.form_version for update to mmc_member
  using ((select platform.actor_has('staff-fund', 'director')) and stage = 'draft')
  with check ((select platform.actor_has('staff-fund', 'director')));
create policy keepers_drop_drafts on application_forms.form_version for delete to mmc_member
  using ((select platform.actor_has('staff-fund', 'director')) and stage = 'draft');
create policy worker_all on application_forms.form to mmc_worker using (true) with check (true);
create policy worker_all on application_forms.form_version to mmc_worker using (true) with check (true);
