import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { DotMap } from './maps/dot-map.tsx';
import { PageHead } from './page-head.tsx';
import { PageShell } from './page-shell.tsx';
import { Table } from './table.tsx';

const here = import.meta.dirname;
const kilobyte = 1024;

function bundled(entry: string): string {
  const result = buildSync({
    entryPoints: [path.join(here, entry)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    outdir: 'unused',
  });
  return result.outputFiles[0]?.text ?? '';
}

function compressed(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}

function sources(folder: string, ending: RegExp): string[] {
  return readdirSync(path.join(here, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file) && !file.includes('.test.'))
    .map((file) => readFileSync(path.join(here, folder, file), 'utf8'));
}

const css = bundled('styles/main.css');
const script = bundled('islands/main.ts');

describe('what a page loads', () => {
  it('is a style sheet of at most 9 KB and a script of at most 4 KB', () => {
    expect(compressed(css)).toBeLessThan(9 * kilobyte);
    expect(compressed(script)).toBeLessThan(4 * kilobyte);
    expect(css.length).toBeGreaterThan(10 * kilobyte);
  });

  it('stays within 30 KB, with 14 KB of HTML, for a map of a hundred places and a table of fifty', () => {
    const cities = Array.from({ length: 100 }, (_, n) => ({
      key: `0192f3a1-${n * 7919}-7c4e`,
      name: `City ${(n * 48_271).toString(36)}`,
      latitude: ((n * 37) % 120) - 50,
      longitude: ((n * 101) % 340) - 170,
      value: (n * 7919) % 100_003,
    }));
    const html = renderToString(
      <PageShell
        language="en"
        face="public"
        title="Cities"
        nav={[{ href: '/cities', label: 'Cities' }]}
        pathFor={(language) => `/${language}/cities`}
        assets={{ css: '/c.css', js: '/i.js' }}
      >
        <PageHead title="Cities" />
        <DotMap title="Everywhere" source="x" dotsAre="Cities" valueIs="People" dots={cities} />
        <Table
          caption="Cities"
          rows={cities.slice(0, 50)}
          rowKey={(city) => city.key}
          columns={[
            {
              key: 'name',
              title: 'Name',
              cell: (city) => <a href={`/cities/${city.key}`}>{city.name}</a>,
              rowHeader: true,
            },
            { key: 'people', title: 'People', cell: (city) => city.value, figure: true },
          ]}
        />
      </PageShell>,
    );
    expect(compressed(html)).toBeLessThan(14 * kilobyte);
    expect(compressed(html) + compressed(css) + compressed(script)).toBeLessThan(30 * kilobyte);
  });
});

describe('the styles', () => {
  const written = sources('styles', /\.css$/).join('\n');

  it('turn round with the direction of the text: no left, no right', () => {
    const physical =
      /(?:margin|padding|border|inset|scroll-padding)-(?:left|right|top|bottom)|[\s;{](?:left|right|top|bottom|width|height|float):|text-align:\s*(?:left|right)/g;
    expect(written.match(physical) ?? []).toEqual([]);
    expect('a { margin-left: 0; left: 0 }'.match(physical)).toHaveLength(2);
  });

  it('fetch nothing: no font, no picture', () => {
    expect(css).not.toMatch(/url\(|@font-face|https?:/);
  });

  it('style only classes some piece has', () => {
    const pieces = sources('.', /\.tsx?$/).join('\n');
    const names = new Set(
      [...written.matchAll(/\.([a-z][a-z0-9-]*)(?=[\s,.:)>{[+~])/g)].map(([, name]) => name ?? ''),
    );
    expect(names.size).toBeGreaterThan(80);
    const computed = /^(?:[sfm][1-7]|shade[1-4])$/;
    expect(
      [...names].filter((name) => !computed.test(name) && !new RegExp(`\\b${name}\\b`).test(pieces)),
    ).toEqual([]);
  });
});

type Scheme = Record<string, string>;

/** The colours of each scheme, as `--name: #hex`. */
function schemes(): Record<'light' | 'dark', Scheme> {
  const tokens = readFileSync(path.join(here, 'styles/tokens.css'), 'utf8');
  const [light = '', dark = ''] = tokens.split('@media (prefers-color-scheme: dark)');
  const read = (text: string) =>
    Object.fromEntries(
      [...text.matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/g)].map(([, name, hex]) => [name, hex]),
    );
  return { light: read(light), dark: { ...read(light), ...read(dark.split('@media')[0] ?? '') } };
}

function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replaceAll(/[0-9a-f]/g, '$&$&') : hex;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

describe.each(Object.entries(schemes()))('colours on %s paper', (_, colours) => {
  it.each([
    ['ink', 'paper', 7],
    ['accent', 'paper', 7],
    ['on-accent', 'accent', 7],
    ['ink2', 'paper', 4.5],
    ['ink2', 'paper2', 4.5],
    ['accent', 'paper2', 4.5],
    ['ink', 'lift', 7],
    ['stop', 'paper', 4.5],
    ['signal', 'signal-tint', 4.5],
    ['done', 'done-tint', 4.5],
    ['wait', 'wait-tint', 4.5],
    ['stop', 'stop-tint', 4.5],
    ['ink2', 'wait-tint', 4.5],
    ['edge', 'paper', 3],
    ['edge', 'lift', 3],
    ['focus', 'paper', 3],
    ['c1', 'paper', 3],
    ['c2', 'paper', 3],
    ['c3', 'paper', 3],
    ['c4', 'paper', 3],
  ])('%s is seen on %s at %f to 1', (ink, paper, least) => {
    expect(contrast(colours[ink] ?? '', colours[paper] ?? '')).toBeGreaterThanOrEqual(least);
  });
});
