-- Answers in a city's language beside a reviewed translation. A text is kept paragraph by paragraph: who changes one makes just its translation stale.

create schema translation;
comment on schema translation is 'Source texts, their translations, glossary, files for translators';
grant usage on schema translation to mmc_public, mmc_member, mmc_worker, mmc_verify;

create function translation.actor_translates() returns boolean language sql stable parallel safe
  return platform.actor_has('staff-fund', 'director');

-- One text of a record: an answer of an application, say. The record's own capability keeps the text; here is what is translated of it.
create table translation.text (
  id uuid primary key,
  subject_kind text not null check (subject_kind ~ '^[a-z]+(-[a-z]+)*$'),
  subject_id uuid not null,
  -- Which text of the record: the question's key.
  key text not null check (length(key) between 1 and 200),
  place integer not null check (place >= 0),
  -- What is asked, in the source language: a translator should see the question.
  asked text not null check (length(asked) <= 1000),
  city_id uuid references city_registry.city (id),
  source_language text not null check (source_language in ('en', 'fr', 'es', 'pt', 'ar')),
  target_language text not null check (target_language in ('en', 'fr', 'es', 'pt', 'ar')),
  version integer not null default 1,
  kept_at timestamptz not null default clock_timestamp(),
  constraint into_another_language check (source_language <> target_language),
  unique (subject_kind, subject_id, key, target_language)
);
comment on table translation.text is 'confidentiality: city. Texts that are translated: of which record, from which language into which.';
create index text_city on translation.text (city_id);
call platform.guard_table('translation.text');

-- A paragraph of the source, from when to when it stood. One that took another's place names it: the old translation is then offered as stale.
create table translation.paragraph (
  id uuid primary key,
  text_id uuid not null references translation.text (id),
  place integer not null check (place >= 0),
  source text not null check (length(source) between 1 and 400000),
  source_hash bytea not null check (octet_length(source_hash) = 32),
  before_id uuid references translation.paragraph (id),
  since timestamptz not null default clock_timestamp(),
  ended_at timestamptz
);
comment on table translation.paragraph is 'confidentiality: city. Paragraphs of source texts; one that was changed is ended, never overwritten.';
create index paragraph_text on translation.paragraph (text_id, place) where ended_at is null;
create index paragraph_hash on translation.paragraph (source_hash);
call platform.guard_table('translation.paragraph');

-- What somebody, a file or a machine wrote for a paragraph. Only added to: the newest counts.
create table translation.rendering (
  id uuid primary key,
  paragraph_id uuid not null references translation.paragraph (id),
  text text not null check (length(text) between 1 and 400000),
  origin text not null check (origin in ('person', 'machine', 'file')),
  by_person uuid references people.person (id),
  at timestamptz not null default clock_timestamp(),
  number integer not null check (number > 0),
  constraint only_a_machine_is_nobody check ((origin = 'machine') = (by_person is null)),
  unique (paragraph_id, number)
);
comment on table translation.rendering is 'confidentiality: city. Translations of paragraphs, each attempt kept.';
call platform.guard_table('translation.rendering');

-- A second person read a rendering beside its source and found it right. A machine's may be reviewed by anyone who may.
create table translation.review (
  rendering_id uuid primary key references translation.rendering (id),
  by_person uuid not null references people.person (id),
  at timestamptz not null default clock_timestamp()
);
comment on table translation.review is 'confidentiality: city. Who reviewed which rendering, and when.';
call platform.guard_table('translation.review');

create function translation.needs_a_second_reader() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from translation.rendering r where r.id = new.rendering_id and r.by_person = new.by_person) then
    raise exception 'Who wrote a translation may not review it' using errcode = 'check_violation', constraint = 'reviewed_by_a_second_person';
  end if;
  return new;
end $$;
create trigger second_reader before insert on translation.review
  for each row execute function translation.needs_a_second_reader();

-- The city says that a translation is not what it meant.
create table translation.objection (
  id uuid primary key,
  rendering_id uuid not null references translation.rendering (id),
  why text not null check (length(why) between 1 and 2000),
  by_person uuid not null references people.person (id),
  at timestamptz not null default clock_timestamp()
);
comment on table translation.objection is 'confidentiality: city. Where a city says that a translation is not what it meant; a newer rendering settles it.';
create index objection_rendering on translation.objection (rendering_id);
call platform.guard_table('translation.objection');

-- People outside the secretariat who may read the texts of one record: its reviewers.
create table translation.reader (
  subject_kind text not null,
  subject_id uuid not null,
  person_id uuid not null references people.person (id),
  primary key (subject_kind, subject_id, person_id)
);
comment on table translation.reader is 'confidentiality: staff. Who else may read the texts of a record.';
call platform.guard_table('translation.reader');

