import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secretsFrom } from '../config/secrets.ts';
import { fileStore } from '../files/index.ts';
import { signerFromSeed } from '../public-log/index.ts';
import { anOperator, type Operator } from './builders.ts';

let operator: Operator;
beforeAll(async () => {
  operator = await anOperator();
});
afterAll(() => operator.close());

describe('mmc backup and mmc restore', () => {
  it('want one folder', async () => {
    for (const words of ['backup', 'restore']) {
      expect(await operator.type(words)).toMatchObject({ code: 3, err: 'Name one folder.' });
      expect(await operator.type(words, ['a', 'b'])).toMatchObject({ code: 3, err: 'Name one folder.' });
    }
  });

  it('say in a sentence that a folder holds no backup, or a checkpoint cannot be read', async () => {
    expect(await operator.type('restore', [operator.room])).toMatchObject({
      code: 3,
      err: expect.stringContaining('holds no backup'),
    });
    const missing = { checkpoint: [path.join(operator.room, 'no-such.checkpoint')] };
    expect(await operator.type('restore', [operator.room], missing)).toMatchObject({
      code: 3,
      err: expect.stringContaining('cannot be read'),
    });
  });

  it('save all but a file that is damaged already, say so, and refuse it under another secret', async () => {
    const folder = path.join(operator.room, 'backup');
    const store = fileStore(path.join(operator.room, 'files'));
    await store.put(Buffer.from('as signed'));
    for await (const file of store.list()) {
      chmodSync(file.path, 0o640);
      writeFileSync(file.path, 'as sighed');
    }
    const saved = await operator.type('backup', [folder]);
    expect(saved).toMatchObject({
      code: 1,
      out: expect.stringContaining('Keep this checkpoint somewhere else'),
    });
    expect(saved.err).toContain('The file store itself is damaged');
    const secrets = secretsFrom('another secret of thirty-two characters');
    const other = {
      ...operator.world,
      secrets,
      logSigner: signerFromSeed('localhost/log', secrets.keyFor('public log')),
    };
    expect(await operator.type('restore', [folder], {}, other)).toMatchObject({
      code: 3,
      err: expect.stringContaining('under another secret'),
    });
  });
});
