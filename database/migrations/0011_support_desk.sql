-- What cities ask, what the council answers, and how each case goes. Strangers write through narrow doors: a case just
-- opened, or one whose secure link they hold. Internal notes stand in a table of their own that no city can read.

create schema support_desk;
comment on schema support_desk is 'Cases of cities, their threads, notes, partners, surveys and inbound mail';
grant usage on schema support_desk to mmc_public, mmc_member, mmc_worker, mmc_verify;

create table support_desk.case_number (
  year integer primary key,
  last integer not null
);
comment on table support_desk.case_number is 'confidentiality: staff. The last number given to a case of each year.';

create table support_desk.support_case (
  id uuid primary key,
  reference text not null unique check (reference ~ '^MMC-\d{4}-\d{4,7}-[0-9A-Z]$'),
  -- Null until somebody knows which city writes.
  city_id uuid references city_registry.city (id),
  requester_name text not null check (length(requester_name) between 1 and 200),
  requester_email text not null check (requester_email = lower(requester_email) and length(requester_email) <= 254),
  requester_role text not null default '',
  -- How we know that the requester speaks for the city; null while it is only claimed.
  verified_by uuid references people.person,
  verified_how text,
  topic text not null check (topic in ('housing', 'health', 'education', 'employment', 'protection', 'climate', 'data', 'funding', 'advocacy', 'emergency', 'other')),
  subject text not null check (length(subject) between 1 and 300),
  language text not null check (language in ('en', 'fr', 'es', 'pt', 'ar')),
  urgency text not null check (urgency in ('emergency', 'soon', 'normal')),
  channel text not null check (channel in ('web', 'mail')),
  stage text not null default 'new' check (stage in ('new', 'open', 'waiting-city', 'waiting-partner', 'resolved', 'closed', 'merged', 'set-aside')),
  stage_since timestamptz not null default clock_timestamp(),
  assignee_id uuid references people.person,
  due_on date,
  -- While waiting for others: when to remind them, and how often that was done.
  remind_on date,
  reminded integer not null default 0,
  opened_at timestamptz not null default clock_timestamp(),
  first_reply_at timestamptz,
  last_inbound_at timestamptz not null default clock_timestamp(),
  outcome text check (outcome in ('answered', 'connected-peer', 'connected-partner', 'funding-found', 'training-given', 'no-help-possible', 'withdrawn')),
  outcome_note text,
  resolved_at timestamptz,
  merged_into uuid references support_desk.support_case,
  version integer not null default 1,
  -- What a search looks through: small letters, for comparing without regard to case costs many times as much.
  folded text not null generated always as (lower(subject || ' ' || reference || ' ' || requester_name)) stored,
  constraint resolved_has_outcome check ((stage in ('resolved', 'closed')) <= (outcome is not null and resolved_at is not null)),
  constraint merged_says_where check ((stage = 'merged') = (merged_into is not null)),
  constraint not_into_itself check (merged_into <> id),
  constraint verified_says_how check ((verified_by is null) = (verified_how is null))
);
comment on table support_desk.support_case is 'confidentiality: city. One question or idea of a city, from its opening to its outcome.';
create index case_queue on support_desk.support_case (stage, due_on, id);
create index case_assignee on support_desk.support_case (assignee_id, stage, due_on);
create index case_city on support_desk.support_case (city_id, opened_at desc);
create index case_opened on support_desk.support_case (opened_at desc);
create index case_requester on support_desk.support_case (requester_email);
create index case_merged on support_desk.support_case (merged_into) where merged_into is not null;

create table support_desk.message (
  id uuid primary key,
  case_id uuid not null references support_desk.support_case,
  at timestamptz not null default clock_timestamp(),
  direction text not null check (direction in ('in', 'out')),
  channel text not null check (channel in ('web', 'mail')),
  -- Written by the platform, not by a person: does not count as a reply.
  automatic boolean not null default false,
  person_id uuid references people.person,
  from_name text not null,
  from_address text,
  body text not null,
  -- Of the mail, so that answers find their thread.
  message_id text unique,
  raw_mail_id uuid,
  -- From an address nobody of this case is known by: staff see it, the city's thread does not.
  kept_apart boolean not null default false,
  -- Names of the rules it matched: a claim that payment details changed.
  warnings text[] not null default '{}',
  constraint out_is_never_apart check (direction = 'in' or not kept_apart)
);
comment on table support_desk.message is 'confidentiality: city. What the city and the desk wrote to each other.';
create index message_case on support_desk.message (case_id, at);
create index message_apart on support_desk.message (at) where kept_apart;

