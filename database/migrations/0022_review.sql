-- Reviewers, conflicts declared and computed, scores hidden until filed, discussion, feedback.

create schema review;
comment on schema review is 'How applications are reviewed';
grant usage on schema review to mmc_public, mmc_member, mmc_worker, mmc_verify;
