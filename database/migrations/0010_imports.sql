-- Files of people, brought in after they saw what would be refused; each confirmation can be taken back.
create schema imports;
grant usage on schema imports to mmc_member, mmc_worker, mmc_verify;

create table imports.batch (
  id uuid primary key,
  kind text not null,
  file_name text not null,
  file_sha256 text not null,
  content jsonb not null,
  mapping jsonb not null,
  stage text not null default 'read' check (stage in ('read', 'confirmed', 'undone', 'discarded')),
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  confirmed_by uuid,
  confirmed_at timestamptz,
  record_ids jsonb not null default '[]',
  undone_by uuid,
  undone_at timestamptz,
  check ((stage in ('confirmed', 'undone')) = (confirmed_at is not null)),
  check ((stage = 'undone') = (undone_at is not null))
);
comment on table imports.batch is 'confidentiality: staff. Tables read from files, how their columns were understood, and which records came of them.';
create index batch_recent on imports.batch (created_at desc);
call platform.guard_table('imports.batch');
grant select, insert, update on imports.batch to mmc_member, mmc_worker;
create policy secretariat_all on imports.batch to mmc_member
  using ((select platform.actor_is_secretariat())) with check ((select platform.actor_is_secretariat()));
create policy worker_all on imports.batch to mmc_worker using (true) with check (true);

-- Undoing an import takes its records away again, as long as nobody built on them.
grant delete on people.organisation to mmc_member, mmc_worker;
grant select, insert on people.organisation to mmc_worker;
create policy secretariat_takes_back on people.organisation for delete to mmc_member using ((select platform.actor_is_secretariat()));
