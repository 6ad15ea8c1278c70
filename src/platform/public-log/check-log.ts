import { auditLog, type LogReport } from './audit.ts';
import { verifierFromKey } from './note.ts';
import { findCheckpoints, type LogReader, storedLog } from './store.ts';

/**
 * Recomputes the whole log from its leaves; for `mmc doctor`, and after a restore.
 * A log rewritten as a whole, or cut off, agrees with itself: only a checkpoint kept elsewhere shows that.
 * @param verifierKeys the log's key, and those it had before
 */
export async function checkLog(
  db: LogReader,
  verifierKeys: readonly string[],
  keptElsewhere: readonly string[] = [],
): Promise<LogReport> {
  const verifiers = verifierKeys.map((key) => {
    const verifier = verifierFromKey(key);
    if (!verifier) throw new Error(`Not an Ed25519 verifier key: ${key}`);
    return verifier;
  });
  // Read before the audit counts: a checkpoint kept while it runs may be newer than what it sees.
  const kept = await findCheckpoints(db);
  return await auditLog(storedLog(db), [...kept, ...keptElsewhere], verifiers);
}
