import { globSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sources = globSync('{src,verify,tests,bench,scripts}/**/*.{ts,tsx,mjs}').filter(
  (file) => !/generated|\.d\.ts$/.test(file),
);
const lines = (file: string) => readFileSync(file, 'utf8').split('\n').length;

describe('the tree', () => {
  it('is made of small files', () => {
    const product = sources.filter((file) => file.startsWith('src/'));
    const sizes = product.map((file) => statSync(file).size).toSorted((a, b) => a - b);
    const median = sizes[Math.floor(sizes.length / 2)] ?? 0;
    console.log(
      `tree: ${product.length} files in src, median ${(median / 1024).toFixed(1)} KB, p90 ${((sizes[Math.floor(sizes.length * 0.9)] ?? 0) / 1024).toFixed(1)} KB`,
    );
    // A test may tell one story from its first step to its last.
    const most = (file: string) => (file.includes('.test.') ? 400 : 251);
    expect(sources.filter((file) => lines(file) > most(file))).toEqual([]);
    expect(median).toBeLessThan(2.6 * 1024);
  });

  it('keeps SQL in stores, migrations and the platform', () => {
    const written = sources.filter(
      (file) =>
        /^src\/(?:capabilities\/[^/]+\/(?:pages|actions|rules)|surfaces)\//.test(file) &&
        !file.includes('.test.'),
    );
    expect(written.length).toBeGreaterThan(80);
    expect(
      written.filter((file) =>
        /\bsql`|\.selectFrom\(|\.insertInto\(|\.updateTable\(|\.deleteFrom\(/.test(
          readFileSync(file, 'utf8'),
        ),
      ),
    ).toEqual([]);
  });

  it('numbers its migrations one by one and names the last in HEAD', () => {
    const names = globSync('database/migrations/*.sql')
      .map((file) => file.split('/').at(-1) ?? '')
      .toSorted();
    expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1));
    expect(readFileSync('database/migrations/HEAD', 'utf8').trim()).toBe(names.at(-1));
  });

  it('has no inline style, script or handler that the content policy would refuse', () => {
    const views = sources.filter((file) => file.endsWith('.tsx') && !file.includes('.test.'));
    expect(views.length).toBeGreaterThan(50);
    const offending = views.filter((file) =>
      /\sstyle=\{|\sstyle="|\son[A-Z]\w+=\{|dangerouslySetInnerHTML/.test(readFileSync(file, 'utf8')),
    );
    expect(offending).toEqual([]);
  });

  it('locks packages without download addresses', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved": "http/);
  });
});
