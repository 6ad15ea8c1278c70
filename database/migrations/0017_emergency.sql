-- What the council opens in an emergency: a public page, what there is to turn to, how cities stand, who asks, who offers,
-- who helps whom, and mail to those who want to hear. What a city writes stays as it was written.

create schema emergency;
comment on schema emergency is 'Response pages: resources, situation notes by city, requests, who helps whom';
grant usage on schema emergency to mmc_public, mmc_member, mmc_worker, mmc_verify;

create table emergency.response (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  starts_on date not null,
  -- ISO 3166-1 alpha-2.
  countries text[] not null check (cardinality(countries) between 1 and 60),
  -- ISO 639, of the people affected; the page itself is in the platform's five.
  languages text[] not null default '{}',
  stage text not null default 'draft' check (stage in ('draft', 'published', 'withdrawn', 'closed')),
  opened_by uuid not null references people.person,
  opened_at timestamptz not null default clock_timestamp(),
  published_by uuid references people.person,
  published_at timestamptz,
  confirmed_by uuid references people.person,
  confirmed_at timestamptz,
  closed_at timestamptz,
  lessons text,
  lessons_language text check (lessons_language in ('en', 'fr', 'es', 'pt', 'ar')),
  version integer not null default 1,
  constraint published_by_someone check ((stage in ('draft', 'withdrawn')) or (published_by is not null and published_at is not null)),
  constraint two_people check (confirmed_by <> published_by),
  constraint confirmed_when check ((confirmed_by is null) = (confirmed_at is null)),
  constraint closed_with_lessons check ((stage = 'closed') = (closed_at is not null and lessons is not null and lessons_language is not null))
);
comment on table emergency.response is 'confidentiality: public. One emergency the council answers: from when, where, how far; drafts are the secretariat''s.';

create table emergency.wording (
  response_id uuid not null references emergency.response,
  language text not null check (language in ('en', 'fr', 'es', 'pt', 'ar')),
  title text not null check (length(title) between 1 and 150),
  what text not null check (length(what) between 1 and 2000),
  -- In which it was first written; shown where a reader's own is missing.
  is_first boolean not null default false,
  written_by uuid not null references people.person,
  written_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  primary key (response_id, language)
);
comment on table emergency.wording is 'confidentiality: public. Title and text of a response page, language by language.';
create unique index wording_first on emergency.wording (response_id) where is_first;

create table emergency.affected_city (
  response_id uuid not null references emergency.response,
  city_id uuid not null references city_registry.city (id),
  added_at timestamptz not null default clock_timestamp(),
  primary key (response_id, city_id)
);
comment on table emergency.affected_city is 'confidentiality: public. Cities that an emergency touches.';
create index affected_city_city on emergency.affected_city (city_id);

create table emergency.resource (
  id uuid primary key,
  response_id uuid not null references emergency.response,
  kind text not null check (kind in ('guide', 'hotline', 'fund', 'expert', 'supply', 'shelter', 'other')),
  title text not null check (length(title) between 1 and 200),
  -- For whom, how to get it.
  what text not null check (length(what) between 1 and 1000),
  offered_by text not null check (length(offered_by) between 1 and 200),
  -- Where to turn: a number, an address, a person's office.
  contact text,
  address text check (address ~ '^https?://'),
  -- The slug of a source of the library.
  library_source text,
  languages text[] not null default '{}',
  valid_until date,
  checked_on date not null,
  checked_by uuid not null references people.person,
  added_at timestamptz not null default clock_timestamp(),
  withdrawn_at timestamptz,
  version integer not null default 1,
  constraint says_where check (contact is not null or address is not null or library_source is not null)
);
comment on table emergency.resource is 'confidentiality: public. What there is to turn to in an emergency.';
create index resource_response on emergency.resource (response_id, kind) where withdrawn_at is null;

create table emergency.resource_check (
  id uuid primary key,
  resource_id uuid not null references emergency.resource,
  on_date date not null,
  by_person uuid not null references people.person,
  found text not null check (found in ('works', 'gone')),
  remark text,
  at timestamptz not null default clock_timestamp()
);
comment on table emergency.resource_check is 'confidentiality: staff. Each time somebody looked whether a resource still works; never changed.';
create index resource_check_resource on emergency.resource_check (resource_id, at desc);