create table support_desk.note (
  id uuid primary key,
  case_id uuid not null references support_desk.support_case,
  at timestamptz not null default clock_timestamp(),
  person_id uuid not null references people.person,
  body text not null check (body <> '')
);
comment on table support_desk.note is 'confidentiality: staff. Internal notes: they never leave the secretariat.';
create index note_case on support_desk.note (case_id, at);

create table support_desk.attachment (
  id uuid primary key,
  case_id uuid not null references support_desk.support_case,
  message_id uuid not null references support_desk.message,
  name text not null check (length(name) between 1 and 200),
  kind text check (kind in ('pdf', 'png', 'jpg', 'webp', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'txt')),
  size integer not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- Checked: one of our kinds by its content. Quarantined: kept whole, served to nobody.
  state text not null check (state in ('checked', 'quarantined')),
  constraint checked_has_kind check ((state = 'checked') = (kind is not null))
);
comment on table support_desk.attachment is 'confidentiality: city. Files that came with messages; the bytes are in the file store.';
create index attachment_case on support_desk.attachment (case_id);
create index attachment_message on support_desk.attachment (message_id);

create table support_desk.partner_request (
  id uuid primary key,
  case_id uuid not null references support_desk.support_case,
  organisation_id uuid not null references people.organisation,
  contact_email text not null check (contact_email = lower(contact_email)),
  language text not null check (language in ('en', 'fr', 'es', 'pt', 'ar')),
  question text not null check (question <> ''),
  -- What the city agreed to share, as it stood when it was shared: nothing else of the case can be reached from here.
  shared jsonb not null,
  asked_by uuid not null references people.person,
  asked_at timestamptz not null default clock_timestamp(),
  answered_at timestamptz,
  reminded integer not null default 0
);
comment on table support_desk.partner_request is 'confidentiality: network. A partner was asked for help with a case, with what the city agreed to share.';
create index partner_request_case on support_desk.partner_request (case_id);
create index partner_request_organisation on support_desk.partner_request (organisation_id, asked_at desc);

create table support_desk.partner_reply (
  id uuid primary key,
  request_id uuid not null references support_desk.partner_request,
  at timestamptz not null default clock_timestamp(),
  person_id uuid references people.person,
  from_name text not null check (from_name <> ''),
  body text not null check (body <> '')
);
comment on table support_desk.partner_reply is 'confidentiality: network. What partners answered; the desk passes it on in its own words.';
create index partner_reply_request on support_desk.partner_reply (request_id, at);

create table support_desk.consent (
  id uuid primary key,
  case_id uuid not null references support_desk.support_case,
  organisation_id uuid not null references people.organisation,
  -- What was asked for, and what the city agreed to; null while it has not answered. A new answer is a new row.
  asked text[] not null,
  agreed text[],
  at timestamptz not null default clock_timestamp(),
  person_id uuid references people.person,
  constraint agreed_within_asked check (agreed is null or agreed <@ asked)
);
comment on table support_desk.consent is 'confidentiality: city. What a city was asked to share with which partner, and what it agreed to. Only added to.';
create index consent_case on support_desk.consent (case_id, organisation_id, at desc);

create table support_desk.secure_link (
  id uuid primary key,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  case_id uuid not null references support_desk.support_case,
  audience text not null check (audience in ('requester', 'partner', 'survey')),
  partner_request_id uuid references support_desk.partner_request,
  made_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  constraint partner_link_names_request check ((audience = 'partner') = (partner_request_id is not null)),
  constraint link_ends check (expires_at <= made_at + interval '2 years')
);
comment on table support_desk.secure_link is 'confidentiality: restricted. Links to a case sent by mail; the token itself is known to its holder only.';
create index secure_link_case on support_desk.secure_link (case_id, audience);

