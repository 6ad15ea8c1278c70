import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as platformAudit from '../../src/platform/public-log/audit.ts';
import { storedRows, testSigner } from '../../src/platform/public-log/builders.ts';
import * as platformCheckpoint from '../../src/platform/public-log/checkpoint.ts';
import * as platformNote from '../../src/platform/public-log/note.ts';
import * as platformProof from '../../src/platform/public-log/proof-file.ts';
import * as platformVerification from '../../src/platform/public-log/verification.ts';
import * as outsideChecks from '../../verify/checks.mjs';
import type { HandedGrowth, HandedProof } from './log-tamper-proofs.ts';
import { type Meeting, publishedFiles } from './log-tamper-rows.ts';

/** Whether somebody finds that all is well. */
export interface Judge {
  readonly log: (meeting: Meeting) => Promise<boolean>;
  readonly proof: (handed: HandedProof) => boolean;
  readonly growth: (handed: HandedGrowth) => boolean;
}

type Platform = typeof platformAudit &
  typeof platformCheckpoint &
  typeof platformNote &
  typeof platformProof &
  typeof platformVerification;

const key = testSigner.verifierKey;

/** The platform's own checks, on the rows. */
export function platformJudge(code: Platform = platform): Judge {
  const verifier = code.verifierFromKey(key);
  if (!verifier) throw new Error('The test key is no key');
  return {
    log: async ({ rows, checkpoint, remembered }) =>
      (await code.auditLog(storedRows(rows), [checkpoint, ...remembered], [verifier])).faults.length === 0,
    proof: ({ text, leaf }) => code.proofFault(text, verifier, leaf) === undefined,
    growth: ({ older, newer, proof }) => {
      const [before, after] = [code.openCheckpoint(older, verifier), code.openCheckpoint(newer, verifier)];
      const lines = proof === '' ? [] : proof.replace(/\n$/, '').split('\n');
      const hashes = lines.map(code.strictBase64).filter((hash) => hash?.length === 32) as Buffer[];
      return (
        before !== undefined &&
        after !== undefined &&
        hashes.length === lines.length &&
        code.isExtension(before, after, hashes)
      );
    },
  };
}

const platform: Platform = {
  ...platformAudit,
  ...platformCheckpoint,
  ...platformNote,
  ...platformProof,
  ...platformVerification,
};

/** The stand-alone verifier, on the published files. */
export function outsideJudge(code: typeof outsideChecks = outsideChecks): Judge {
  const holds = (check: () => unknown) => {
    try {
      check();
      return true;
    } catch (error) {
      if (error instanceof code.Broken) return false;
      throw error;
    }
  };
  return {
    log: async (meeting) => {
      const files = publishedFiles(meeting);
      return holds(() => code.checkLog((name) => files.get(name), key, meeting.remembered));
    },
    proof: ({ text, leaf }) => holds(() => code.checkProof(text, key, leaf)),
    growth: ({ older, newer, proof }) => holds(() => code.checkConsistency(older, newer, proof, key)),
  };
}

/** The stand-alone verifier with one check taken out. */
export async function weakenedOutside(check: string, instead: string): Promise<Judge> {
  const [checks] = await weakenedParts('verify', 'checks.mjs', [check, instead], ['checks.mjs']);
  return outsideJudge(checks as typeof outsideChecks);
}

/** The platform's checks with one taken out. */
export async function weakenedPlatform(file: string, check: string, instead: string): Promise<Judge> {
  const parts = ['audit.ts', 'checkpoint.ts', 'note.ts', 'proof-file.ts', 'verification.ts'];
  const modules = await weakenedParts('src/platform/public-log', file, [check, instead], parts);
  return platformJudge(Object.assign({}, ...modules) as Platform);
}

async function weakenedParts(
  source: string,
  file: string,
  [check, instead]: readonly [string, string],
  parts: readonly string[],
): Promise<unknown[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mmc-weakened-'));
  try {
    cpSync(source, folder, { recursive: true });
    const text = readFileSync(path.join(folder, file), 'utf8');
    // A fault that is no longer planted would prove nothing.
    if (text.split(check).length !== 2) throw new Error(`Not found once in ${file}: ${check}`);
    writeFileSync(
      path.join(folder, file),
      text.replace(check, () => instead),
    );
    return await Promise.all(
      parts.map(async (part) => (await import(pathToFileURL(path.join(folder, part)).href)) as unknown),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
