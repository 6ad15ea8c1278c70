-- Courses that are usable offline, events with places, and certificates that anyone can verify.

create schema training;
comment on schema training is 'Courses, modules, quizzes, events, attendance, certificates, feedback';
grant usage on schema training to mmc_public, mmc_member, mmc_worker, mmc_verify;