create table support_desk.survey_answer (
  case_id uuid primary key references support_desk.support_case,
  helped text not null check (helped in ('yes', 'partly', 'no')),
  ease integer not null check (ease between 1 and 5),
  answered_at timestamptz not null default clock_timestamp()
);
comment on table support_desk.survey_answer is 'confidentiality: staff. What the city thought of the answer: two questions, once.';

create table support_desk.template (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title jsonb not null check (title ?& array['en', 'fr', 'es', 'pt', 'ar']),
  body jsonb not null check (body ?& array['en', 'fr', 'es', 'pt', 'ar']),
  version integer not null default 1,
  edited_by uuid references people.person,
  edited_at timestamptz
);
comment on table support_desk.template is 'confidentiality: staff. Texts that replies start from, in five languages.';

create table support_desk.skill (
  person_id uuid primary key references people.person,
  languages text[] not null check (languages <@ array['en', 'fr', 'es', 'pt', 'ar']),
  topics text[] not null,
  away_until date
);
comment on table support_desk.skill is 'confidentiality: staff. What the people of the desk know and speak, and until when they are away.';

create table support_desk.hand_over (
  id uuid primary key,
  at timestamptz not null default clock_timestamp(),
  from_person uuid not null references people.person,
  by_person uuid not null references people.person,
  reason text not null check (reason <> '')
);
comment on table support_desk.hand_over is 'confidentiality: staff. All of a person''s cases given to others in one act.';

create table support_desk.handed_case (
  hand_over_id uuid not null references support_desk.hand_over,
  case_id uuid not null references support_desk.support_case,
  to_person uuid not null references people.person,
  primary key (hand_over_id, case_id)
);
comment on table support_desk.handed_case is 'confidentiality: staff. Which case went to whom in a hand-over.';

-- A mail is kept before anything else is done with it: the bytes in the file store, this row in one transaction.
create table support_desk.raw_mail (
  id uuid primary key,
  received_at timestamptz not null default clock_timestamp(),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size integer not null check (size > 0),
  source text not null check (source in ('pipe', 'imap')),
  -- Mailbox, its validity and the message's number there, so that a mail fetched twice is kept once.
  source_key text unique,
  state text not null default 'waiting' check (state in ('waiting', 'filed', 'ignored', 'needs-look', 'looked-at')),
  -- Why it was ignored or needs a look: the key of a sentence.
  reason text,
  from_address text,
  subject text,
  case_id uuid references support_desk.support_case,
  settled_at timestamptz,
  settled_by uuid references people.person,
  constraint settled_once check ((state in ('waiting', 'needs-look')) = (settled_at is null))
);
comment on table support_desk.raw_mail is 'confidentiality: staff. Every mail that came, whole, and what became of it.';
create index raw_mail_state on support_desk.raw_mail (state, received_at);
create index raw_mail_sender on support_desk.raw_mail (from_address, received_at);

-- Mails that told staff of a city's message: an answer to one of them, from the same address, is the desk's reply.
create table support_desk.staff_notice (
  message_id text primary key,
  case_id uuid not null references support_desk.support_case,
  person_id uuid not null references people.person,
  address text not null,
  at timestamptz not null default clock_timestamp()
);
comment on table support_desk.staff_notice is 'confidentiality: restricted. Notices to staff by mail; only their receiver can answer one.';

create table support_desk.attempt (
  id uuid primary key,
  at timestamptz not null default clock_timestamp(),
  purpose text not null check (purpose in ('ask', 'link', 'find')),
  network bytea not null
);
comment on table support_desk.attempt is 'confidentiality: restricted. Requests by strangers, by keyed hash of their network; kept a day.';
create index attempt_network on support_desk.attempt (network, purpose, at);

do $$
declare t text;
begin
  foreach t in array array['case_number', 'support_case', 'message', 'note', 'attachment', 'partner_request', 'partner_reply', 'consent',
    'secure_link', 'survey_answer', 'template', 'skill', 'hand_over', 'handed_case', 'raw_mail', 'staff_notice', 'attempt']
  loop
    execute format('call platform.guard_table(%L)', 'support_desk.' || t);
    execute format('grant select, insert, update on support_desk.%I to mmc_worker', t);
    execute format('create policy worker_all on support_desk.%I to mmc_worker using (true) with check (true)', t);
  end loop;
