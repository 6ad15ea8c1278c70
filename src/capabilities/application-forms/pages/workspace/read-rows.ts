import type { LocalText } from '../../../../kernel/local-text.ts';
import type { Choice, TableColumn } from '../../rules/form.ts';
import type { Posted } from '../../rules/posted.ts';
import { isEmptyText, localTextIn } from './local-text-fields.tsx';
import type { Reading } from './read-question.ts';

interface Labelled {
  readonly row: number;
  readonly key: string;
  readonly label: LocalText;
}

/** Rows with words, each under the key it has or a new one from its English words. */
function labelledRows(posted: Posted, name: string): Labelled[] {
  const rows = Object.keys(posted).flatMap((field) => {
    const row = field.startsWith(`${name}.`)
      ? /^(\d{1,3})\.label-en$/.exec(field.slice(name.length + 1))?.[1]
      : undefined;
    return row === undefined ? [] : [Number(row)];
  });
  const used = new Set<string>();
  return rows
    .toSorted((a, b) => a - b)
    .flatMap((row) => {
      const label = localTextIn(posted, `${name}.${row}.label`);
      if (isEmptyText(label)) return [];
      const key = freeKey(posted[`${name}.${row}.key`] ?? '', label, used);
      used.add(key);
      return [{ row, key, label }];
    });
}

function freeKey(had: string, label: LocalText, used: ReadonlySet<string>): string {
  const plain = label.en
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 30);
  const wanted = /^[a-z][a-z0-9-]{0,59}$/.test(had) ? had : plain || 'one';
  for (let n = 1; ; n++) {
    const key = n === 1 ? wanted : `${wanted}-${n}`;
    if (!used.has(key)) return key;
  }
}

export function choicesIn({ posted }: Reading): Choice[] {
  return labelledRows(posted, 'choice').map(({ key, label }) => ({ key, label }));
}

export function columnsIn({ posted }: Reading): TableColumn[] {
  return labelledRows(posted, 'column').map(({ row, key, label }) => {
    const kind = posted[`column.${row}.kind`];
    if (kind === 'number') return { key, label, kind, unit: localTextIn(posted, `column.${row}.unit`) };
    return { key, label, kind: kind === 'date' ? 'date' : 'text' };
  });
}