create table emergency.situation_note (
  id uuid primary key,
  response_id uuid not null,
  city_id uuid not null,
  on_date date not null,
  language text not null check (language in ('en', 'fr', 'es', 'pt', 'ar')),
  body text not null check (length(body) between 1 and 4000),
  needs text check (length(needs) <= 2000),
  -- [{what, value, source}]
  numbers jsonb not null default '[]' check (jsonb_typeof(numbers) = 'array' and jsonb_array_length(numbers) <= 5),
  -- city: the city and the response team; council: the secretariat; network: all with an account; public: everyone.
  audience text not null check (audience in ('city', 'council', 'network', 'public')),
  from_city boolean not null,
  author_id uuid not null references people.person,
  corrects uuid references emergency.situation_note,
  at timestamptz not null default clock_timestamp(),
  foreign key (response_id, city_id) references emergency.affected_city
);
comment on table emergency.situation_note is 'confidentiality: public. How a city stands, dated; each for its audience; never changed, a correction is a new note.';
create index situation_note_response on emergency.situation_note (response_id, on_date desc, id desc);
create unique index situation_note_corrected_once on emergency.situation_note (corrects);

create table emergency.need (
  id uuid primary key,
  response_id uuid not null references emergency.response,
  city_id uuid not null references city_registry.city (id),
  kind text not null check (kind in ('advice', 'staff', 'supplies', 'shelter', 'funds', 'translation', 'other')),
  what text not null check (length(what) between 1 and 300),
  -- The city agrees that the page says it asks, and who helps it.
  may_show boolean not null,
  -- Of the desk's case; who wrote and how to reach them stands there alone.
  case_id uuid not null,
  reference text not null,
  verified_by uuid references people.person,
  verified_how text,
  stage text not null default 'open' check (stage in ('open', 'met', 'withdrawn')),
  asked_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  constraint verified_says_how check ((verified_by is null) = (verified_how is null))
);
comment on table emergency.need is 'confidentiality: public. What a city asks for; the public sees it once verified and agreed to.';
create index need_response on emergency.need (response_id, stage);
create index need_city on emergency.need (city_id);

create table emergency.offer (
  id uuid primary key,
  response_id uuid not null references emergency.response,
  city_id uuid references city_registry.city (id),
  organisation text check (length(organisation) between 1 and 200),
  kind text not null check (kind in ('advice', 'staff', 'supplies', 'shelter', 'funds', 'translation', 'other')),
  what text not null check (length(what) between 1 and 300),
  until date,
  may_show boolean not null,
  case_id uuid not null,
  reference text not null,
  verified_by uuid references people.person,
  verified_how text,
  stage text not null default 'open' check (stage in ('open', 'withdrawn')),
  offered_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  constraint a_city_or_an_organisation check ((city_id is null) <> (organisation is null)),
  constraint verified_says_how check ((verified_by is null) = (verified_how is null))
);
comment on table emergency.offer is 'confidentiality: public. What a city or an organisation offers; the public sees it once verified and agreed to.';
create index offer_response on emergency.offer (response_id, stage);
create index offer_city on emergency.offer (city_id);

create table emergency.pairing (
  id uuid primary key,
  need_id uuid not null references emergency.need,
  offer_id uuid not null references emergency.offer,
  state text not null default 'offered' check (state in ('offered', 'agreed', 'under-way', 'done', 'fell-through')),
  since timestamptz not null default clock_timestamp(),
  version integer not null default 1
);
comment on table emergency.pairing is 'confidentiality: public. Who helps whom; the public sees it when both agreed to be shown.';
create unique index pairing_once on emergency.pairing (need_id, offer_id) where state <> 'fell-through';
create index pairing_offer on emergency.pairing (offer_id);

create table emergency.pairing_step (
  id uuid primary key,
  pairing_id uuid not null references emergency.pairing,
  state text not null,
  remark text,
  by_person uuid not null references people.person,
  at timestamptz not null default clock_timestamp()
);
comment on table emergency.pairing_step is 'confidentiality: staff. Each step of a pairing, with what was said; never changed.';
create index pairing_step_pairing on emergency.pairing_step (pairing_id, at);

