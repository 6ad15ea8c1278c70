import { createHash } from 'node:crypto';
import { type FactKey, type FactKind, factKind, hasItem } from './fact-kinds.ts';

/** Which fact: `mayor`, `population.refugees`, `network.uclg`; as it stands in addresses, files and the API. */
export function factName(kind: FactKey, item: string): string {
  return item === '' ? kind : `${kind}.${item}`;
}

/** Reads a fact's name. Of a kind with names or topics, the bare kind means one that is yet to be told. */
export function readFactName(name: string): { readonly kind: FactKind; readonly item: string } | undefined {
  const [key = '', item = '', ...rest] = name.split('.');
  const kind = factKind(key);
  if (!kind || rest.length > 0) return undefined;
  return (item === '' && mayBeNew(kind)) || hasItem(kind, item) ? { kind, item } : undefined;
}

/** Of these kinds a city may tell another at any time. */
export function mayBeNew({ items, group }: FactKind): boolean {
  return items === 'named' || group === 'topics';
}

/** What a named item is called in keys: its letters and digits, or a short hash where the script has no such letters. */
export function itemFrom(called: string): string {
  const plain = called
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 100)
    .replaceAll(/-+$/g, '');
  const isLatin = !/[^\p{Script=Latin}\p{M}\p{N}\p{P}\p{S}\p{Z}]/u.test(called.normalize('NFKD'));
  if (plain !== '' && isLatin) return plain;
  return `x${createHash('sha256').update(called.trim().toLowerCase()).digest('hex').slice(0, 12)}`;
}
