import { describe, expect, it } from 'vitest';
import { type Cell, csvResponse, csvText } from './csv.ts';
import { jsonResponse, jsonText } from './json.ts';

function line(...cells: Cell[]): string {
  const columns = cells.map((_, index) => ({
    head: `c${index}`,
    cell: (row: readonly Cell[]) => row[index],
  }));
  return csvText(columns, [cells]).split('\r\n').slice(1, -1).join('\r\n');
}

describe('a CSV file', () => {
  it('has a line of heads, one line a row, and ends its last line', () => {
    const columns = [
      { head: 'city', cell: (row: { name: string; n: number }) => row.name },
      { head: 'grants', cell: (row: { name: string; n: number }) => row.n },
    ];
    expect(csvText(columns, [{ name: 'Lima', n: 1 }])).toBe('city,grants\r\nLima,1\r\n');
    expect(csvText(columns, [])).toBe('city,grants\r\n');
  });

  it('quotes commas, quotation marks and line breaks', () => {
    expect(line('Lima, Peru', 'the "clinic"', 'two\nlines', 'plain')).toBe(
      '"Lima, Peru","the ""clinic""","two\nlines",plain',
    );
  });

  it('leaves what is not known empty, which is not zero', () => {
    expect(line(null, undefined, 0, '')).toBe(',,0,');
  });

  it('keeps large amounts, negative numbers and instants as they are', () => {
    expect(line(9007199254740993n, -5, true, new Date('2025-12-31T10:00:00Z'))).toBe(
      '9007199254740993,-5,true,2025-12-31T10:00:00.000Z',
    );
  });

  it.each(['=1+1', '+1', '-2+3', '@SUM(A1)', '\tx', '＝1+1', '＋1', '－1', '＠x', ' =1'])(
    'makes text of %j, which a spreadsheet would run',
    (text) => {
      expect(line(text)).toBe(`'${text}`);
    },
  );

  it('makes text of a formula behind a line break, and quotes it', () => {
    expect(line('\r=1', '=A1,"x"')).toBe(`"'\r=1","'=A1,""x"""`);
  });

  it('leaves a hyphen, a plus or an equals sign inside a text alone', () => {
    expect(line('Addis-Ababa', 'a=b', 'C40+MMC')).toBe('Addis-Ababa,a=b,C40+MMC');
  });

  it('is offered as a file under its name', async () => {
    const response = csvResponse('grantees', [{ head: 'city', cell: (row: string) => row }], ['Beirut']);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="grantees.csv"');
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(await response.text()).toBe('city\r\nBeirut\r\n');
  });
});

describe('open data as JSON', () => {
  it('says an amount as a number while a number can hold it, then as digits', () => {
    expect(jsonText({ small: 20000000n, large: 9007199254740993n })).toBe(
      '{"small":20000000,"large":"9007199254740993"}',
    );
  });

  it('may be read by pages of any origin, and saved when it has a name', async () => {
    const shown = jsonResponse({ items: [] });
    expect(shown.headers.get('access-control-allow-origin')).toBe('*');
    expect(shown.headers.has('content-disposition')).toBe(false);
    expect(await shown.json()).toEqual({ items: [] });
    expect(jsonResponse([], 'bodies').headers.get('content-disposition')).toContain('bodies.json');
  });
});