create table emergency.bulletin (
  id uuid primary key,
  response_id uuid not null references emergency.response,
  -- {"en": {"subject", "body"}, …}: the first stands for what is missing.
  texts jsonb not null check (jsonb_typeof(texts) = 'object' and texts <> '{}'),
  first_language text not null check (first_language in ('en', 'fr', 'es', 'pt', 'ar')),
  drafted_by uuid not null references people.person,
  drafted_at timestamptz not null default clock_timestamp(),
  sent_by uuid references people.person,
  sent_at timestamptz,
  version integer not null default 1,
  constraint two_people check (sent_by <> drafted_by),
  constraint sent_by_someone check ((sent_by is null) = (sent_at is null)),
  constraint first_is_there check (texts ? first_language)
);
comment on table emergency.bulletin is 'confidentiality: public. An update to those who want to hear: written by one, sent by another, then public.';
create index bulletin_response on emergency.bulletin (response_id, sent_at desc);

create table emergency.subscription (
  id uuid primary key,
  response_id uuid not null references emergency.response,
  address text not null check (address = lower(address) and length(address) <= 254),
  language text not null check (language in ('en', 'fr', 'es', 'pt', 'ar')),
  token_hash bytea not null unique,
  asked_at timestamptz not null default clock_timestamp(),
  confirmed_at timestamptz,
  unique (response_id, address)
);
comment on table emergency.subscription is 'confidentiality: restricted. Who wants updates on one emergency; gone when they say so, or a month after its end.';

create table emergency.bulletin_delivery (
  bulletin_id uuid not null references emergency.bulletin,
  -- Without a foreign key: it outlives the subscription.
  subscription_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  primary key (bulletin_id, subscription_id)
);
comment on table emergency.bulletin_delivery is 'confidentiality: restricted. Which update went to whom, so that none goes twice.';

-- Where an answer to a mail goes, and the Message-IDs of what was written before: mail programs keep the thread by them.
alter table platform.mail add column reply_to text, add column thread text[] not null default '{}';

