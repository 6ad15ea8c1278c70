import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createTrialLinks } from '../../src/capabilities/people/actions/create-trial-links.ts';
import { recordAct } from '../../src/platform/audit/act.ts';
import { atomically } from '../../src/platform/database/atomically.ts';
import { announce } from '../../src/platform/events/announce.ts';
import { systemActor } from '../../src/platform/events/system-actor.ts';
import { fileStore } from '../../src/platform/files/index.ts';
import { enqueue } from '../../src/platform/jobs/enqueue.ts';
import { post } from '../../src/platform/mail/outbox.ts';
import { appendLeaf, commitTo, keepCheckpoint } from '../../src/platform/public-log/index.ts';
import type { World } from '../../src/world.ts';
import { type TestWorld, testWorld } from '../support/world.ts';

/** A world with a data directory of its own, seen as the worker sees it. */
export async function worldWithFiles(): Promise<TestWorld> {
  const world = await testWorld();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'mmc-restore-'));
  return { ...world, config: { ...world.config, dataDir }, db: world.databases.worker.database };
}

export interface Filling {
  /** A trial person's link that opens once. */
  readonly linkToken: string;
  readonly checkpoint: string;
  readonly files: readonly string[];
}

/** Something of everything a backup must bring back: people, acts, leaves with a salt, mail, events, jobs, odd text, files. */
export async function fill(world: World, leaves: number): Promise<Filling> {
  const links = await createTrialLinks(world);
  for (let i = 0; i < leaves; i++) {
    await atomically(world, systemActor, async (tx) => {
      await recordAct(tx, world, systemActor, {
        kind: 'platform.filled',
        subject: { kind: 'drill', id: String(i) },
        details: { odd: 'tab\t, line\n, back\\slash, quote", \\N, ليس, 🌊', number: 1e-7 * i },
      });
      await announce(tx, world, { kind: 'drill-filled', payload: { i } });
      const saltId = world.newId();
      const commitment = await commitTo(tx, saltId, `Person ${i}`, world.randomBytes(32));
      await appendLeaf(tx, { kind: 'drill-filled', at: world.now(), body: { i, saltId, commitment } });
    });
  }
  await atomically(world, systemActor, async (tx) => {
    const mail = { to: 'somebody@example.org', language: 'ar', subject: 'خبر', body: 'نص\nسطر' } as const;
    await post(tx, world, mail);
    await enqueue(
      tx,
      'much-later',
      { n: 1 },
      { runAt: new Date('2031-05-06T07:08:09.123Z'), key: 'only-one' },
    );
  });
  const store = fileStore(path.join(world.config.dataDir, 'files'));
  const files = [];
  for (const size of [1, 70_000, 3_000_000]) files.push((await store.put(randomBytes(size))).sha256);
  const checkpoint = await world.db
    .transaction()
    .execute((tx) => keepCheckpoint(tx, world.logSigner, world.now()));
  return { linkToken: links[0]?.path.split('/').at(-1) ?? '', checkpoint, files };
}
