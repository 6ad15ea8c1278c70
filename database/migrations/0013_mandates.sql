-- Who may act for a city, until when, and how the council came to know it. The right itself is people.role_grant.

create schema mandates;
comment on schema mandates is 'Requests to act for a city, how each was verified, whom the council already knows in a city';
grant usage on schema mandates to mmc_public, mmc_member, mmc_worker, mmc_verify;
