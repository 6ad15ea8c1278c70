import { gzipSync } from 'node:zlib';
import writeExcel from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../kernel/refusal.ts';
import { readTable } from './read-table.ts';
import { unpackedSize } from './unpacked-size.ts';

const refusalOf = async (bytes: Buffer | string) => {
  try {
    await readTable(Buffer.from(bytes as never));
    return 'nothing';
  } catch (error) {
    return error instanceof Refusal ? error.reason.key : String(error);
  }
};

describe('reading a person’s table', () => {
  it('reads CSV with quotes, line breaks in cells and a byte order mark', async () => {
    const table = await readTable(
      Buffer.from('\ufeffname,note\r\n"Lima, city","two\nlines"\r\nFreetown,\r\n'),
    );
    expect(table.head).toEqual(['name', 'note']);
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['Lima, city', 'two\nlines'],
      ['Freetown', ''],
    ]);
  });

  it.each([';', '\t'])('finds the sign between cells: %j', async (sign) => {
    const table = await readTable(Buffer.from(`name${sign}country\nLima${sign}PE\n`));
    expect(table.rows[0]?.cells).toEqual(['Lima', 'PE']);
  });

  it('numbers rows as the person’s program does, empty ones counted', async () => {
    const table = await readTable(Buffer.from('name\nA\n\nB\n'));
    expect(table.rows.map(({ number }) => number)).toEqual([2, 4]);
  });

  it('reads the first sheet of an XLSX file, dates as days', async () => {
    const file = await writeExcel([
      [{ value: 'name' }, { value: 'date' }, { value: 'count' }],
      [{ value: 'Lima' }, { value: new Date('2024-03-05T00:00:00Z'), format: 'yyyy-mm-dd' }, { value: 12 }],
    ] as never).toBuffer();
    const table = await readTable(Buffer.from(file as Uint8Array));
    expect(table).toEqual({
      head: ['name', 'date', 'count'],
      rows: [{ number: 2, cells: ['Lima', '2024-03-05', '12'] }],
    });
  });

  it.each([
    ['', 'imports:empty'],
    ['name,country\n', 'imports:no-rows'],
    ['name\n"Lima\n', 'imports:broken-csv'],
    ['name\nLi\u0000ma\n', 'imports:not-a-table'],
    [Buffer.from([0x6e, 0x0a, 0xe9, 0x0a]), 'imports:not-utf8'],
    ['PK\u0003\u0004 but no more', 'imports:not-a-table'],
    [`name\n${'x\n'.repeat(10_001)}`, 'imports:too-many-rows'],
    [Buffer.alloc(5_000_001, 'x'), 'imports:too-large'],
    [gzipSync('name\nLima\n'), 'imports:not-utf8'],
  ])('refuses %.20j with %s', async (bytes, key) => {
    expect(await refusalOf(bytes)).toBe(key);
  });

  it('refuses a small file that would unpack to a giant, before unpacking it', async () => {
    const honest = Buffer.from(
      (await writeExcel([[{ value: 'name' }], [{ value: 'x' }]] as never).toBuffer()) as Uint8Array,
    );
    const at = honest.readUInt32LE(honest.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1')) + 16);
    honest.writeUInt32LE(900_000_000, at + 24);
    expect(unpackedSize(honest)).toBeGreaterThan(900_000_000);
    expect(await refusalOf(honest)).toBe('imports:too-large');
  });
});
