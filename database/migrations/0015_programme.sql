-- Programme activities matched with cities, both ways, without asking any city too much.

create schema programme;
comment on schema programme is 'What is open to cities, whom it should reach, invitations, and the contact budget';
grant usage on schema programme to mmc_public, mmc_member, mmc_worker, mmc_verify;
