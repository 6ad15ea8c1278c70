import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import type { World } from '../../world.ts';
import { fileMail } from './actions/file-mail.ts';
import { filesOf } from './actions/keep-files.ts';
import { receiveMail } from './actions/receive-mail.ts';
import { sentMail, withFiles } from './builders.ts';
import { aMailWith, oddities } from './builders-mail.ts';

let bare: TestWorld;
let worker: World & { removeFiles(): void };
beforeAll(async () => {
  bare = await testWorld();
  worker = withFiles(asWorker(bare));
});
afterAll(async () => {
  worker.removeFiles();
  await bare.close();
});

setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;
/** What is really held. Buffers are given back some time after a collection, so the least of several looks counts. */
async function usedMegabytes(): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let look = 0; look < 8; look++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { heapUsed, external } = process.memoryUsage();
    least = Math.min(least, (heapUsed + external) / 1e6);
  }
  return least;
}

describe('a thousand odd mails', () => {
  const count = 1000;
  it('are all kept whole and all settled, none crashes, and memory stays flat', {
    timeout: 240_000,
  }, async () => {
    const sent = new Map<string, Buffer>();
    let early = 0;
    for (let n = 0; n < count; n++) {
      const bytes = oddities[n % oddities.length]?.(n) ?? Buffer.alloc(1);
      const id = (await receiveMail(worker, bytes, { source: 'pipe' })) ?? '';
      sent.set(id, bytes);
      await fileMail(worker, { rawMailId: id });
      if (n === 200) early = await usedMegabytes();
    }
    const grown = (await usedMegabytes()) - early;
    const rows = await worker.db.selectFrom('support_desk.raw_mail').selectAll().execute();
    const states = Object.fromEntries(
      ['filed', 'ignored', 'needs-look', 'waiting'].map((state) => [
        state,
        rows.filter((row) => row.state === state).length,
      ]),
    );
    console.log(
      `odd mails: ${JSON.stringify(states)}, memory grew by ${grown.toFixed(1)} MB over ${count - 200}`,
    );
    expect(rows).toHaveLength(count);
    expect(states['waiting']).toBe(0);
    expect(states['filed']).toBeGreaterThan(200);
    expect(states['needs-look']).toBeGreaterThan(100);
    for (const row of rows) {
      const kept = await filesOf(worker).get(row.sha256);
      expect(kept?.size, row.id).toBe(sent.get(row.id)?.length);
    }
    expect(grown).toBeLessThan(40);
    // Nobody is answered who did not write, and nothing they wrote becomes a header or a path.
    for (const mail of await sentMail(worker)) {
      expect(mail.to).toMatch(/^[^\s@]+@[a-z.]+$/);
      expect(mail.subject).not.toMatch(/[\r\n]/);
    }
    const files = await worker.db.selectFrom('support_desk.attachment').selectAll().execute();
    expect(files.some(({ name }) => /[/\\\u202e]/.test(name))).toBe(false);
    expect(
      files.filter(({ name }) => name === 'virus.png').every(({ state }) => state === 'quarantined'),
    ).toBe(true);
  });

  it('may each carry twenty megabytes, one after the other, in the same memory', {
    timeout: 120_000,
  }, async () => {
    const large = Buffer.alloc(20_000_000, 'a lot of text ');
    let early = 0;
    for (let n = 0; n < 6; n++) {
      const mail = aMailWith(
        [
          { type: 'text/plain', content: `Large ${n}` },
          { type: 'text/plain', name: `large${n}.txt`, content: large },
        ],
        { From: `large${n}@city.example` },
      );
      const id = (await receiveMail(worker, mail, { source: 'pipe' })) ?? '';
      await fileMail(worker, { rawMailId: id });
      const row = await worker.db
        .selectFrom('support_desk.raw_mail')
        .select(['state', 'reason'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      expect(row).toEqual({ state: 'filed', reason: null });
      if (n === 1) early = await usedMegabytes();
    }
    expect((await usedMegabytes()) - early).toBeLessThan(30);
  });
});
