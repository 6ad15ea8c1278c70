-- Forms as data: sections and questions, version by version. A published version never changes.

create schema application_forms;
comment on schema application_forms is 'Application forms, their versions and previews';
grant usage on schema application_forms to mmc_public, mmc_member, mmc_worker, mmc_verify;
