-- What the council opens in an emergency.

create schema emergency;
comment on schema emergency is 'Response pages: resources, situation notes by city, requests, who helps whom';
grant usage on schema emergency to mmc_public, mmc_member, mmc_worker, mmc_verify;
