-- Which set is funded under budget and restrictions; decisions with dissent; the public prospectus.

create schema portfolio;
comment on schema portfolio is 'Portfolios, decisions and the prospectus';
grant usage on schema portfolio to mmc_public, mmc_member, mmc_worker, mmc_verify;
