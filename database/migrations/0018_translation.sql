-- Answers in a city's language beside a reviewed translation.

create schema translation;
comment on schema translation is 'Source texts, their translations, glossary, files for translators';
grant usage on schema translation to mmc_public, mmc_member, mmc_worker, mmc_verify;
