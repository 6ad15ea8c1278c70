-- Whoever proposed a claim may take it back before anybody decided: it then counts nowhere, as one refused, and stays on record.
-- So the undoing of an import needs no second person, and nobody else can make a proposal vanish alone.

alter table impact.claim_decision drop constraint claim_decision_outcome_check;
alter table impact.claim_decision add constraint claim_decision_outcome_check
  check (outcome in ('verified', 'refused', 'taken-back', 'imported'));
alter table impact.claim_decision drop constraint a_public_act_is_in_the_log;
alter table impact.claim_decision add constraint a_public_act_is_in_the_log
  check ((outcome in ('refused', 'taken-back')) = (leaf_index is null));
alter table impact.claim_decision add constraint a_claim_is_taken_back_not_a_change
  check (outcome <> 'taken-back' or change_id is null);

create or replace function impact.needs_a_second_person() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare proposer uuid; of_claim uuid;
begin
  if new.change_id is null then
    select c.proposed_by, c.id into proposer, of_claim from impact.claim c where c.id = new.claim_id;
  else
    select c.proposed_by, c.claim_id into proposer, of_claim from impact.claim_change c where c.id = new.change_id;
  end if;
  if of_claim is distinct from new.claim_id then
    raise exception 'The decision is about another claim' using errcode = 'check_violation', constraint = 'decision_of_its_own_claim';
  end if;
  if (new.decided_by is not distinct from proposer) <> (new.outcome = 'taken-back') and new.outcome <> 'imported' then
    raise exception 'Its proposer may not decide on it, and only its proposer takes it back'
      using errcode = 'check_violation', constraint = 'decided_by_a_second_person';
  end if;
  return new;
end $$;
