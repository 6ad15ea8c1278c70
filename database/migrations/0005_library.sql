-- What the platform's records rest on (sources), what the council has put out (publications), and what it has said in numbers.

create schema library;
comment on schema library is 'Sources, publications, published figures, and who cites what';
grant usage on schema library to mmc_public, mmc_member, mmc_worker, mmc_verify;

create table library.source (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text not null check (title <> ''),
  kind text not null check (kind in ('web-page', 'founding-text')),
  -- A founding text may have no address of its own; it is then named by its number.
  address text check (address ~ '^https?://'),
  seed text,
  publisher text not null check (publisher <> ''),
  date date,
  date_precision text check (date_precision in ('day', 'month', 'year')),
  language text check (language ~ '^[a-z]{2}$'),
  edition_hash text,
  constraint can_be_found check (address is not null or seed is not null),
  constraint date_says_how_exact check ((date is null) = (date_precision is null))
);
comment on table library.source is 'confidentiality: public. Something published that records rest on.';
create index source_publisher on library.source (publisher);
call platform.guard_table('library.source');

create table library.publication (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text not null check (title <> ''),
  publisher text not null,
  type text not null check (type in ('report', 'brief', 'press-release', 'statement', 'readout', 'blog', 'city-project', 'course', 'newsletter', 'prospectus')),
  topics text[] not null default '{}',
  languages text[] not null check (cardinality(languages) > 0),
  address text not null check (address ~ '^https?://'),
  date date,
  date_precision text check (date_precision in ('day', 'month', 'year')),
  inferred boolean not null default false,
  remark jsonb,
  edition_hash text,
  constraint date_says_how_exact check ((date is null) = (date_precision is null))
);
comment on table library.publication is 'confidentiality: public. A public output: described and linked, never copied.';
call platform.guard_table('library.publication');

-- A number as somebody published it. Never summed, never mixed with computed ones.
create table library.published_figure (
  id uuid primary key,
  slug text not null unique,
  key text not null,
  value numeric not null check (value >= 0),
  unit text not null,
  currency text check (currency ~ '^[A-Z]{3}$'),
  qualifier text not null check (qualifier in ('exactly', 'about', 'more than', 'nearly', 'at least', 'up to')),
  -- The slug of what it is about: a forum's edition, a window, a body; null when about the whole.
  about text,
  title jsonb not null,
  wording text,
  date date not null,
  date_precision text not null check (date_precision in ('day', 'month', 'year')),
  inferred boolean not null default false,
  remark jsonb,
  edition_hash text,
  constraint money_has_currency check ((unit = 'money') = (currency is not null))
);
comment on table library.published_figure is 'confidentiality: public. What was said in numbers, with date, wording and source.';
create index published_figure_about on library.published_figure (about);
create index published_figure_key on library.published_figure (key, date);
call platform.guard_table('library.published_figure');

-- Which public record rests on which source. Written by the capability whose record it is; only public records are cited here.
create table library.citation (
  source_id uuid not null references library.source (id),
  capability text not null,
  record_kind text not null,
  record_id uuid not null,
  label jsonb not null,
  -- Where the record is seen, without language prefix; null when it has no page.
  path text check (path ~ '^/'),
  note text,
  -- Written by a loader of the shipped edition, which may also take it away; staff's citations stay.
  by_edition boolean not null default false,
  primary key (capability, record_kind, record_id, source_id)
);
comment on table library.citation is 'confidentiality: public. Which public record rests on which source.';
create index citation_source on library.citation (source_id);
call platform.guard_table('library.citation');

grant select on all tables in schema library to mmc_public, mmc_member;
grant select, insert, update, delete on all tables in schema library to mmc_worker;
-- Staff who record a seat or a result bring its source and its citation along.
grant insert on library.source, library.citation to mmc_member;

do $$
declare name text;
begin
  foreach name in array array['source', 'publication', 'published_figure', 'citation'] loop
    execute format('create policy anyone_reads on library.%I for select to mmc_public, mmc_member using (true)', name);
    execute format('create policy worker_all on library.%I to mmc_worker using (true) with check (true)', name);
  end loop;
end $$;
create policy secretariat_adds on library.source for insert to mmc_member
  with check ((select platform.actor_is_secretariat()) and edition_hash is null);
create policy secretariat_cites on library.citation for insert to mmc_member
  with check ((select platform.actor_is_secretariat()) and not by_edition);