end $$;
grant delete on support_desk.attempt to mmc_worker;
revoke update on support_desk.note, support_desk.consent, support_desk.partner_reply, support_desk.survey_answer, support_desk.hand_over,
  support_desk.handed_case from mmc_worker;

-- Whose link the transaction follows: its hash is told like the actor is.
create function support_desk.followed(wanted text) returns support_desk.secure_link
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select l from support_desk.secure_link l
  where l.token_hash = decode(nullif(current_setting('mmc.support_link', true), ''), 'hex') and l.audience = wanted
    and l.revoked_at is null and l.expires_at > clock_timestamp()
$$;
create function support_desk.linked_case() returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select (support_desk.followed('requester')).case_id
$$;
create function support_desk.linked_request() returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select (support_desk.followed('partner')).partner_request_id
$$;
create function support_desk.surveyed_case() returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select (support_desk.followed('survey')).case_id
$$;

-- A case opened a moment ago and not yet answered for: whoever opens it adds its first message, files and link.
create function support_desk.is_fresh(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from support_desk.support_case c where c.id = wanted and c.stage = 'new' and c.opened_at > clock_timestamp() - interval '1 minute'
    and not exists (select from support_desk.secure_link l where l.case_id = c.id))
$$;

create function support_desk.next_number(wanted integer) returns integer
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into support_desk.case_number as n (year, last) values (wanted, 1)
  on conflict (year) do update set last = n.last + 1 returning last
$$;

-- Notes a request, then counts those of the last hour: requests made at once count each other.
create function support_desk.count_attempt(attempt_id uuid, what text, where_from bytea) returns integer
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into support_desk.attempt (id, purpose, network) values (attempt_id, what, where_from);
  select count(*)::int from support_desk.attempt a where a.network = where_from and a.purpose = what and a.at > clock_timestamp() - interval '1 hour'
$$;
create function support_desk.attempts(what text, where_from bytea) returns integer
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::int from support_desk.attempt a where a.network = where_from and a.purpose = what and a.at > clock_timestamp() - interval '1 hour'
$$;

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'support_desk'
  loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to mmc_member, mmc_worker', f);
  end loop;
end $$;

-- What a message does to its case, whoever wrote it: a city's wakes it, a person's first reply is timed.
create function support_desk.after_message() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.kept_apart or new.automatic then return null; end if;
  if new.direction = 'in' then
    update support_desk.support_case set last_inbound_at = new.at, version = version + 1, remind_on = null, reminded = 0,
      stage = case when stage in ('waiting-city', 'waiting-partner', 'resolved', 'closed') then 'open' else stage end,
      stage_since = case when stage in ('waiting-city', 'waiting-partner', 'resolved', 'closed') then new.at else stage_since end
    where id in (new.case_id, (select c.merged_into from support_desk.support_case c where c.id = new.case_id));
  else
    update support_desk.support_case set first_reply_at = coalesce(first_reply_at, new.at), version = version + 1 where id = new.case_id;
  end if;
  return null;
end $$;
create trigger after_message after insert or update of kept_apart on support_desk.message
  for each row execute function support_desk.after_message();

create function support_desk.after_partner_reply() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare woken uuid;
begin
  update support_desk.partner_request set answered_at = coalesce(answered_at, new.at) where id = new.request_id returning case_id into woken;
  update support_desk.support_case set version = version + 1, remind_on = null, reminded = 0, stage_since = case when stage = 'waiting-partner' then new.at else stage_since end,
    stage = case when stage = 'waiting-partner' then 'open' else stage end where id = woken;
  return null;
end $$;
create trigger after_partner_reply after insert on support_desk.partner_reply for each row execute function support_desk.after_partner_reply();
revoke all on function support_desk.after_message(), support_desk.after_partner_reply() from public;

-- Cases: the secretariat sees all, the desk changes them; a city's people see their city's; a link shows its one.
grant select, insert, update (city_id, verified_by, verified_how, topic, subject, language, urgency, stage, stage_since, assignee_id, due_on, remind_on,
  reminded, outcome, outcome_note, resolved_at, merged_into, version) on support_desk.support_case to mmc_member;
