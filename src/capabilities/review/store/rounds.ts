import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { StageKey } from '../../fund/index.ts';
import type { RoundState } from '../rules/round.ts';

/** One review of a window's applications at one stage. */
export interface Round {
  readonly id: string;
  readonly windowId: string;
  readonly stage: StageKey;
  readonly reviewsWanted: number;
  readonly dueOn: CalendarDate;
  readonly hiddenQuestions: readonly string[];
  readonly hidesCity: boolean;
  readonly state: RoundState;
  readonly version: number;
  readonly openedAt: Date;
}

const columns = [
  'id',
  'window_id as windowId',
  'stage',
  'reviews_wanted as reviewsWanted',
  'due_on as dueOn',
  'hidden_questions as hiddenQuestions',
  'hides_city as hidesCity',
  'state',
  'version',
  'opened_at as openedAt',
] as const;

export async function listRounds(reader: Reader): Promise<Round[]> {
  const rows = await reader.selectFrom('review.round').select(columns).orderBy('opened_at', 'desc').execute();
  return rows as unknown as Round[];
}

export async function findRound(reader: Reader, id: string): Promise<Round | undefined> {
  const row = await reader.selectFrom('review.round').select(columns).where('id', '=', id).executeTakeFirst();
  return row as unknown as Round | undefined;
}

export async function lockRound(tx: Tx, id: string): Promise<Round | undefined> {
  const row = await tx
    .selectFrom('review.round')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row as unknown as Round | undefined;
}

export async function findRoundOf(
  reader: Reader,
  windowId: string,
  stage: StageKey,
): Promise<Round | undefined> {
  const row = await reader
    .selectFrom('review.round')
    .select(columns)
    .where('window_id', '=', windowId)
    .where('stage', '=', stage)
    .executeTakeFirst();
  return row as unknown as Round | undefined;
}

export async function insertRound(
  tx: Tx,
  round: Omit<Round, 'state' | 'version' | 'openedAt'> & { readonly openedBy: string },
): Promise<void> {
  await tx
    .insertInto('review.round')
    .values({
      id: round.id,
      window_id: round.windowId,
      stage: round.stage,
      reviews_wanted: round.reviewsWanted,
      due_on: round.dueOn,
      hidden_questions: [...round.hiddenQuestions],
      hides_city: round.hidesCity,
      opened_by: round.openedBy,
    })
    .execute();
}

export async function markRound(tx: Tx, id: string, state: RoundState): Promise<void> {
  await tx
    .updateTable('review.round')
    .set({
      state,
      version: sql`version + 1`,
      ...(state === 'closed' ? { closed_at: sql<Date>`clock_timestamp()` } : {}),
    })
    .where('id', '=', id)
    .execute();
}
