import type { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import type { Problem, Reason } from '../../kernel/refusal.ts';
import type { World } from '../../world.ts';
import type { Reader, Tx } from '../database/atomically.ts';
import type { Cell } from '../exports/csv.ts';

export interface ImportColumn {
  /** As exports write it, in snake_case; the form field of its problems. */
  readonly name: string;
  readonly needed: boolean;
  /** Other heads it is known by, in any language, lower case. */
  readonly aliases: readonly string[];
  /** What belongs in it. */
  readonly says: Reason;
}

/** A kind of record that people may bring in from a file and take out as one. Capabilities give theirs at their door. */
export interface ImportKind<Row = never> {
  readonly name: string;
  readonly title: Reason;
  readonly columns: readonly ImportColumn[];
  /** From column texts to a row; its problems name the column. */
  readonly schema: z.ZodType<Row>;
  whyNotImport(actor: Actor): Reason | undefined;
  /** What only the database knows against a row, by its place in the list: it is there already, its city is unknown. */
  check(tx: Tx, rows: readonly Row[]): Promise<ReadonlyMap<number, Problem>>;
  /** Adds all rows or none. @returns the ids of the records, in order */
  add(tx: Tx, world: World, actor: Actor, rows: readonly Row[]): Promise<string[]>;
  /** Takes back what one confirmation added. @throws Refusal when a record is used by now */
  takeBack(tx: Tx, world: World, actor: Actor, ids: readonly string[]): Promise<void>;
  /** All records that the reader may see, under the same column names. */
  list(reader: Reader): Promise<readonly Readonly<Record<string, Cell>>[]>;
}

/** Any kind, where the row's type does not matter. */
export type AnyImportKind = ImportKind;

/** A kind whose row type only its own parts know; those who run imports pass rows from one part to the next unseen. */
export function importKind<Row>(kind: ImportKind<Row>): AnyImportKind {
  return kind as unknown as AnyImportKind;
}