-- What the desk files a case under besides its topic: the emergency it came from, for one.
alter table support_desk.support_case add column tag text check (tag ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
create index case_tag on support_desk.support_case (tag) where tag is not null;

do $$
declare name text;
begin
  foreach name in array array['response', 'wording', 'affected_city', 'resource', 'resource_check', 'situation_note', 'need', 'offer',
    'pairing', 'pairing_step', 'bulletin', 'subscription', 'bulletin_delivery']
  loop
    execute format('call platform.guard_table(%L)', 'emergency.' || name);
    execute format('grant select, insert, update on emergency.%I to mmc_worker', name);
    execute format('create policy worker_all on emergency.%I to mmc_worker using (true) with check (true)', name);
  end loop;
  foreach name in array array['response', 'wording', 'affected_city', 'resource', 'situation_note', 'need', 'offer', 'pairing', 'bulletin'] loop
    execute format('grant select on emergency.%I to mmc_public', name);
    execute format('grant select, insert on emergency.%I to mmc_member', name);
  end loop;
end $$;
revoke update on emergency.resource_check, emergency.situation_note, emergency.pairing_step, emergency.bulletin_delivery from mmc_worker;
grant delete on emergency.subscription to mmc_worker;
grant select, insert on emergency.resource_check, emergency.pairing_step to mmc_member;
grant update (starts_on, countries, languages, stage, published_by, published_at, confirmed_by, confirmed_at, closed_at, lessons, lessons_language, version)
  on emergency.response to mmc_member;
grant update (title, what, written_by, written_at, version) on emergency.wording to mmc_member;
grant delete on emergency.affected_city to mmc_member;
grant update (kind, title, what, offered_by, contact, address, library_source, languages, valid_until, checked_on, checked_by, withdrawn_at, version)
  on emergency.resource to mmc_member;
grant update (kind, what, may_show, verified_by, verified_how, stage, version) on emergency.need, emergency.offer to mmc_member;
grant update (state, since, version) on emergency.pairing to mmc_member;
grant update (texts, first_language, sent_by, sent_at, version) on emergency.bulletin to mmc_member;

-- Who runs an emergency.
create function emergency.is_keeper() returns boolean language sql stable parallel safe
  return platform.actor_has('staff-support', 'staff-communications', 'director');
create function emergency.is_ours(city uuid) returns boolean language sql stable parallel safe
  return coalesce(city = any (platform.actor_cities()), false);

-- Between both sides of an agreed pairing nothing is hidden; read past the policies, which would otherwise ask each other in circles.
create function emergency.helped_by_us(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from emergency.pairing p join emergency.offer o on o.id = p.offer_id
    where p.need_id = wanted and p.state in ('agreed', 'under-way', 'done') and emergency.is_ours(o.city_id))
$$;
create function emergency.helps_us(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from emergency.pairing p join emergency.need n on n.id = p.need_id
    where p.offer_id = wanted and p.state in ('agreed', 'under-way', 'done') and emergency.is_ours(n.city_id))
$$;

-- Strangers subscribe through these: they read nothing and learn nothing. Gives the id to write to, or null for no mail.
create function emergency.subscribe(new_id uuid, response uuid, to_address text, in_language text, hash bytea) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare known emergency.subscription;
begin
  if not exists (select from emergency.response r where r.id = response and r.stage = 'published') then return null; end if;
  insert into emergency.subscription (id, response_id, address, language, token_hash)
    values (new_id, response, lower(to_address), in_language, hash) on conflict do nothing;
  if found then return new_id; end if;
  select * into known from emergency.subscription s where s.response_id = response and s.address = lower(to_address) for update;
  if known.confirmed_at is not null or known.asked_at > clock_timestamp() - interval '10 minutes' then return null; end if;
  update emergency.subscription set asked_at = clock_timestamp(), language = in_language where id = known.id;
  return known.id;
end $$;
create function emergency.subscribed(hash bytea) returns table (response_id uuid, is_confirmed boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.response_id, s.confirmed_at is not null from emergency.subscription s where s.token_hash = hash
$$;
create function emergency.confirm_subscription(hash bytea) returns uuid language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update emergency.subscription set confirmed_at = coalesce(confirmed_at, clock_timestamp()) where token_hash = hash returning response_id
$$;
create function emergency.end_subscription(hash bytea) returns uuid language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  delete from emergency.subscription where token_hash = hash returning response_id
$$;
-- How many want to hear, which staff may know without knowing who.
create function emergency.count_subscribed(response uuid) returns integer language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when platform.actor_is_secretariat()
    then (select count(*)::int from emergency.subscription s where s.response_id = response and s.confirmed_at is not null) end
$$;

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'emergency'
  loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to mmc_member, mmc_worker', f);
  end loop;
end $$;

-- The public: what is open or was, nothing of drafts, nothing without the word of both sides.
create policy published on emergency.response for select to mmc_public using (stage in ('published', 'closed'));
create policy published on emergency.wording for select to mmc_public using (response_id in (select r.id from emergency.response r));
create policy published on emergency.affected_city for select to mmc_public using (response_id in (select r.id from emergency.response r));
create policy published on emergency.resource for select to mmc_public
  using (withdrawn_at is null and response_id in (select r.id from emergency.response r));
create policy published on emergency.situation_note for select to mmc_public
  using (audience = 'public' and response_id in (select r.id from emergency.response r));
create policy shown on emergency.need for select to mmc_public
  using (may_show and verified_by is not null and stage <> 'withdrawn' and response_id in (select r.id from emergency.response r));
create policy shown on emergency.offer for select to mmc_public
  using (may_show and verified_by is not null and stage <> 'withdrawn' and response_id in (select r.id from emergency.response r));
create policy shown on emergency.pairing for select to mmc_public
  using (state in ('agreed', 'under-way', 'done') and need_id in (select n.id from emergency.need n) and offer_id in (select o.id from emergency.offer o));
create policy sent on emergency.bulletin for select to mmc_public
  using (sent_at is not null and response_id in (select r.id from emergency.response r));

-- Members: the same, and what their role or city opens.
create policy reads on emergency.response for select to mmc_member
  using (stage in ('published', 'closed') or (select platform.actor_is_secretariat()));
create policy keeper_opens on emergency.response for insert to mmc_member
  with check ((select emergency.is_keeper()) and stage = 'draft' and opened_by = (select platform.actor_person()));
create policy keeper_changes on emergency.response for update to mmc_member using ((select emergency.is_keeper())) with check ((select emergency.is_keeper()));

create policy reads on emergency.wording for select to mmc_member using (response_id in (select r.id from emergency.response r));
create policy keeper_writes on emergency.wording for insert to mmc_member
  with check ((select emergency.is_keeper()) and written_by = (select platform.actor_person()));
create policy keeper_changes on emergency.wording for update to mmc_member
  using ((select emergency.is_keeper())) with check ((select emergency.is_keeper()) and written_by = (select platform.actor_person()));

create policy reads on emergency.affected_city for select to mmc_member using (response_id in (select r.id from emergency.response r));
create policy keeper_adds on emergency.affected_city for insert to mmc_member with check ((select emergency.is_keeper()));
create policy keeper_removes on emergency.affected_city for delete to mmc_member using ((select emergency.is_keeper()));

create policy reads on emergency.resource for select to mmc_member
  using ((withdrawn_at is null or (select platform.actor_is_secretariat())) and response_id in (select r.id from emergency.response r));
create policy keeper_adds on emergency.resource for insert to mmc_member with check ((select emergency.is_keeper()) and checked_by = (select platform.actor_person()));
create policy keeper_changes on emergency.resource for update to mmc_member using ((select emergency.is_keeper())) with check ((select emergency.is_keeper()));
create policy reads on emergency.resource_check for select to mmc_member using ((select platform.actor_is_secretariat()));
create policy keeper_checks on emergency.resource_check for insert to mmc_member
  with check ((select emergency.is_keeper()) and by_person = (select platform.actor_person()));

create policy reads on emergency.situation_note for select to mmc_member
  using (response_id in (select r.id from emergency.response r) and case audience
    when 'public' then true
    when 'network' then (select platform.actor_person()) is not null and ((select platform.actor_cities()) is not null
      or (select platform.actor_has('partner')) or (select platform.actor_is_secretariat()))
    when 'council' then (select platform.actor_is_secretariat()) or (from_city and (select platform.actor_cities()) @> array[city_id])
    else (select emergency.is_keeper()) or (select platform.actor_cities()) @> array[city_id] end);
create policy city_writes on emergency.situation_note for insert to mmc_member
  with check (author_id = (select platform.actor_person()) and exists (select from emergency.response r where r.id = response_id and r.stage = 'published')
    and ((from_city and emergency.is_ours(city_id)) or (not from_city and (select emergency.is_keeper()))));

create policy reads on emergency.need for select to mmc_member
  using ((select platform.actor_is_secretariat()) or emergency.is_ours(city_id) or emergency.helped_by_us(id)
    or (may_show and verified_by is not null and stage <> 'withdrawn' and response_id in (select r.id from emergency.response r)));
create policy anybody_asks on emergency.need for insert to mmc_member
  with check (stage = 'open' and exists (select from emergency.response r where r.id = response_id and r.stage = 'published')
    and (verified_by is null or (verified_by = (select platform.actor_person()) and emergency.is_ours(city_id))));
create policy keeper_changes on emergency.need for update to mmc_member
  using ((select emergency.is_keeper()) or emergency.is_ours(city_id)) with check ((select emergency.is_keeper()) or emergency.is_ours(city_id));
create policy reads on emergency.offer for select to mmc_member
  using ((select platform.actor_is_secretariat()) or emergency.is_ours(city_id) or emergency.helps_us(id)
    or (may_show and verified_by is not null and stage <> 'withdrawn' and response_id in (select r.id from emergency.response r)));
create policy anybody_offers on emergency.offer for insert to mmc_member
  with check (stage = 'open' and exists (select from emergency.response r where r.id = response_id and r.stage = 'published')
    and (verified_by is null or (verified_by = (select platform.actor_person()) and emergency.is_ours(city_id))));
create policy keeper_changes on emergency.offer for update to mmc_member
  using ((select emergency.is_keeper()) or emergency.is_ours(city_id)) with check ((select emergency.is_keeper()) or emergency.is_ours(city_id));
create policy reads on emergency.pairing for select to mmc_member
  using ((select platform.actor_is_secretariat()) or (state in ('agreed', 'under-way', 'done')
    and need_id in (select n.id from emergency.need n) and offer_id in (select o.id from emergency.offer o)));
create policy keeper_pairs on emergency.pairing for insert to mmc_member with check ((select emergency.is_keeper()) and state = 'offered');
create policy keeper_moves on emergency.pairing for update to mmc_member using ((select emergency.is_keeper())) with check ((select emergency.is_keeper()));
create policy reads on emergency.pairing_step for select to mmc_member using ((select platform.actor_is_secretariat()));
create policy keeper_writes on emergency.pairing_step for insert to mmc_member
  with check ((select emergency.is_keeper()) and by_person = (select platform.actor_person()));

create policy reads on emergency.bulletin for select to mmc_member
  using ((select platform.actor_is_secretariat()) or (sent_at is not null and response_id in (select r.id from emergency.response r)));
create policy keeper_drafts on emergency.bulletin for insert to mmc_member
  with check ((select emergency.is_keeper()) and sent_at is null and drafted_by = (select platform.actor_person()));
create policy keeper_changes on emergency.bulletin for update to mmc_member
  using ((select emergency.is_keeper()) and sent_at is null) with check ((select emergency.is_keeper()));
