import { describe, expect, it } from 'vitest';
import { because } from '../../kernel/refusal.ts';
import { guessMapping, missingColumns } from './mapping.ts';

const column = (name: string, needed: boolean, ...aliases: string[]) => ({
  name,
  needed,
  aliases,
  says: because('imports:empty'),
});
const columns = [
  column('name', true, 'nom', 'organisation'),
  column('country', true, 'pays'),
  column('address', false, 'website'),
];

describe('matching the columns of a file', () => {
  it('knows a column by its name or alias, in any case, with accents and signs', () => {
    expect(guessMapping(columns, ['PAYS', 'Web-site', 'Nom'])).toEqual({ country: 0, address: 1, name: 2 });
  });

  it('uses no column of the file twice', () => {
    expect(guessMapping([column('a', true, 'x'), column('b', true, 'x')], ['x'])).toEqual({ a: 0 });
  });

  it('says which needed columns are missing, and no others', () => {
    expect(missingColumns(columns, { name: 0 }).map(({ name }) => name)).toEqual(['country']);
  });
});
