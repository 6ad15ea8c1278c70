import { readFile } from 'node:fs/promises';
import type { World } from '../../world.ts';
import type { CommandLine } from '../command-line/command.ts';
import { checkLog, openCheckpoint, proofFault, verifierFromKey } from '../public-log/index.ts';

const sentences: Record<NonNullable<ReturnType<typeof proofFault>>, string> = {
  'not-a-proof-file': 'This is neither a proof file nor a checkpoint.',
  'other-leaf': 'This is the proof of another entry.',
  'checkpoint-not-signed': "The checkpoint in this file is not signed by this log's key.",
  'leaf-not-in-log': 'The entry in this file is not in the log that its checkpoint signs.',
};

/** A file somebody was given: does it hold by itself, and does today's log still hold what it promises? */
export async function verifyFile(line: CommandLine, world: World, file: string): Promise<number> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => error);
  if (typeof text !== 'string') {
    line.err(`${file} cannot be read: ${text.message}.`);
    return text.code === 'ENOENT' ? 4 : 1;
  }
  const key = world.logSigner.verifierKey;
  const verifier = verifierFromKey(key);
  if (!verifier) throw new Error('the log has no key');
  const isProof = !openCheckpoint(text, verifier);
  const fault = isProof ? proofFault(text, verifier) : undefined;
  if (fault) return answer(line, false, sentences[fault]);
  // A proof file ends with its checkpoint.
  const checkpoint = isProof ? text.slice(text.indexOf('\n\n') + 2) : text;
  const size = openCheckpoint(checkpoint, verifier)?.size;
  const { faults } = await checkLog(world.db, [key], [checkpoint]);
  if (faults.length > 0) {
    const told = faults.map(({ kind, at }) => `${kind.replaceAll('-', ' ')} at ${at}`).join(', ');
    return answer(line, false, `It holds by itself, but the log of now does not agree with it: ${told}.`);
  }
  return answer(
    line,
    true,
    `${isProof ? 'The entry is in the log' : 'The checkpoint is true'}: signed at ${size} entries, and the log of now still begins with them.`,
  );
}

function answer(line: CommandLine, ok: boolean, says: string): number {
  if (line.json) line.out(JSON.stringify({ ok, says }));
  else if (ok) line.out(says);
  else line.err(says);
  return ok ? 0 : 1;
}
