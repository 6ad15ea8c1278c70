import type { Reader, Tx } from '../../../platform/database/atomically.ts';

export async function insertHandOver(
  tx: Tx,
  given: {
    readonly id: string;
    readonly from: string;
    readonly by: string;
    readonly reason: string;
    readonly cases: readonly { readonly caseId: string; readonly to: string }[];
  },
): Promise<void> {
  await tx
    .insertInto('support_desk.hand_over')
    .values({ id: given.id, from_person: given.from, by_person: given.by, reason: given.reason })
    .execute();
  const rows = given.cases.map(({ caseId, to }) => ({
    hand_over_id: given.id,
    case_id: caseId,
    to_person: to,
  }));
  await tx.insertInto('support_desk.handed_case').values(rows).execute();
}

export interface HandOver {
  readonly id: string;
  readonly at: Date;
  readonly from: string;
  readonly by: string;
  readonly reason: string;
  readonly cases: readonly { readonly caseId: string; readonly to: string }[];
}

export async function findHandOver(reader: Reader, id: string): Promise<HandOver | undefined> {
  const row = await reader
    .selectFrom('support_desk.hand_over as h')
    .innerJoin('people.person as giver', 'giver.id', 'h.from_person')
    .innerJoin('people.person as doer', 'doer.id', 'h.by_person')
    .select(['h.id', 'h.at', 'giver.name as from', 'doer.name as by', 'h.reason'])
    .where('h.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const cases = await reader
    .selectFrom('support_desk.handed_case as c')
    .innerJoin('people.person as p', 'p.id', 'c.to_person')
    .select(['c.case_id as caseId', 'p.name as to'])
    .where('c.hand_over_id', '=', id)
    .execute();
  return { ...row, cases };
}
