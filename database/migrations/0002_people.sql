-- Who people are, what they may do and since when, and how they prove that it is them.
-- A sign-in looks things up before anybody is known: the few functions below that do it belong to the owner.

create schema people;
comment on schema people is 'Persons, organisations, dated roles, credentials, sessions';
grant usage on schema people to mmc_public, mmc_member, mmc_worker, mmc_verify;

create table people.person (
  id uuid primary key,
  visibility text not null default 'staff' check (visibility in ('public', 'staff')),
  name text not null check (length(name) between 1 and 200),
  preferred_language text not null default 'en' check (preferred_language in ('en', 'fr', 'es', 'pt', 'ar')),
  time_zone text not null default 'UTC',
  version integer not null default 1,
  created_at timestamptz not null default clock_timestamp()
);
comment on table people.person is 'confidentiality: public. A human being. Holders of public office are public by name; all others (visibility staff) are seen by the secretariat and themselves.';
create index person_name on people.person (lower(name));

-- A public office in a city. Nothing else is kept about the person who holds it.
create table people.office (
  id uuid primary key,
  person_id uuid not null references people.person,
  city_id uuid not null,
  office text not null check (office in ('mayor', 'head-of-government', 'former-mayor')),
  from_date date, from_precision text, from_certainty text,
  to_date date, to_precision text, to_certainty text,
  last_listed date, last_listed_precision text,
  sources jsonb not null check (jsonb_array_length(sources) > 0),
  remark jsonb,
  check ((from_date is null) = (from_certainty is null) and (from_date is null) = (from_precision is null)),
  check ((to_date is null) = (to_certainty is null) and (to_date is null) = (to_precision is null)),
  check (from_precision in ('day', 'month', 'year') and to_precision in ('day', 'month', 'year')),
  check (from_certainty in ('stated', 'by') and to_certainty in ('stated', 'not-after'))
);
comment on table people.office is 'confidentiality: public. Public offices in cities, dated, with their sources.';
create index office_city on people.office (city_id);
create index office_person on people.office (person_id);

create table people.organisation (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name jsonb not null check (name ?& array['en', 'fr', 'es', 'pt', 'ar']),
  acronym text,
  kind text not null check (kind in ('foundation', 'philanthropy', 'non-profit', 'government', 'un-agency', 'city-network',
    'city-coalition', 'development-bank', 'pooled-fund', 'research-institute')),
  country text check (country ~ '^[A-Z]{2}$'),
  address text check (address ~ '^https?://'),
  sources jsonb not null default '[]',
  inferred boolean not null default false,
  remark jsonb,
  version integer not null default 1,
  -- Set when a person changed it: the shipped edition then leaves it alone.
  edited_at timestamptz
);
comment on table people.organisation is 'confidentiality: public. Organisations the council deals with.';

create table people.relationship (
  id uuid primary key,
  organisation_id uuid not null references people.organisation,
  relation text not null check (relation in ('fiscal-sponsor', 'founding-supporter', 'donor-of-council', 'donor-of-fund',
    'donor-of-window', 'donor-of-body', 'strategic-partner', 'network-partner', 'coalition-member', 'convenor', 'advisor')),
  object_kind text not null check (object_kind in ('council', 'fund', 'body', 'window')),
  object_id uuid,
  from_date date, from_precision text, from_certainty text,
  to_date date, to_precision text, to_certainty text,
  last_listed date, last_listed_precision text,
  sources jsonb not null check (jsonb_array_length(sources) > 0),
  inferred boolean not null default false,
  remark jsonb,
  check ((object_kind in ('body', 'window')) = (object_id is not null)),
  check ((from_date is null) = (from_certainty is null) and (from_date is null) = (from_precision is null)),
  check ((to_date is null) = (to_certainty is null) and (to_date is null) = (to_precision is null)),
  check (from_precision in ('day', 'month', 'year') and to_precision in ('day', 'month', 'year')),
  check (from_certainty in ('stated', 'by') and to_certainty in ('stated', 'not-after'))
);
comment on table people.relationship is 'confidentiality: public. What an organisation was to the council, its fund, a body or a window, and when.';
create index relationship_organisation on people.relationship (organisation_id);
create index relationship_object on people.relationship (object_kind, object_id);

