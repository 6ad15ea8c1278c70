import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendLeaf, keepCheckpoint } from '../public-log/index.ts';
import { anOperator, type Operator } from './builders.ts';
import { jobs, schedules } from './schedules.ts';

let operator: Operator;
beforeAll(async () => {
  operator = await anOperator();
});
afterAll(() => operator.close());

describe('mmc log', () => {
  it('prints a checkpoint and the key it is signed with, and keeps the checkpoint', async () => {
    const { out } = await operator.type('log checkpoint');
    expect(out).toMatch(/^localhost\/log\n5\n/);
    const kept = await sql<{ text: string }>`select text from public_log.checkpoint where size = 5`.execute(
      operator.owner,
    );
    expect(kept.rows).toEqual([{ text: out }]);
    expect((await operator.type('log checkpoint', [], { key: true })).out).toBe(
      operator.world.logSigner.verifierKey,
    );
  });

  it('proves an entry in a file that it finds true, and false once a byte is changed', async () => {
    const { out: proof } = await operator.type('log prove', ['3']);
    const file = path.join(operator.room, 'receipt.tlog-proof');
    writeFileSync(file, proof);
    expect(await operator.type('log verify', [file])).toMatchObject({
      code: 0,
      out: expect.stringContaining('signed at 5 entries'),
    });
    writeFileSync(file, proof.replace('index 3', 'index 2'));
    expect(await operator.type('log verify', [file])).toMatchObject({
      code: 1,
      err: expect.stringContaining('is not in the log'),
    });
    writeFileSync(file, 'something else');
    expect(await operator.type('log verify', [file])).toMatchObject({
      code: 1,
      err: expect.stringContaining('neither a proof file nor'),
    });
  });

  it.each([['-1'], ['three'], ['1e2'], [''], ['9999999999999999999']])(
    'has no proof of entry "%s"',
    async (index) => {
      expect(await operator.type('log prove', [index])).toMatchObject({ code: 2, out: '' });
    },
  );

  it('has no proof of an entry that is not there yet, nor of a file that is not there', async () => {
    expect(await operator.type('log prove', ['5'])).toMatchObject({
      code: 4,
      err: 'The log has no entry 5.',
    });
    expect(await operator.type('log verify', [path.join(operator.room, 'none')])).toMatchObject({ code: 4 });
    expect(await operator.type('log verify', ['a', 'b'])).toMatchObject({ code: 2 });
  });

  it('writes a copy to a folder of its own', async () => {
    const folder = path.join(operator.room, 'copy');
    expect(await operator.type('log export', [folder])).toMatchObject({ code: 0 });
    expect(readFileSync(path.join(folder, 'checkpoint'), 'utf8')).toMatch(/^localhost\/log\n5\n/);
    expect(await operator.type('log export', [folder])).toMatchObject({ code: 3 });
    expect(await operator.type('log export')).toMatchObject({ code: 2 });
  });

  it('notices a log that was cut off since somebody kept a checkpoint', async () => {
    const file = path.join(operator.room, 'later.checkpoint');
    const rolledBack = new Error('rolled back');
    await operator.world.db
      .transaction()
      .execute(async (tx) => {
        await appendLeaf(tx, { kind: 'call-opened', at: operator.world.now(), body: { later: true } });
        writeFileSync(file, await keepCheckpoint(tx, operator.world.logSigner, operator.world.now()));
        throw rolledBack;
      })
      .catch((error: unknown) => expect(error).toBe(rolledBack));
    const found = await operator.type('log verify', [file]);
    expect(found).toMatchObject({ code: 1, err: expect.stringContaining('checkpoint beyond log at 6') });
    expect(await operator.type('log verify')).toMatchObject({
      code: 0,
      out: expect.stringContaining('5 entries'),
    });
  });
});

describe('timed work', () => {
  it('names only jobs that exist, at times cron understands', () => {
    for (const { task, pattern } of schedules) {
      expect(Object.keys(jobs)).toContain(task);
      expect(pattern.split(' ')).toHaveLength(5);
    }
  });

  it('keeps a checkpoint, and can do so again', async () => {
    for (const job of Object.values(jobs)) {
      await job(operator.world, {});
      await job(operator.world, {});
    }
    const { rows } = await sql`select from public_log.checkpoint where size = 5`.execute(operator.owner);
    expect(rows).toHaveLength(1);
  });
});
