-- One application of a city government to a window: its people, answers, attachments, commitments and receipts.

create schema applications;
comment on schema applications is 'Applications of city governments';
grant usage on schema applications to mmc_public, mmc_member, mmc_worker, mmc_verify;
