import { describe, expect, it } from 'vitest';
import { rendered, textOf } from './builders.ts';
import { EmptyState } from './empty-state.tsx';
import { Table } from './table.tsx';

interface Row {
  readonly id: string;
  readonly people: number;
}

function table(by: string, rows: readonly Row[] = [{ id: '<i>Lima', people: 5 }]) {
  return rendered(
    <Table
      caption="Cities"
      rows={rows}
      rowKey={(row) => row.id}
      csv="/cities.csv"
      sort={{ by, href: (next) => `?sort=${next}` }}
      columns={[
        { key: 'name', title: 'Name', cell: (row) => row.id, rowHeader: true, sort: 'name' },
        {
          key: 'people',
          title: 'People',
          cell: (row) => row.people,
          figure: true,
          sort: 'people',
          largestFirst: true,
        },
        { key: 'note', title: 'Note', cell: () => '–' },
      ]}
      empty={<EmptyState title="No city">None matches.</EmptyState>}
    />,
  );
}

const links = (document: Document) =>
  [...document.querySelectorAll('th a')].map((a) => a.getAttribute('href'));

describe('a table', () => {
  it('sorts by links, the largest number first, and the other way round on the second click', () => {
    expect(links(table(''))).toEqual(['?sort=name', '?sort=-people']);
    expect(links(table('-people'))).toEqual(['?sort=name', '?sort=people']);
    expect(links(table('name'))).toEqual(['?sort=-name', '?sort=-people']);
  });

  it('says how it is sorted', () => {
    const sorted = [...table('-people').querySelectorAll('[aria-sort]')].map((cell) => [
      textOf(cell),
      cell.getAttribute('aria-sort'),
    ]);
    expect(sorted).toEqual([['People', 'descending']]);
  });

  it('stays a table for screen readers when a phone shows cards, each cell with its name', () => {
    const document = table('');
    expect(document.querySelector('table')?.getAttribute('role')).toBe('table');
    expect(document.querySelectorAll('tr:not([role=row])').length).toBe(0);
    expect([...document.querySelectorAll('td')].map((cell) => cell.getAttribute('data-label'))).toEqual([
      'People',
      'Note',
    ]);
  });

  it('names each row by its header and writes what people typed as text', () => {
    expect(textOf(table('').querySelector('th[scope=row]'))).toBe('<i>Lima');
  });

  it('explains itself when it is empty, and offers everything as CSV when it is not', () => {
    expect(textOf(table('', []))).toBe('No city None matches.');
    expect(table('', []).querySelector('table')).toBeNull();
    expect(table('').querySelector('a[download]')?.getAttribute('href')).toBe('/cities.csv');
  });
});
