import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A name of a city in another language. */
export interface AlternateName {
  readonly language: string;
  readonly name: string;
}

/** A city that bears another name, or spelling, than the gazetteer's package knows. */
interface Renamed {
  readonly newName: string;
  readonly oldName: string;
}

export interface Spellings {
  readonly alternates: ReadonlyMap<number, readonly AlternateName[]>;
  readonly renamed: ReadonlyMap<number, Renamed>;
}

const files = ['alternate-names.tsv.gz', 'renamed.tsv', 'admin1.tsv'] as const;

/** What the folder adds to the package: see its README. */
export function readSpellings(folder: string): Spellings {
  const alternates = new Map<number, AlternateName[]>();
  for (const [number, language = '', name = ''] of rowsOf(folder, 'alternate-names.tsv.gz')) {
    const others = alternates.get(Number(number));
    if (others) others.push({ language, name });
    else alternates.set(Number(number), [{ language, name }]);
  }
  const renamed = rowsOf(folder, 'renamed.tsv').map(
    ([number, newName = '', oldName = '']) => [Number(number), { newName, oldName }] as const,
  );
  return { alternates, renamed: new Map(renamed) };
}

/** First-level regions by code, e.g. `CA.08`. */
export function readRegions(folder: string): Map<string, string> {
  return new Map(rowsOf(folder, 'admin1.tsv').map(([code = '', name = '']) => [code, name]));
}

/** Names the files' content, so that newer ones are noticed. */
export function folderHash(folder: string): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(path.join(folder, file)));
  return hash.digest('hex').slice(0, 16);
}

function rowsOf(folder: string, file: (typeof files)[number]): string[][] {
  const bytes = readFileSync(path.join(folder, file));
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split('\t'));
}
