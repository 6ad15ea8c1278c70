import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { readConfig } from '../../src/platform/config/config.ts';
import { openSecrets } from '../../src/platform/config/secrets.ts';
import { type Connection, connect } from '../../src/platform/database/connect.ts';
import { serverAddress } from '../../src/platform/database/location.ts';
import { signerFromSeed } from '../../src/platform/public-log/index.ts';
import type { RunningPlatform } from '../support/running-platform.ts';
import { type Audit, auditRecord, drained } from './kill-audit.ts';
import type { Crowd } from './kill-crowd.ts';
import { type Killable, kill, killable } from './kill-programs.ts';
import type { Dice } from './log-tamper-dice.ts';

export interface KillReport extends Audit {
  readonly kills: Readonly<Record<Killable, number>>;
  readonly acknowledged: number;
  readonly complaints: readonly string[];
  /** Sent once more with the same key at the end: how many, and which were told something else. */
  readonly sentAgain: number;
  readonly answeredOtherwise: readonly string[];
  readonly jobsLeft: number;
  /** From a kill to the first answer to a request begun after it. */
  readonly backAfterMs: { readonly median: number; readonly p95: number; readonly worst: number };
}

export interface Drill {
  readonly platform: RunningPlatform;
  /** Signed in already: trial links open once. */
  readonly crowd: Crowd;
  readonly dice: Dice;
  readonly kills: number;
  readonly says: (sentence: string) => void;
}

/** Kills parts of a platform at random while people work on it, then holds the record against their receipts. */
export async function killDrill({ platform, crowd, dice, kills, says }: Drill): Promise<KillReport> {
  const done: Record<Killable, number> = { web: 0, worker: 0, postgres: 0 };
  const backAfter: number[] = [];
  // At random, yet each part has its turn before any has another.
  const turn: Killable[] = [];
  crowd.work();
  for (let i = 0; i < kills; i++) {
    await wait(400 + dice.below(1600));
    if (turn.length === 0) turn.push(...killable);
    const part = dice.pick(turn);
    turn.splice(turn.indexOf(part), 1);
    const killed = Date.now();
    const processes = kill(platform, part);
    if (processes > 0) done[part] += 1;
    backAfter.push((await firstAnswer(platform, crowd, killed)) - killed);
    says(
      `kill ${i + 1}: ${part} (${processes} processes), back after ${backAfter.at(-1)} ms, ${crowd.receipts.length} acknowledged`,
    );
  }
  await crowd.rest();
  return await withVerify(platform, async (verify, logKey) => {
    const jobsLeft = await drained(verify.database, 60);
    const audit = await auditRecord(verify.database, logKey, crowd.receipts);
    const again = await sendAgain(crowd, dice);
    return {
      ...audit,
      ...again,
      kills: done,
      acknowledged: crowd.receipts.length,
      complaints: [...crowd.complaints],
      jobsLeft,
      backAfterMs: spread(backAfter),
    };
  });
}

/**
 * The planted fault: commits are acknowledged before they are on the disk. Kills the database in the middle of work until something
 * acknowledged is lost. @returns how many kills it took and what was lost; nothing lost means the drill is blind
 */
export async function lossyDrill({
  platform,
  crowd,
  kills,
  says,
}: Drill): Promise<{ kills: number; lost: readonly string[] }> {
  await acknowledgeTooEarly(platform);
  for (let i = 1; i <= kills; i++) {
    kill(platform, 'postgres');
    await wait(200);
    await firstAnswerTo(platform);
    crowd.receipts.length = 0;
    crowd.work();
    for (const began = Date.now(); crowd.receipts.length < 40 && Date.now() - began < 10_000; )
      await wait(20);
    kill(platform, 'postgres');
    await crowd.rest();
    await firstAnswerTo(platform);
    const acknowledged = crowd.receipts.slice(0, 40);
    const { lost } = await withVerify(platform, (verify, key) =>
      auditRecord(verify.database, key, acknowledged),
    );
    says(`without durable commits, kill ${i}: ${lost.length} of ${acknowledged.length} lost`);
    if (lost.length > 0) return { kills: i, lost };
  }
  return { kills, lost: [] };
}

/** As an operator could do by mistake: the database's own setting is stronger than the server's. */
async function acknowledgeTooEarly(platform: RunningPlatform): Promise<void> {
  const { config, secrets } = settingsOf(platform);
  const superuser = new Client(serverAddress(config, secrets));
  await superuser.connect();
  try {
    await superuser.query('alter database mmc set synchronous_commit = off');
    // Written by and by rather than five times a second, so that a kill at any moment finds something unwritten.
    await superuser.query("alter system set wal_writer_delay = '10s'");
    await superuser.query("alter system set wal_writer_flush_after = '1GB'");
  } finally {
    await superuser.end();
  }
}

async function firstAnswer(platform: RunningPlatform, crowd: Crowd, since: number): Promise<number> {
  for (const began = Date.now(); Date.now() - began < 60_000; await wait(5)) {
    const answered = crowd.answeredSince(since);
    if (answered !== undefined) return answered;
  }
  throw new Error(
    `Nobody was answered for a minute:\n${crowd.complaints.slice(-3).join('\n')}\n${platform.printed().slice(-2000)}`,
  );
}

async function firstAnswerTo(platform: RunningPlatform): Promise<void> {
  for (const began = Date.now(); Date.now() - began < 60_000; await wait(50)) {
    const answer = await fetch(`${platform.address}/health/ready`).catch(() => undefined);
    if (answer?.status === 200) return;
  }
  throw new Error(`The platform was not ready within a minute:\n${platform.printed().slice(-2000)}`);
}

/** The same fields under the same key, as a person does who saw no answer. */
async function sendAgain(
  crowd: Crowd,
  dice: Dice,
): Promise<Pick<KillReport, 'sentAgain' | 'answeredOtherwise'>> {
  const answeredOtherwise: string[] = [];
  const sample = Array.from({ length: Math.min(60, crowd.receipts.length) }, () => dice.pick(crowd.receipts));
  for (const { what, mark, by, path, fields, location } of sample) {
    const answer = await by.send(path, fields);
    if (answer.status !== 303 || answer.location !== location)
      answeredOtherwise.push(`${what} ${mark}: ${answer.status} ${answer.location}`);
  }
  return { sentAgain: sample.length, answeredOtherwise };
}

function settingsOf({ dataDir }: RunningPlatform) {
  const config = readConfig({ DATA_DIR: dataDir });
  return { config, secrets: openSecrets(config) };
}

async function withVerify<T>(
  platform: RunningPlatform,
  work: (verify: Connection, logKey: string) => Promise<T>,
): Promise<T> {
  const { config, secrets } = settingsOf(platform);
  const verify = connect('verify', serverAddress(config, secrets), secrets, 2);
  try {
    return await work(
      verify,
      signerFromSeed('mmc-platform/public-log', secrets.keyFor('public log')).verifierKey,
    );
  } finally {
    await verify.close();
  }
}

function spread(times: readonly number[]): KillReport['backAfterMs'] {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95), worst: sorted.at(-1) ?? 0 };
}