create table people.email_address (
  address text primary key check (address = lower(address) and length(address) <= 254),
  person_id uuid not null references people.person,
  verified_at timestamptz,
  added_at timestamptz not null default clock_timestamp()
);
comment on table people.email_address is 'confidentiality: restricted. Where mail for a person goes. One person for each address.';
create index email_address_person on people.email_address (person_id);

create table people.account (
  person_id uuid primary key references people.person,
  opened_at timestamptz not null default clock_timestamp(),
  -- Until then, a mailed code or the operator's link may set up the first passkey or passphrase.
  invited_until timestamptz,
  invited_by uuid references people.person,
  suspended_at timestamptz,
  suspended_by uuid references people.person,
  suspended_why text,
  trial boolean not null default false,
  check ((suspended_at is null) = (suspended_why is null))
);
comment on table people.account is 'confidentiality: staff. Who may sign in at all, and who is suspended.';

create table people.role_grant (
  id uuid primary key,
  person_id uuid not null references people.person,
  role text not null check (role in ('city-focal-point', 'city-certifier', 'mayor', 'reviewer', 'board-member', 'partner', 'funder',
    'staff-support', 'staff-diplomacy', 'staff-fund', 'staff-communications', 'finance', 'director', 'administrator')),
  city_id uuid,
  organisation_id uuid references people.organisation,
  from_date date not null,
  to_date date,
  -- Nobody means the operator, at the command line.
  granted_by uuid references people.person,
  granted_at timestamptz not null default clock_timestamp(),
  basis text not null check (length(basis) between 1 and 500),
  ended_at timestamptz,
  ended_by uuid references people.person,
  ended_why text,
  check (to_date is null or from_date <= to_date),
  check ((role in ('city-focal-point', 'city-certifier', 'mayor')) = (city_id is not null)),
  check (organisation_id is null or role in ('partner', 'funder')),
  check ((ended_at is null) = (ended_why is null)),
  constraint nobody_grants_to_themself check (granted_by is distinct from person_id),
  constraint no_role_twice_at_once exclude using gist (
    person_id with =, role with =,
    coalesce(city_id, '00000000-0000-0000-0000-000000000000') with =,
    coalesce(organisation_id, '00000000-0000-0000-0000-000000000000') with =,
    daterange(from_date, to_date, '[]') with &&
  ) where (ended_at is null)
);
comment on table people.role_grant is 'confidentiality: city. A role is an interval granted by someone; it is ended, never erased.';
create index role_grant_person on people.role_grant (person_id);
create index role_grant_role on people.role_grant (role, city_id) where ended_at is null;

create table people.session (
  id uuid primary key,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  person_id uuid not null references people.account,
  assurance text not null check (assurance in ('mailed-code', 'trial-link', 'passphrase', 'passkey')),
  created_at timestamptz not null default clock_timestamp(),
  last_seen_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  idle_minutes integer not null check (idle_minutes > 0),
  stepped_up_at timestamptz,
  revoked_at timestamptz,
  device text not null default ''
);
comment on table people.session is 'confidentiality: restricted. Open and closed sessions; the token itself is known to the browser only.';
create index session_person on people.session (person_id) where revoked_at is null;

create table people.passphrase (
  person_id uuid primary key references people.account,
  salt bytea not null,
  hash bytea not null,
  set_at timestamptz not null default clock_timestamp()
);
comment on table people.passphrase is 'confidentiality: restricted. Passphrases: scrypt, then keyed with the operator''s secret.';

create table people.totp (
  person_id uuid primary key references people.account,
  -- AES-256-GCM under a key derived from the operator's secret.
  sealed_secret bytea not null,
  last_step integer not null,
  set_at timestamptz not null default clock_timestamp()
);
comment on table people.totp is 'confidentiality: restricted. Authenticator apps; a code''s time step is used once.';

create table people.printed_code (
  person_id uuid not null references people.account,
  code_hash bytea not null,
  made_at timestamptz not null default clock_timestamp(),
  used_at timestamptz,
  primary key (person_id, code_hash)
);
comment on table people.printed_code is 'confidentiality: restricted. Printed codes, hashed, each good once.';

