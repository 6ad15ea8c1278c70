import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** One spelling of a city, with the ISO 639 codes of the languages that use it. */
export interface AlternateName {
  readonly name: string;
  readonly languages: readonly string[];
}

/** A city that bears another name than the gazetteer's package knows. */
export interface Renamed {
  readonly name: string;
  readonly formerNames: readonly string[];
}

export interface Spellings {
  readonly alternates: ReadonlyMap<number, readonly AlternateName[]>;
  readonly renamed: ReadonlyMap<number, Renamed>;
}

const files = { alternates: 'alternate-names.tsv', renamed: 'renamed-cities.json' } as const;

/** The folder's two files: spellings by line (number, name, languages), and cities renamed since the package was made. */
export function readSpellings(folder: string): Spellings {
  const alternates = new Map<number, AlternateName[]>();
  for (const line of readFileSync(path.join(folder, files.alternates), 'utf8').split('\n')) {
    const [number = '', name = '', languages = ''] = line.split('\t');
    if (name === '') continue;
    const one = { name, languages: languages.split(',') };
    const others = alternates.get(Number(number));
    if (others) others.push(one);
    else alternates.set(Number(number), [one]);
  }
  const renamed = JSON.parse(readFileSync(path.join(folder, files.renamed), 'utf8')) as RenamedRecord[];
  return {
    alternates,
    renamed: new Map(renamed.map(({ geonamesId, ...names }) => [geonamesId, names])),
  };
}

interface RenamedRecord extends Renamed {
  readonly geonamesId: number;
}

/** Names the files' content, so that newer ones are noticed. */
export function alternateNamesHash(folder: string): string {
  const hash = createHash('sha256');
  for (const file of Object.values(files)) hash.update(readFileSync(path.join(folder, file)));
  return hash.digest('hex').slice(0, 16);
}
