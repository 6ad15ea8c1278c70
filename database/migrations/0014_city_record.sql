-- What a city has said of itself, told once and used everywhere.

create schema city_record;
comment on schema city_record is 'What a city has said of itself, once: who said it, when, and who confirmed it';
grant usage on schema city_record to mmc_public, mmc_member, mmc_worker, mmc_verify;
