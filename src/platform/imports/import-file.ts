import { createHash } from 'node:crypto';
import type { Actor } from '../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf, Stale } from '../../kernel/refusal.ts';
import type { World } from '../../world.ts';
import { recordAct } from '../audit/act.ts';
import { atomically, type Submission } from '../database/atomically.ts';
import { judge } from './judge.ts';
import type { AnyImportKind, ImportKind } from './kind.ts';
import { guessMapping, type Mapping } from './mapping.ts';
import { readTable } from './read-table.ts';
import { type Batch, insertBatch, lockBatch, markConfirmed, markMapped, markUndone } from './store.ts';

/** Reads a person's file and keeps it with a first guess at its columns; nothing is added yet. @returns the batch's id */
export async function readFileOf(
  world: World,
  actor: Actor,
  kind: AnyImportKind,
  file: { name: string; bytes: Buffer },
  once?: Submission,
): Promise<string> {
  refuseIf(kind.whyNotImport(actor), 403);
  const table = await readTable(file.bytes);
  const fileSha256 = createHash('sha256').update(file.bytes).digest('hex');
  return await atomically(
    world,
    actor,
    async (tx) => {
      const id = world.newId();
      const mapping = guessMapping(kind.columns, table.head);
      await insertBatch(tx, {
        id,
        kind: kind.name,
        fileName: file.name.slice(0, 200),
        table,
        mapping,
        fileSha256,
        createdBy: actor.personId,
      });
      await recordAct(tx, world, actor, {
        kind: 'imports.file-read',
        subject: { kind: 'import', id },
        details: { file: file.name, rows: table.rows.length },
      });
      return id;
    },
    { once },
  );
}

/** Says anew which of the file's columns fills which of ours. */
export async function mapColumns(
  world: World,
  actor: Actor,
  kind: AnyImportKind,
  id: string,
  mapping: Mapping,
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      const batch = mustBe(await lockBatch(tx, id), 'read');
      refuseIf(kind.whyNotImport(actor), 403);
      await markMapped(tx, batch.id, mapping);
      return id;
    },
    { once },
  );
}

/**
 * Adds every good row, or none: the rows are judged again under the lock.
 * @param expected how many rows the person saw as good; another number now is refused, so that nothing unseen is added
 */
export async function confirmImport<Row>(
  world: World,
  actor: Actor,
  kind: ImportKind<Row>,
  input: { id: string; expected: number },
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      const batch = mustBe(await lockBatch(tx, input.id), 'read');
      refuseIf(kind.whyNotImport(actor), 403);
      const { good } = await judge(tx, kind, batch.table, batch.mapping);
      if (good.length === 0) throw new Refusal(because('imports:nothing-to-add'));
      if (good.length !== input.expected) {
        throw new Stale({ expected: String(good.length) }, batch.version);
      }
      const ids = await kind.add(
        tx,
        world,
        actor,
        good.map(({ row }) => row),
      );
      await markConfirmed(tx, batch.id, actor.personId, world.now(), ids);
      await recordAct(tx, world, actor, {
        kind: 'imports.confirmed',
        subject: { kind: 'import', id: batch.id },
        details: { file: batch.fileName, rows: ids.length },
      });
      return batch.id;
    },
    { once },
  );
}

/** Takes back all that one confirmation added. */
export async function undoImport(
  world: World,
  actor: Actor,
  kind: AnyImportKind,
  id: string,
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      const batch = mustBe(await lockBatch(tx, id), 'confirmed');
      refuseIf(kind.whyNotImport(actor), 403);
      await kind.takeBack(tx, world, actor, batch.recordIds);
      await markUndone(tx, batch.id, actor.personId, world.now());
      await recordAct(tx, world, actor, {
        kind: 'imports.undone',
        subject: { kind: 'import', id: batch.id },
        details: { file: batch.fileName, rows: batch.recordIds.length },
      });
      return batch.id;
    },
    { once },
  );
}

function mustBe(batch: Batch | undefined, stage: Batch['stage']): Batch {
  if (!batch) throw notFound();
  if (batch.stage !== stage)
    throw new Refusal(because(stage === 'read' ? 'imports:confirmed-before' : 'imports:not-confirmed'), 409);
  return batch;
}