create table people.passkey (
  id text primary key,
  person_id uuid not null references people.account,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  synced boolean not null,
  added_at timestamptz not null default clock_timestamp(),
  last_used_at timestamptz
);
comment on table people.passkey is 'confidentiality: restricted. Passkeys: public keys of people''s devices.';
create index passkey_person on people.passkey (person_id);

create table people.used_challenge (
  hash bytea primary key,
  used_at timestamptz not null default clock_timestamp()
);
comment on table people.used_challenge is 'confidentiality: restricted. Passkey challenges already answered, so that none is answered twice.';

-- Also written for addresses nobody has, so that asking tells nothing.
create table people.mailed_code (
  id uuid primary key,
  person_id uuid references people.account,
  address text,
  code_hash bytea,
  asked_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null default clock_timestamp() + interval '10 minutes',
  tries integer not null default 0,
  used_at timestamptz
);
comment on table people.mailed_code is 'confidentiality: restricted. Codes sent by mail: ten minutes, once, five tries.';

create table people.one_time_link (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  kind text not null check (kind in ('trial', 'enrolment')),
  person_id uuid not null references people.account,
  made_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table people.one_time_link is 'confidentiality: restricted. Sign-in links printed for the operator, each good once.';

create table people.attempt (
  id uuid primary key,
  at timestamptz not null default clock_timestamp(),
  purpose text not null check (purpose in ('passphrase', 'second-factor', 'mail', 'code-request')),
  account bytea not null,
  network bytea not null,
  succeeded boolean not null default false
);
comment on table people.attempt is 'confidentiality: restricted. Sign-in attempts, by keyed hash of address and network; kept a day.';
create index attempt_account on people.attempt (account, purpose, at);
create index attempt_network on people.attempt (network, purpose, at);

do $$
declare t text;
begin
  foreach t in array array['person', 'office', 'organisation', 'relationship', 'email_address', 'account', 'role_grant', 'session',
    'passphrase', 'totp', 'printed_code', 'passkey', 'used_challenge', 'mailed_code', 'one_time_link', 'attempt']
  loop
    execute format('call platform.guard_table(%L)', 'people.' || t);
    execute format('grant select, insert, update, delete on people.%I to mmc_worker', t);
    execute format('create policy worker_all on people.%I to mmc_worker using (true) with check (true)', t);
  end loop;
end $$;
revoke delete on people.role_grant, people.person, people.account from mmc_worker;

-- What everybody may see.
grant select (id, visibility, name) on people.person to mmc_public;
create policy public_reads on people.person for select to mmc_public using (visibility = 'public');
grant select on people.office, people.organisation, people.relationship to mmc_public, mmc_member;
create policy public_reads on people.office for select to mmc_public, mmc_member using (true);
create policy public_reads on people.organisation for select to mmc_public, mmc_member using (true);
create policy public_reads on people.relationship for select to mmc_public, mmc_member using (true);

-- Persons and their accounts: their own, and all for the secretariat.
grant select, insert, update (name, preferred_language, time_zone, version) on people.person to mmc_member;
create policy reads on people.person for select to mmc_member
  using (visibility = 'public' or id = (select platform.actor_person()) or (select platform.actor_is_secretariat()));
create policy inviter_writes on people.person for insert to mmc_member
  with check ((select platform.actor_has('administrator', 'director')) and visibility = 'staff');
create policy own_or_administrator on people.person for update to mmc_member
  using (id = (select platform.actor_person()) or (select platform.actor_has('administrator', 'director')));

grant select, insert on people.email_address to mmc_member;
create policy own_or_secretariat on people.email_address for select to mmc_member
  using (person_id = (select platform.actor_person()) or (select platform.actor_is_secretariat()));
create policy inviter_writes on people.email_address for insert to mmc_member
  with check ((select platform.actor_has('administrator', 'director')) and verified_at is null);

grant select, insert, update (invited_until, invited_by, suspended_at, suspended_by, suspended_why) on people.account to mmc_member;
create policy own_or_secretariat on people.account for select to mmc_member
  using (person_id = (select platform.actor_person()) or (select platform.actor_is_secretariat()));
create policy inviter_writes on people.account for insert to mmc_member
  with check ((select platform.actor_has('administrator', 'director')) and invited_by = (select platform.actor_person()) and not trial);
create policy administrator_changes on people.account for update to mmc_member
  using ((select platform.actor_has('administrator', 'director')) and person_id <> (select platform.actor_person()));

grant select, insert, update (ended_at, ended_by, ended_why) on people.role_grant to mmc_member;
create policy reads on people.role_grant for select to mmc_member
  using (person_id = (select platform.actor_person()) or (select platform.actor_is_secretariat())
    or city_id = any ((select platform.actor_cities())::uuid[]));
create policy granter_writes on people.role_grant for insert to mmc_member
  with check ((select platform.actor_has('administrator', 'director')) and granted_by = (select platform.actor_person())
    and (role <> 'administrator' or (select platform.actor_has('administrator'))) and ended_at is null);
create policy ends on people.role_grant for update to mmc_member
  using (person_id = (select platform.actor_person()) or (select platform.actor_has('administrator', 'director')))
  with check (ended_by = (select platform.actor_person()) and ended_at is not null);

grant insert, update (name, acronym, kind, country, address, version, edited_at) on people.organisation to mmc_member;
create policy secretariat_adds on people.organisation for insert to mmc_member with check ((select platform.actor_is_secretariat()));
create policy secretariat_changes on people.organisation for update to mmc_member using ((select platform.actor_is_secretariat()));

-- Sessions: one's own; an administrator may see that there are some, and close them. Nobody reads a token's hash.
grant insert, update (token_hash, assurance, expires_at, idle_minutes, stepped_up_at, revoked_at) on people.session to mmc_member;
grant select (id, person_id, assurance, created_at, last_seen_at, expires_at, idle_minutes, stepped_up_at, revoked_at, device)
  on people.session to mmc_member;
create policy own_rows on people.session to mmc_member
  using (person_id = (select platform.actor_person())) with check (person_id = (select platform.actor_person()));
create policy administrator_reads on people.session for select to mmc_member using ((select platform.actor_has('administrator', 'director')));
create policy administrator_revokes on people.session for update to mmc_member
  using ((select platform.actor_has('administrator', 'director'))) with check (revoked_at is not null);

-- Credentials: nobody's but one's own.
grant select, insert, update, delete on people.passphrase, people.totp, people.printed_code, people.passkey to mmc_member;
create policy own_rows on people.passphrase to mmc_member
  using (person_id = (select platform.actor_person())) with check (person_id = (select platform.actor_person()));
create policy own_rows on people.totp to mmc_member
  using (person_id = (select platform.actor_person())) with check (person_id = (select platform.actor_person()));
create policy own_rows on people.printed_code to mmc_member
  using (person_id = (select platform.actor_person())) with check (person_id = (select platform.actor_person()));
create policy own_rows on people.passkey to mmc_member
  using (person_id = (select platform.actor_person())) with check (person_id = (select platform.actor_person()));
grant insert on people.used_challenge to mmc_member;
create policy member_writes on people.used_challenge for insert to mmc_member with check (true);
grant insert (id) on people.mailed_code to mmc_member;
create policy member_asks on people.mailed_code for insert to mmc_member with check (person_id is null and code_hash is null);

-- The session behind a cookie: who, how sure, and the roles that hold today. Empty when it is over in any way.
create function people.open_session(hash bytea)
  returns table (session_id uuid, person_id uuid, name text, assurance text, stepped_up_at timestamptz, trial boolean, roles jsonb)
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with live as (
    select s.id, s.person_id, p.name, s.assurance, s.stepped_up_at, s.last_seen_at, a.trial
    from people.session s
    join people.account a on a.person_id = s.person_id
    join people.person p on p.id = s.person_id
    where s.token_hash = hash and s.revoked_at is null and a.suspended_at is null
      and s.expires_at > clock_timestamp()
      and s.last_seen_at > clock_timestamp() - make_interval(mins => s.idle_minutes)
  ), seen as (
    update people.session s set last_seen_at = clock_timestamp()
    from live where s.id = live.id and live.last_seen_at < clock_timestamp() - interval '1 minute'
  )
  select live.id, live.person_id, live.name, live.assurance, live.stepped_up_at, live.trial, coalesce((
    select jsonb_agg(jsonb_build_object('role', g.role, 'cityId', g.city_id, 'organisationId', g.organisation_id, 'until', g.to_date)
      order by g.from_date, g.id)
    from people.role_grant g
    where g.person_id = live.person_id and g.ended_at is null
      and (clock_timestamp() at time zone 'UTC')::date between g.from_date and coalesce(g.to_date, 'infinity')
  ), '[]')
  from live
$$;

-- What a passphrase is checked against. Nothing for the suspended.
create function people.find_sign_in(wanted text)
  returns table (person_id uuid, name text, salt bytea, hash bytea)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, p.name, w.salt, w.hash
  from people.email_address e
  join people.account a on a.person_id = e.person_id
  join people.person p on p.id = e.person_id
  left join people.passphrase w on w.person_id = p.id
  where e.address = lower(wanted) and a.suspended_at is null
$$;

create function people.find_passkey(credential text)
  returns table (person_id uuid, name text, public_key bytea, counter bigint, transports text[])
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.person_id, p.name, k.public_key, k.counter, k.transports
  from people.passkey k
  join people.account a on a.person_id = k.person_id
  join people.person p on p.id = k.person_id
  where k.id = credential and a.suspended_at is null
$$;

-- Whose link it is, without using it up.
create function people.peek_link(hash bytea, wanted text)
  returns table (person_id uuid, name text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, p.name
  from people.one_time_link l
  join people.account a on a.person_id = l.person_id
  join people.person p on p.id = l.person_id
  where l.token_hash = hash and l.kind = wanted and l.used_at is null and l.expires_at > clock_timestamp() and a.suspended_at is null
$$;

create function people.take_link(hash bytea, wanted text)
  returns table (person_id uuid, name text)
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update people.one_time_link l set used_at = clock_timestamp()
  from people.account a join people.person p on p.id = a.person_id
  where a.person_id = l.person_id and a.suspended_at is null
    and l.token_hash = hash and l.kind = wanted and l.used_at is null and l.expires_at > clock_timestamp()
  returning p.id, p.name
$$;

-- One try at a mailed code: counted whether or not it is right, and whether or not anybody asked for it.
create function people.try_mailed_code(asked uuid, hash bytea)
  returns table (outcome text, person_id uuid, name text)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare code people.mailed_code;
begin
  update people.mailed_code m set tries = m.tries + 1
    where m.id = asked and m.used_at is null and m.expires_at > clock_timestamp() and m.tries < 5
    returning m.* into code;
  if code.id is null then
    return query select 'gone', null::uuid, null::text;
  elsif code.code_hash is distinct from hash then
    return query select 'wrong', null::uuid, null::text;
  else
    update people.mailed_code m set used_at = clock_timestamp() where m.id = asked;
    update people.email_address e set verified_at = clock_timestamp() where e.address = code.address and e.verified_at is null;
    return query
      select case when a.suspended_at is null then 'right' else 'gone' end, p.id, p.name
      from people.account a join people.person p on p.id = a.person_id where a.person_id = code.person_id;
  end if;
end $$;

-- Notes an attempt as failed, then counts: so guesses made at once count each other. Failures only.
create function people.begin_attempt(attempt_id uuid, what text, who bytea, where_from bytea)
  returns table (by_both integer, by_account integer, by_network integer)
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into people.attempt (id, purpose, account, network) values (attempt_id, what, who, where_from);
  select
    (select count(*)::int from people.attempt a where a.account = who and a.network = where_from and a.purpose = what
      and not a.succeeded and a.at > clock_timestamp() - interval '15 minutes'),
    (select count(*)::int from people.attempt a where a.account = who and a.purpose = what
      and not a.succeeded and a.at > clock_timestamp() - interval '1 hour'),
    (select count(*)::int from people.attempt a where a.network = where_from and a.purpose = what
      and not a.succeeded and a.at > clock_timestamp() - interval '1 hour')
$$;

create function people.settle_attempt(attempt_id uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update people.attempt set succeeded = true where id = attempt_id
$$;

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'people'
  loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to mmc_member, mmc_worker', f);
  end loop;
end $$;