create policy reads on support_desk.support_case for select to mmc_member
  using ((select platform.actor_is_secretariat()) or city_id = any ((select platform.actor_cities())::uuid[])
    or id = (select support_desk.linked_case()));
create policy anybody_asks on support_desk.support_case for insert to mmc_member
  with check (stage = 'new' and assignee_id is null and verified_by is null and first_reply_at is null and outcome is null);
create policy desk_changes on support_desk.support_case for update to mmc_member
  using ((select platform.actor_has('staff-support', 'director'))) with check ((select platform.actor_has('staff-support', 'director')));

grant select, insert, update (kept_apart) on support_desk.message to mmc_member;
create policy reads on support_desk.message for select to mmc_member
  using ((select platform.actor_is_secretariat()) or (not kept_apart and (case_id = (select support_desk.linked_case())
    or case_id in (select c.id from support_desk.support_case c where c.city_id = any ((select platform.actor_cities())::uuid[])))));
create policy desk_writes on support_desk.message for insert to mmc_member
  with check ((select platform.actor_has('staff-support', 'director')));
create policy city_writes on support_desk.message for insert to mmc_member
  with check (direction = 'in' and channel = 'web' and not automatic and not kept_apart and person_id is not distinct from (select platform.actor_person())
    and (case_id = (select support_desk.linked_case()) or support_desk.is_fresh(case_id)
      or case_id in (select c.id from support_desk.support_case c where c.city_id = any ((select platform.actor_cities())::uuid[]))));
-- The acknowledgement of a case just opened.
create policy acknowledges on support_desk.message for insert to mmc_member
  with check (direction = 'out' and automatic and support_desk.is_fresh(case_id));
create policy desk_accepts on support_desk.message for update to mmc_member
  using ((select platform.actor_has('staff-support', 'director'))) with check (not kept_apart);

grant select, insert on support_desk.note to mmc_member;
create policy secretariat_reads on support_desk.note for select to mmc_member using ((select platform.actor_is_secretariat()));
create policy secretariat_writes on support_desk.note for insert to mmc_member
  with check ((select platform.actor_is_secretariat()) and person_id = (select platform.actor_person()));

grant select, insert on support_desk.partner_request to mmc_member;
create policy reads on support_desk.partner_request for select to mmc_member
  using ((select platform.actor_is_secretariat()) or id = (select support_desk.linked_request())
    or organisation_id = any ((select platform.actor_organisations())::uuid[]));
create policy desk_asks on support_desk.partner_request for insert to mmc_member
  with check ((select platform.actor_has('staff-support', 'director')) and asked_by = (select platform.actor_person()));

grant select, insert on support_desk.partner_reply to mmc_member;
create policy reads on support_desk.partner_reply for select to mmc_member
  using ((select platform.actor_is_secretariat()) or request_id = (select support_desk.linked_request())
    or request_id in (select r.id from support_desk.partner_request r where r.organisation_id = any ((select platform.actor_organisations())::uuid[])));
create policy partner_writes on support_desk.partner_reply for insert to mmc_member
  with check (person_id is not distinct from (select platform.actor_person()) and (request_id = (select support_desk.linked_request())
    or request_id in (select r.id from support_desk.partner_request r where r.organisation_id = any ((select platform.actor_organisations())::uuid[]))));

grant select, insert on support_desk.attachment to mmc_member;
create policy reads on support_desk.attachment for select to mmc_member
  using ((select platform.actor_is_secretariat())
    or message_id in (select m.id from support_desk.message m where m.case_id = attachment.case_id
      and (m.case_id = (select support_desk.linked_case()) or (select platform.actor_cities()) is not null))
    or id::text in (select jsonb_array_elements(r.shared -> 'documents') ->> 'id' from support_desk.partner_request r
      where (select support_desk.linked_request()) is not null or (select platform.actor_organisations()) is not null));
create policy desk_attaches on support_desk.attachment for insert to mmc_member with check ((select platform.actor_has('staff-support', 'director')));
create policy city_attaches on support_desk.attachment for insert to mmc_member
  with check (case_id = (select support_desk.linked_case()) or support_desk.is_fresh(case_id)
    or case_id in (select c.id from support_desk.support_case c where c.city_id = any ((select platform.actor_cities())::uuid[])));