-- What came back from a translator in a file, until it is looked at.
create table translation.returned_file (
  id uuid primary key,
  subject_kind text not null,
  subject_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  -- [{"paragraphId": …, "text": …}] of this record; the others are told of and left out.
  renderings jsonb not null,
  left_out jsonb not null,
  by_person uuid not null references people.person (id),
  at timestamptz not null default clock_timestamp(),
  taken_at timestamptz
);
comment on table translation.returned_file is 'confidentiality: staff. Files from translators as they were read, before and after they were taken over.';
call platform.guard_table('translation.returned_file');

-- The words the council always translates alike.
create table translation.term (
  id uuid primary key,
  words jsonb not null check (words ?& array['en', 'fr', 'es', 'pt', 'ar']),
  note text not null default '' check (length(note) <= 600),
  version integer not null default 1,
  by_person uuid references people.person (id),
  changed_at timestamptz not null default clock_timestamp(),
  retired_at timestamptz
);
comment on table translation.term is 'confidentiality: staff. The glossary: one term in five languages.';
create unique index term_once on translation.term (lower(words ->> 'en')) where retired_at is null;
call platform.guard_table('translation.term');

do $$
declare t text;
begin
  foreach t in array array['text', 'paragraph', 'rendering', 'review', 'objection', 'reader', 'returned_file', 'term'] loop
    execute format('grant select, insert on translation.%I to mmc_member, mmc_worker', t);
    execute format('create policy worker_all on translation.%I to mmc_worker using (true) with check (true)', t);
  end loop;
end $$;
grant update (place, asked, source_language, version, kept_at) on translation.text to mmc_member, mmc_worker;
grant update (place, ended_at) on translation.paragraph to mmc_member, mmc_worker;
grant update (taken_at) on translation.returned_file to mmc_member, mmc_worker;
grant update (words, note, version, by_person, changed_at, retired_at) on translation.term to mmc_member, mmc_worker;

-- A text is seen by translators, by the city's own people and by those let in to its record; the rest follows the text.
create policy reads on translation.text for select to mmc_member using (
  (select translation.actor_translates()) or city_id = any ((select platform.actor_cities())::uuid[])
  or exists (select from translation.reader r where r.subject_kind = text.subject_kind and r.subject_id = text.subject_id
    and r.person_id = (select platform.actor_person())));
create policy keeps on translation.text for insert to mmc_member with check (
  (select translation.actor_translates()) or city_id = any ((select platform.actor_cities())::uuid[]));
create policy keeps_anew on translation.text for update to mmc_member using (
  (select translation.actor_translates()) or city_id = any ((select platform.actor_cities())::uuid[]));

create policy reads on translation.paragraph for select to mmc_member
  using (exists (select from translation.text t where t.id = text_id));
create policy keeps on translation.paragraph for insert to mmc_member with check (exists (select from translation.text t where t.id = text_id
  and ((select translation.actor_translates()) or t.city_id = any ((select platform.actor_cities())::uuid[]))));
create policy keeps_anew on translation.paragraph for update to mmc_member using (exists (select from translation.text t where t.id = text_id
  and ((select translation.actor_translates()) or t.city_id = any ((select platform.actor_cities())::uuid[]))));

create policy reads on translation.rendering for select to mmc_member
  using (exists (select from translation.paragraph p where p.id = paragraph_id));
create policy translators_write on translation.rendering for insert to mmc_member
  with check ((select translation.actor_translates()) and by_person = (select platform.actor_person()));
create policy reads on translation.review for select to mmc_member
  using (exists (select from translation.rendering r where r.id = rendering_id));
create policy translators_review on translation.review for insert to mmc_member
  with check ((select translation.actor_translates()) and by_person = (select platform.actor_person()));
create policy reads on translation.objection for select to mmc_member
  using (exists (select from translation.rendering r where r.id = rendering_id));
create policy city_objects on translation.objection for insert to mmc_member with check (by_person = (select platform.actor_person())
  and exists (select from translation.rendering r join translation.paragraph p on p.id = r.paragraph_id join translation.text t on t.id = p.text_id
    where r.id = rendering_id and t.city_id = any ((select platform.actor_cities())::uuid[])));

create policy translators on translation.reader to mmc_member
  using ((select translation.actor_translates()) or person_id = (select platform.actor_person()))
  with check ((select translation.actor_translates()));
create policy translators on translation.returned_file to mmc_member
  using ((select translation.actor_translates())) with check ((select translation.actor_translates()));
create policy secretariat_reads on translation.term for select to mmc_member using ((select platform.actor_is_secretariat()));
create policy translators_add on translation.term for insert to mmc_member with check ((select translation.actor_translates()));
create policy translators_change on translation.term for update to mmc_member using ((select translation.actor_translates()));
