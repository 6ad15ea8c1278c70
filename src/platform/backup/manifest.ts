import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Secrets } from '../config/secrets.ts';

const measure = z.object({
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
const rows = z.object({ rows: z.number().int().nonnegative(), packed: measure, content: measure });

const manifestSchema = z.object({
  format: z.literal('mmc-backup-1'),
  madeAt: z.string(),
  postgres: z.string(),
  /** The schema's history: names and hashes of every migration that had run. */
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  /** The public log's verifier key, which follows from the secret. */
  logKey: z.string(),
  /** Signed tree head of the log, from the same moment as the rows. */
  checkpoint: z.string(),
  tables: z.array(rows.extend({ name: z.string().regex(/^\w+\.\w+$/), columns: z.array(z.string()) })),
  jobs: rows,
  files: z.array(measure),
  /** Files whose bytes were no longer what their name says when the backup was made. */
  damagedFiles: z.array(z.string()),
});

export type Manifest = z.infer<typeof manifestSchema>;

export const manifestName = 'manifest.json';
export const sealName = 'manifest.seal';
export const jobsPath = 'jobs.copy.gz';
export const tablePath = (name: string) => `tables/${name}.copy.gz`;
export const filePath = (sha256: string) => `files/${sha256.slice(0, 2)}/${sha256}`;

export function writeManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 1)}\n`;
}

/** Undefined when the text is no manifest of this format. */
export function readManifest(text: string): Manifest | undefined {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Only who has the secret can write a manifest that will be believed. */
export function sealOf(manifestText: string, secrets: Secrets): string {
  return createHmac('sha256', secrets.keyFor('backup manifest')).update(manifestText).digest('hex');
}

export function isSealed(manifestText: string, seal: string, secrets: Secrets): boolean {
  const wanted = Buffer.from(sealOf(manifestText, secrets));
  const found = Buffer.from(seal.trim());
  return wanted.length === found.length && timingSafeEqual(wanted, found);
}
