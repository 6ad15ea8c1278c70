import { wholeNumber } from './checkpoint.ts';
import type { Signer } from './note.ts';
import { consistencyProof, currentCheckpoint, leaf, type LogResource, proofFor, tile } from './reading.ts';
import type { LogReader } from './store.ts';
import { tileFromPath } from './tiles.ts';

/**
 * What the log answers under its prefix: `checkpoint`, `tile/…` (tlog-tiles), `proof/{index}`, `leaf/{index}`,
 * `consistency/{from}/{to}`. Undefined: there is no such thing.
 */
export async function publishedFile(
  db: LogReader,
  signer: Signer,
  path: string,
): Promise<LogResource | undefined> {
  const wanted = tileFromPath(path);
  if (wanted) return await tile(db, wanted);
  const [kind, ...rest] = path.split('/');
  const numbers = rest.map(wholeNumber);
  if (numbers.includes(undefined)) return undefined;
  const [first = 0, second = 0] = numbers;
  const shape = `${kind} ${numbers.length}`;
  if (shape === 'checkpoint 0') return asText(await currentCheckpoint(db, signer));
  if (shape === 'proof 1') return asText(await proofFor(db, first, signer));
  if (shape === 'leaf 1') return await leaf(db, first);
  if (shape === 'consistency 2') return asText(await consistencyProof(db, first, second));
  return undefined;
}

function asText(body: string | undefined): LogResource | undefined {
  return body === undefined
    ? undefined
    : { body, contentType: 'text/plain; charset=utf-8', immutable: false };
}
