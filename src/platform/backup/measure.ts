import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Transform } from 'node:stream';

export interface Measure {
  readonly bytes: number;
  readonly sha256: string;
}

/** A stretch of pipe that changes nothing and counts what passes. */
export function measuring(): { pipe: Transform; measure(): Measure } {
  const hash = createHash('sha256');
  let bytes = 0;
  const pipe = new Transform({
    transform(part: Buffer, _encoding, done) {
      hash.update(part);
      bytes += part.length;
      done(null, part);
    },
  });
  return { pipe, measure: () => ({ bytes, sha256: hash.digest('hex') }) };
}

export async function measureFile(file: string): Promise<Measure> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const part of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(part);
    bytes += part.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
