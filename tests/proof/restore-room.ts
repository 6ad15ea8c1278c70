import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { backUp, BackupRefused } from '../../src/platform/backup/index.ts';
import type { TestWorld } from '../support/world.ts';
import { fill, type Filling, worldWithFiles } from './restore-fill.ts';

/** A filled world, its backup in a folder, and empty worlds to bring it back to. */
export interface Room {
  readonly source: TestWorld;
  readonly filling: Filling;
  readonly folder: string;
  readonly backup: string;
  emptyWorld(): Promise<TestWorld>;
  close(): Promise<void>;
}

export async function roomWithBackup(leaves: number): Promise<Room> {
  const source = await worldWithFiles();
  const worlds = [source];
  const filling = await fill(source, leaves);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mmc-backups-'));
  const backup = path.join(folder, 'monday');
  await backUp(source, backup, { address: source.databases.address });
  return {
    source,
    filling,
    folder,
    backup,
    emptyWorld: async () => {
      const world = await worldWithFiles();
      worlds.push(world);
      return world;
    },
    close: async () => {
      for (const world of worlds) {
        await world.close();
        rmSync(world.config.dataDir, { recursive: true, force: true });
      }
      rmSync(folder, { recursive: true });
    },
  };
}

/** The sentences of a refusal. @throws Error when the work was not refused */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof BackupRefused)) throw new Error(`Not refused: ${String(error)}`, { cause: error });
  return error.message;
}
