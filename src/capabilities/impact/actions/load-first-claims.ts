import { deriveClaims, type Edition } from '../../../edition/index.ts';
import { stableId } from '../../../kernel/id.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { appendLeaves } from '../../../platform/public-log/index.ts';
import type { World } from '../../../world.ts';
import { citeEdition } from '../../library/index.ts';
import { type CalendarDate, dayInUtc } from '../../../kernel/calendar-date.ts';
import { entryProblems, evidenceProblems } from '../rules/entry-problems.ts';
import { type FirstClaim, firstClaims } from '../rules/first-claims.ts';
import { entryLeaf } from '../rules/leaf-body.ts';
import { type ClaimToInsert, insertClaims } from '../store/insert-claims.ts';
import { settleFigures } from '../store/figure-steps.ts';
import { insertDecisions, lockLedger } from '../store/ledger.ts';
import { countFigures } from '../store/recount.ts';
import { listStoredIds } from '../store/stored-ids.ts';
import { countedAs } from './open-claim.ts';

/** Above this many new entries, counting all anew is quicker than settling each. */
const fewEnough = 20;

/**
 * Imports claims of the public record, each with its source: they count, and say that no two people have verified them.
 * An entry once imported stays as it is, whatever a later edition says: it is corrected by people.
 * @returns how many were new
 */
export async function loadFirstClaims(tx: Tx, world: World, edition: Edition): Promise<number> {
  const claims = firstClaims(edition, deriveClaims(edition));
  const stored = await listStoredIds(tx, 'first-edition');
  const today = dayInUtc(world.now());
  // On a machine whose clock is behind, what has not happened yet waits for a later start.
  const fresh = claims.filter(({ slug, on }) => !stored.has(stableId('claim', slug)) && on.date <= today);
  await cite(tx, claims);
  if (fresh.length === 0) return 0;
  refuseUnsound(today, fresh);
  await lockLedger(tx);
  const wanted = fresh.map(toInsert);
  const leftOut = new Set(await insertClaims(tx, wanted));
  const added = wanted.filter(({ id }) => !leftOut.has(id));
  await recordAct(tx, world, systemActor, {
    kind: 'impact.claims-imported',
    subject: { kind: 'ledger', id: 'first-edition' },
    details: { n: added.length },
  });
  const { from } = await appendLeaves(
    tx,
    added.map(({ id, claim }) => ({
      kind: 'claim-imported',
      at: world.now(),
      body: { claimId: id, basis: 'public-record', ...entryLeaf(claim, claim.evidence) },
    })),
  );
  await insertDecisions(
    tx,
    added.map(({ id }, index) => ({
      id: stableId('decision', id),
      claimId: id,
      changeId: null,
      outcome: 'imported',
      reason: null,
      decidedBy: null,
      decidedAs: 'platform',
      leafIndex: from + index,
    })),
  );
  // A count of all reads the decisions, so it comes after them.
  if (added.length > fewEnough) await countFigures(tx);
  else for (const { claim } of added) await settleFigures(tx, null, countedAs(claim, 'imported'));
  return added.length;
}

function toInsert(claim: FirstClaim): ClaimToInsert {
  return {
    id: stableId('claim', claim.slug),
    claim,
    origin: 'first-edition',
    stage: 'imported',
    proposedBy: null,
    proposedAs: 'platform',
    evidenceIds: claim.evidence.map((_, index) => stableId('evidence', `${claim.slug} ${index}`)),
  };
}

/** @throws Error naming each claim that is none: a fault of the edition */
function refuseUnsound(today: CalendarDate, claims: readonly FirstClaim[]): void {
  const faults = claims.flatMap((claim) =>
    [...entryProblems(claim, today), ...evidenceProblems(claim.evidence)].map(
      ({ field, reason }) => `${claim.slug} ${field} ${reason.key}`,
    ),
  );
  if (faults.length > 0)
    throw new Error(`The edition's claims have ${faults.length} faults:\n${faults.join('\n')}`);
}

async function cite(tx: Tx, claims: readonly FirstClaim[]): Promise<void> {
  await citeEdition(
    tx,
    'impact',
    'claim',
    claims.map(({ slug, subject, statementIn, statement, sources }) => {
      const id = stableId('claim', slug);
      return {
        id,
        label: labelled(subject.name, statementIn, statement),
        path: `/impact/entries/${id}`,
        sources,
      };
    }),
  );
}

function labelled(name: string, statementIn: LocalText | null, statement: string): LocalText {
  const say = (text: string | undefined) => `${name}: ${text ?? statement}`;
  return {
    en: say(statementIn?.en),
    fr: say(statementIn?.fr),
    es: say(statementIn?.es),
    pt: say(statementIn?.pt),
    ar: say(statementIn?.ar),
  };
}
