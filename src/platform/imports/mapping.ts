import type { ImportColumn } from './kind.ts';

/** For each column of ours, the place of the file's column that fills it; absent when none does. */
export type Mapping = Readonly<Record<string, number>>;

/** Finds each column by its name or an alias, letter case, accents and signs aside. */
export function guessMapping(columns: readonly ImportColumn[], head: readonly string[]): Mapping {
  const folded = head.map(fold);
  const mapping: Record<string, number> = {};
  const taken = new Set<number>();
  for (const column of columns) {
    const names = new Set([column.name, ...column.aliases].map(fold));
    const place = folded.findIndex((name, index) => names.has(name) && !taken.has(index));
    if (place < 0) continue;
    mapping[column.name] = place;
    taken.add(place);
  }
  return mapping;
}

/** The columns that must be filled and have no place in the file. */
export function missingColumns(columns: readonly ImportColumn[], mapping: Mapping): ImportColumn[] {
  return columns.filter((column) => column.needed && mapping[column.name] === undefined);
}

function fold(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
