import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { HelpKind, PairingState } from '../rules/help.ts';

export type SideName = 'need' | 'offer';

export interface NewSide {
  readonly id: string;
  readonly responseId: string;
  readonly cityId: string | null;
  readonly organisation: string | null;
  readonly kind: HelpKind;
  readonly what: string;
  readonly until: CalendarDate | null;
  readonly mayShow: boolean;
  readonly caseId: string;
  readonly reference: string;
  /** Who vouches at once: the city's own mandate holder. */
  readonly verifiedBy: string | null;
}

export async function insertSide(tx: Tx, side: SideName, said: NewSide): Promise<void> {
  const common = {
    id: said.id,
    response_id: said.responseId,
    kind: said.kind,
    what: said.what,
    may_show: said.mayShow,
    case_id: said.caseId,
    reference: said.reference,
    verified_by: said.verifiedBy,
    verified_how: said.verifiedBy && 'account',
  };
  if (side === 'need') {
    if (said.cityId === null) throw new TypeError('a need is of a city');
    await tx
      .insertInto('emergency.need')
      .values({ ...common, city_id: said.cityId })
      .execute();
    return;
  }
  await tx
    .insertInto('emergency.offer')
    .values({ ...common, city_id: said.cityId, organisation: said.organisation, until: said.until })
    .execute();
}

export interface StoredSide {
  readonly id: string;
  readonly responseId: string;
  readonly cityId: string | null;
  readonly kind: HelpKind;
  readonly what: string;
  readonly mayShow: boolean;
  readonly isVerified: boolean;
  readonly stage: 'open' | 'met' | 'withdrawn';
  readonly version: number;
}

const tables = { need: sql`emergency.need`, offer: sql`emergency.offer` };

export async function lockSide(tx: Tx, side: SideName, id: string): Promise<StoredSide | undefined> {
  const { rows } =
    await sql<StoredSide>`select id, response_id as "responseId", city_id as "cityId", kind, what, may_show as "mayShow",
    verified_by is not null as "isVerified", stage, version from ${tables[side]} where id = ${id} for update`.execute(
      tx,
    );
  return rows[0];
}

export async function changeSide(
  tx: Tx,
  side: SideName,
  id: string,
  change: {
    readonly may_show?: boolean;
    readonly verified_by?: string;
    readonly verified_how?: string;
    readonly stage?: 'open' | 'met' | 'withdrawn';
  },
): Promise<void> {
  await tx
    .updateTable(side === 'need' ? 'emergency.need' : 'emergency.offer')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
}

export async function insertPairing(
  tx: Tx,
  pairing: { readonly id: string; readonly needId: string; readonly offerId: string },
): Promise<void> {
  await tx
    .insertInto('emergency.pairing')
    .values({ id: pairing.id, need_id: pairing.needId, offer_id: pairing.offerId })
    .execute();
}

export interface StoredPairing {
  readonly id: string;
  readonly needId: string;
  readonly offerId: string;
  readonly responseId: string;
  readonly state: PairingState;
  readonly version: number;
}

export async function lockPairing(tx: Tx, id: string): Promise<StoredPairing | undefined> {
  const { rows } =
    await sql<StoredPairing>`select p.id, p.need_id as "needId", p.offer_id as "offerId", n.response_id as "responseId",
    p.state, p.version from emergency.pairing p join emergency.need n on n.id = p.need_id where p.id = ${id} for update of p`.execute(
      tx,
    );
  return rows[0];
}

export async function markPairing(tx: Tx, id: string, state: PairingState, now: Date): Promise<void> {
  await tx
    .updateTable('emergency.pairing')
    .set({ state, since: now, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
}

export async function notePairingStep(
  tx: Tx,
  step: {
    readonly id: string;
    readonly pairingId: string;
    readonly state: PairingState;
    readonly remark: string | null;
    readonly byPerson: string;
  },
): Promise<void> {
  await tx
    .insertInto('emergency.pairing_step')
    .values({
      id: step.id,
      pairing_id: step.pairingId,
      state: step.state,
      remark: step.remark,
      by_person: step.byPerson,
    })
    .execute();
}

/** Pairings of a need that are neither done nor fallen through. */
export async function countLive(reader: Reader, needId: string): Promise<number> {
  const row = await reader
    .selectFrom('emergency.pairing')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('need_id', '=', needId)
    .where('state', 'in', ['offered', 'agreed', 'under-way'])
    .executeTakeFirstOrThrow();
  return row.n;
}

export async function isPaired(reader: Reader, needId: string, offerId: string): Promise<boolean> {
  const row = await reader
    .selectFrom('emergency.pairing')
    .select('id')
    .where('need_id', '=', needId)
    .where('offer_id', '=', offerId)
    .where('state', '<>', 'fell-through')
    .executeTakeFirst();
  return row !== undefined;
}

export interface PastStep {
  readonly state: PairingState;
  readonly remark: string | null;
  readonly by: string | null;
  readonly at: Date;
}

export async function listSteps(reader: Reader, pairingId: string): Promise<PastStep[]> {
  const { rows } =
    await sql<PastStep>`select s.state, s.remark, p.name as by, s.at from emergency.pairing_step s
    left join people.person p on p.id = s.by_person where s.pairing_id = ${pairingId} order by s.at desc`.execute(
      reader,
    );
  return rows;
}
