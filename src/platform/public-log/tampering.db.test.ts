import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/testing.ts';
import { actBody, buildLog, testSigner } from './builders.ts';
import { appendLeaves, checkLog, keepCheckpoint, readLeaf } from './index.ts';

let database: TestDatabase;
let administrator: Client;
let kept: string;
const acts = Array.from({ length: 300 }, (_, i) => readLeaf(actBody(i))).filter((act) => act !== undefined);

beforeAll(async () => {
  database = await testDatabase();
  // Somebody at the machine, with all rights, who switches the triggers off.
  administrator = new Client(database.address);
  await administrator.connect();
  await administrator.query('set session_replication_role = replica');
});
afterAll(async () => {
  await administrator.end();
  await database.close();
});
beforeEach(async () => {
  await administrator.query('truncate public_log.leaf, public_log.interior, public_log.checkpoint');
  await administrator.query('update public_log.head set size = 0');
  kept = await database.member.database.transaction().execute(async (tx) => {
    await appendLeaves(tx, acts.slice(0, 200));
    const checkpoint = await keepCheckpoint(tx, testSigner, new Date());
    await appendLeaves(tx, acts.slice(200));
    return checkpoint;
  });
});

const faults = async (keptElsewhere: readonly string[] = []) =>
  (await checkLog(database.verify.database, [testSigner.verifierKey], keptElsewhere)).faults.map(
    ({ kind, at }) => `${kind} ${at}`,
  );

describe('checking the log against an administrator', () => {
  it('finds an honest one whole', async () => {
    expect(await faults([kept])).toEqual([]);
  });

  it.each([
    ["update public_log.leaf set kind = 'award-approved' where index = 5", ['leaf-columns-differ 5']],
    ["update public_log.leaf set at = at + interval '1 second' where index = 6", ['leaf-columns-differ 6']],
    ['delete from public_log.leaf where index = 9', ['leaf-missing 9']],
    ['delete from public_log.interior where level = 3 and n = 2', ['subtree-missing 16']],
    ["update public_log.interior set hash = sha256('x') where level = 8 and n = 0", ['subtree-differs 0']],
    ["insert into public_log.interior values (9, 0, sha256('x'))", ['subtrees-too-many 300']],
    ['update public_log.head set size = 299', ['leaves-beyond-head 299', 'subtrees-too-many 299']],
    [
      'update public_log.head set size = 150',
      ['checkpoint-beyond-log 200', 'leaves-beyond-head 150', 'subtrees-too-many 150'],
    ],
    [
      "update public_log.checkpoint set text = replace(text, E'\\n200\\n', E'\\n201\\n')",
      ['checkpoint-not-signed 300'],
    ],
  ])('finds "%s"', async (statement, expected) => {
    await administrator.query(statement);
    expect(await faults()).toEqual(expected);
  });

  it('finds a leaf edited with its hash: from there on nothing fits', async () => {
    await administrator.query(
      `update public_log.leaf set body = convert_to(replace(convert_from(body, 'UTF8'), 'call-5"', 'call-6"'), 'UTF8'),
        leaf_hash = sha256('\\x00'::bytea || convert_to(replace(convert_from(body, 'UTF8'), 'call-5"', 'call-6"'), 'UTF8')) where index = 5`,
    );
    expect(await faults()).toEqual(
      expect.arrayContaining(['checkpoint-contradicted 200', 'subtree-differs 4', 'subtree-differs 0']),
    );
  });

  it('refuses a leaf whose hash is not that of its bytes, even from the administrator', async () => {
    const statement = "update public_log.leaf set body = 'other' where index = 5";
    await expect(administrator.query(statement)).rejects.toThrow('leaf_check');
  });

  it('sees a log rewritten as a whole only through a checkpoint kept elsewhere', async () => {
    const forged = buildLog(Array.from({ length: 300 }, (_, i) => actBody(i + 1)));
    await administrator.query('truncate public_log.leaf, public_log.interior, public_log.checkpoint');
    for (const leaf of forged.leaves) {
      const act = readLeaf(leaf.body);
      await administrator.query('insert into public_log.leaf values ($1, $2, $3, $4, $5)', [
        leaf.index,
        leaf.body,
        leaf.leafHash,
        act?.kind,
        act?.at,
      ]);
    }
    for (const { level, n, hash } of forged.subtrees.values()) {
      await administrator.query('insert into public_log.interior values ($1, $2, $3)', [level, n, hash]);
    }
    expect(await faults()).toEqual([]);
    expect(await faults([kept])).toEqual(['checkpoint-contradicted 200']);
  });
});
