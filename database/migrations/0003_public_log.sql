-- The public log: a Merkle tree (RFC 6962) over public acts, so that history cannot be edited unseen.
-- Leaves, subtree hashes and checkpoints are only ever added. Personal data never enters; see public_log.salt.

create schema if not exists public_log;
comment on schema public_log is 'The Merkle log of public acts';
grant usage on schema public_log to mmc_public, mmc_member, mmc_worker, mmc_verify;

create table public_log.leaf (
  index bigint primary key check (index >= 0),
  -- The exact bytes hashed: canonical JSON of at, kind and body. An entry bundle holds at most 65,535 bytes an entry.
  body bytea not null check (octet_length(body) between 1 and 65535),
  leaf_hash bytea not null check (leaf_hash = sha256('\x00'::bytea || body)),
  kind text not null check (kind ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
  at timestamptz not null
);
comment on table public_log.leaf is 'confidentiality: public. One public act each, in order, without gaps; never personal data.';
create index leaf_kind on public_log.leaf (kind, index);

-- The hash of every complete subtree of 2^level leaves; the last leaf of a subtree brings it along. Level 0 is leaf.leaf_hash.
create table public_log.interior (
  level smallint not null check (level between 1 and 62),
  n bigint not null check (n >= 0),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (level, n)
);
comment on table public_log.interior is 'confidentiality: public. Hashes of complete subtrees of the log, by level and place.';

-- One row. Whoever appends locks it last in the transaction and holds it until the end: so indexes have no gaps.
create table public_log.head (
  single boolean primary key default true check (single),
  size bigint not null check (size >= 0)
);
comment on table public_log.head is 'confidentiality: public. How many leaves the log has.';

create table public_log.checkpoint (
  size bigint not null check (size >= 0),
  -- name+hash of the key, as in a verifier key, so that a new key may sign a size again.
  key text not null,
  root bytea not null check (octet_length(root) = 32),
  text text not null,
  signed_at timestamptz not null,
  primary key (size, key)
);
comment on table public_log.checkpoint is 'confidentiality: public. Checkpoints signed and handed out; none may contradict another.';

create table public_log.salt (
  id uuid primary key,
  salt bytea not null check (octet_length(salt) = 32),
  made_at timestamptz not null default clock_timestamp()
);
comment on table public_log.salt is 'confidentiality: restricted. Salts of commitments in the log; deleting a row erases what it hid.';

call platform.guard_table('public_log.leaf');
call platform.guard_table('public_log.interior');
call platform.guard_table('public_log.head');
call platform.guard_table('public_log.checkpoint');
call platform.guard_table('public_log.salt');

insert into public_log.head (size) values (0);

-- Even the owner, at the keyboard, changes no history by accident.
create function public_log.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The public log is only ever added to' using errcode = 'insufficient_privilege';
end $$;
create trigger only_added_to before update or delete or truncate on public_log.leaf
  for each statement execute function public_log.refuse_change();
create trigger only_added_to before update or delete or truncate on public_log.interior
  for each statement execute function public_log.refuse_change();
create trigger only_added_to before update or delete or truncate on public_log.checkpoint
  for each statement execute function public_log.refuse_change();

create function public_log.refuse_shrinking() returns trigger language plpgsql as $$
begin
  if new.size < old.size then
    raise exception 'The public log does not shrink' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger only_grows before update on public_log.head
  for each row execute function public_log.refuse_shrinking();

grant select on public_log.leaf, public_log.interior, public_log.head, public_log.checkpoint to mmc_public, mmc_member, mmc_worker;
grant insert on public_log.leaf, public_log.interior, public_log.checkpoint to mmc_member, mmc_worker;
grant update (size) on public_log.head to mmc_member, mmc_worker;

create policy anyone_reads on public_log.leaf for select to mmc_public, mmc_member, mmc_worker using (true);
create policy anyone_reads on public_log.interior for select to mmc_public, mmc_member, mmc_worker using (true);
create policy anyone_reads on public_log.head for select to mmc_public, mmc_member, mmc_worker using (true);
create policy anyone_reads on public_log.checkpoint for select to mmc_public, mmc_member, mmc_worker using (true);
create policy acts_append on public_log.leaf for insert to mmc_member, mmc_worker with check (true);
create policy acts_append on public_log.interior for insert to mmc_member, mmc_worker with check (true);
create policy acts_append on public_log.checkpoint for insert to mmc_member, mmc_worker with check (true);
create policy acts_append on public_log.head for update to mmc_member, mmc_worker using (true) with check (true);

-- A member's act may bring a salt along; only the secretariat and the worker read or delete one.
grant select, insert, delete on public_log.salt to mmc_member, mmc_worker;
create policy acts_bring on public_log.salt for insert to mmc_member with check (true);
create policy secretariat_reads on public_log.salt for select to mmc_member using ((select platform.actor_is_secretariat()));
create policy secretariat_erases on public_log.salt for delete to mmc_member using ((select platform.actor_is_secretariat()));
create policy worker_all on public_log.salt to mmc_worker using (true) with check (true);