grant select, insert on support_desk.consent to mmc_member;
create policy reads on support_desk.consent for select to mmc_member
  using ((select platform.actor_is_secretariat()) or case_id = (select support_desk.linked_case())
    or case_id in (select c.id from support_desk.support_case c where c.city_id = any ((select platform.actor_cities())::uuid[])));
-- The desk asks, only the city agrees.
create policy desk_asks on support_desk.consent for insert to mmc_member
  with check ((select platform.actor_has('staff-support', 'director')) and agreed is null);
create policy city_agrees on support_desk.consent for insert to mmc_member
  with check (agreed is not null and person_id is not distinct from (select platform.actor_person())
    and (case_id = (select support_desk.linked_case())
      or case_id in (select c.id from support_desk.support_case c where c.city_id = any ((select platform.actor_cities())::uuid[]))));

-- Nobody reads links; the hash in hand is enough.
grant insert on support_desk.secure_link to mmc_member;
grant select (id, case_id, audience, partner_request_id, made_at, expires_at, revoked_at), update (expires_at, revoked_at) on support_desk.secure_link to mmc_member;
create policy desk_reads on support_desk.secure_link for select to mmc_member using ((select platform.actor_has('staff-support', 'director')));
create policy desk_extends on support_desk.secure_link for update to mmc_member
  using ((select platform.actor_has('staff-support', 'director'))) with check (true);
create policy desk_makes on support_desk.secure_link for insert to mmc_member with check ((select platform.actor_has('staff-support', 'director')));
create policy opener_makes on support_desk.secure_link for insert to mmc_member with check (audience = 'requester' and support_desk.is_fresh(case_id));

grant select, insert on support_desk.survey_answer to mmc_member;
create policy reads on support_desk.survey_answer for select to mmc_member
  using ((select platform.actor_is_secretariat()) or case_id = (select support_desk.surveyed_case()));
create policy city_answers on support_desk.survey_answer for insert to mmc_member with check (case_id = (select support_desk.surveyed_case()));

grant select, insert, update (title, body, version, edited_by, edited_at) on support_desk.template to mmc_member;
create policy secretariat_reads on support_desk.template for select to mmc_member using ((select platform.actor_is_secretariat()));
create policy desk_writes on support_desk.template for insert to mmc_member
  with check ((select platform.actor_has('staff-support', 'director')) and edited_by = (select platform.actor_person()));
create policy desk_changes on support_desk.template for update to mmc_member
  using ((select platform.actor_has('staff-support', 'director')))
  with check ((select platform.actor_has('staff-support', 'director')) and edited_by = (select platform.actor_person()));

grant select, insert, update (languages, topics, away_until) on support_desk.skill to mmc_member;
create policy secretariat_reads on support_desk.skill for select to mmc_member using ((select platform.actor_is_secretariat()));
create policy own_row on support_desk.skill for insert to mmc_member
  with check (person_id = (select platform.actor_person()) and (select platform.actor_is_secretariat()));
create policy own_change on support_desk.skill for update to mmc_member using (person_id = (select platform.actor_person()));

grant select, insert on support_desk.hand_over, support_desk.handed_case to mmc_member;
create policy secretariat_reads on support_desk.hand_over for select to mmc_member using ((select platform.actor_is_secretariat()));
create policy secretariat_reads on support_desk.handed_case for select to mmc_member using ((select platform.actor_is_secretariat()));
create policy desk_hands_over on support_desk.hand_over for insert to mmc_member
  with check ((select platform.actor_has('staff-support', 'director')) and by_person = (select platform.actor_person()));
create policy desk_hands_over on support_desk.handed_case for insert to mmc_member with check ((select platform.actor_has('staff-support', 'director')));

grant select, insert, update (state, reason, case_id, settled_at, settled_by) on support_desk.raw_mail to mmc_member;
create policy desk_reads on support_desk.raw_mail for select to mmc_member using ((select platform.actor_has('staff-support', 'director')));
create policy desk_settles on support_desk.raw_mail for update to mmc_member
  using ((select platform.actor_has('staff-support', 'director'))) with check (settled_by = (select platform.actor_person()));
revoke insert on support_desk.raw_mail from mmc_member;
