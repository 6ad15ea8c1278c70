import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { dayInUtc } from '../../kernel/calendar-date.ts';
import { cityIdFromGeonames } from '../../kernel/id.ts';
import { because, Refusal } from '../../kernel/refusal.ts';
import { type ImportColumn, importKind } from '../../platform/imports/kind.ts';
import { nameSubject } from './actions/name-subject.ts';
import { proposeClaims } from './actions/propose-claims.ts';
import { takeBack } from './actions/take-back-claim.ts';
import { whyNotPropose } from './permissions.ts';
import { claimKinds, countUnits, kindRules, isClaimKind } from './rules/claim-kinds.ts';
import { qualifiers, visibilities } from './rules/entry.ts';
import { readClaim, type TypedClaim } from './rules/read-claim.ts';
import { RefusedField } from './rules/refused-field.ts';
import { listClaimsForFile } from './store/claims-for-file.ts';
import { findStanding } from './store/ledger.ts';

/** Columns as files write them, and the fields of the form that reads them. */
const fieldOf: Readonly<Record<string, string>> = {
  kind: 'kind',
  subject_kind: 'subjectKind',
  geonames_id: 'city',
  subject: 'subjectName',
  date: 'on',
  amount: 'amount',
  currency: 'amountCurrency',
  usd: 'usd',
  usd_source: 'usdSource',
  count: 'count',
  unit: 'countUnit',
  qualifier: 'qualifier',
  objective: 'objective',
  statement: 'statement',
  visibility: 'visibility',
  evidence_title: 'evidenceTitle1',
  evidence_source: 'evidenceSource1',
  evidence_address: 'evidenceAddress1',
  evidence_date: 'evidenceDate1',
};
const columnOf = new Map(Object.entries(fieldOf).map(([column, field]) => [field, column]));
const needed = ['kind', 'date', 'statement', 'evidence_title'];
const oneOf: Readonly<Record<string, readonly string[]>> = {
  kind: claimKinds,
  subject_kind: ['city', 'organisation', 'position', 'record'],
  unit: countUnits,
  qualifier: qualifiers,
  visibility: visibilities,
};

const columns: readonly ImportColumn[] = Object.keys(fieldOf).map((name) => ({
  name,
  needed: needed.includes(name),
  aliases: [name.replaceAll('_', ' ')],
  says: oneOf[name]
    ? because('impact:import-one-of', { values: oneOf[name].join(', ') })
    : because(`impact:import-${name.replaceAll('_', '-')}`),
}));

/** Read by the rules of the form, so that a file can say nothing that a page could not. */
const row = z.record(z.string(), z.string().optional()).transform((cells, context): TypedClaim => {
  const said: Record<string, string | undefined> = {};
  for (const [column, field] of Object.entries(fieldOf)) said[field] = cells[column]?.trim() || undefined;
  const kind = said['kind'] ?? '';
  if (isClaimKind(kind) && kindRules[kind].subjects.includes('city') && said['city'])
    said['subjectKind'] ??= 'city';
  const number = Number(said['city']);
  if (said['city'])
    said['city'] = Number.isInteger(number) && number > 0 ? cityIdFromGeonames(number) : 'none';
  const { claim, problems } = readClaim(said, dayInUtc(new Date()));
  for (const { field, reason } of problems) {
    const path = [columnOf.get(field) ?? field];
    context.addIssue({ code: 'custom', message: reason.key, params: reason.values ?? {}, path });
  }
  return problems.length > 0 ? z.NEVER : claim;
});

const fileProblem = (error: RefusedField) => ({
  field: columnOf.get(error.field) ?? (error.field || 'kind'),
  reason: error.reason,
});

/** Claims with their evidence from a file: each is proposed, and waits for a second person like any other. */
export const claimImport = importKind<TypedClaim>({
  name: 'claims',
  title: because('impact:import-claims'),
  columns,
  schema: row,
  whyNotImport: (actor: Actor) => whyNotPropose(actor),

  async check(tx, rows) {
    const problems = new Map<number, ReturnType<typeof fileProblem>>();
    for (const [index, { entry }] of rows.entries()) {
      try {
        await nameSubject(tx, entry.subject);
      } catch (error) {
        if (!(error instanceof RefusedField)) throw error;
        problems.set(index, fileProblem(error));
      }
    }
    return problems;
  },

  async add(tx, world, actor, rows) {
    const claims = [];
    for (const { entry, evidence } of rows) {
      const subject = await nameSubject(tx, entry.subject);
      claims.push({
        ...entry,
        subject,
        evidence,
        record: null,
        statementIn: null,
        inferred: false,
        remark: null,
      });
    }
    return await proposeClaims(tx, world, actor, claims);
  },

  async takeBack(tx, world, actor, ids) {
    for (const claimId of ids) {
      const claim = await findStanding(tx, claimId);
      if (claim?.stage !== 'proposed') throw new Refusal(because('impact:import-decided'), 409);
      await takeBack(tx, world, actor, { claimId, version: claim.version });
    }
  },

  list: listClaimsForFile,
});
