import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { rendered, textOf } from '../builders.ts';
import { DotMap } from './dot-map.tsx';
import { landOutline, mapHeight, mapWidth, placeOnMap, regionOutline } from './outline.ts';
import { RegionMap } from './region-map.tsx';

/** Surface of an outline of relative steps, by the shoelace formula. */
function surface(outline: string): number {
  let total = 0;
  for (const ring of outline.split('z').filter(Boolean)) {
    const [start = '', steps = ''] = ring.slice(1).split('l');
    let [x = 0, y = 0] = numbers(start);
    const points: [number, number][] = [[x, y]];
    const moves = numbers(steps);
    for (let index = 0; index < moves.length; index += 2) {
      x += moves[index] ?? 0;
      y += moves[index + 1] ?? 0;
      points.push([x, y]);
    }
    total += points.reduce((sum, [px, py], at) => {
      const [qx, qy] = points[(at + 1) % points.length] ?? [0, 0];
      return sum + (px * qy - qx * py) / 2;
    }, 0);
  }
  return Math.abs(total);
}

function numbers(text: string): number[] {
  return (text.match(/-?\d+/g) ?? []).map(Number);
}

describe('the outline of the world', () => {
  it('is light enough to stand in a page', () => {
    expect(gzipSync(landOutline()).length).toBeLessThan(5 * 1024);
  });

  it('covers about as much of the map as land does', () => {
    const share = surface(landOutline()) / (mapWidth * mapHeight);
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.45);
  });

  it('is the sum of a region and the rest', () => {
    const brazil = new Set(['076']);
    const sum = surface(regionOutline(brazil)) + surface(regionOutline(brazil, 'rest'));
    expect(sum / surface(landOutline())).toBeCloseTo(1, 1);
    expect(surface(regionOutline(brazil)) / surface(landOutline())).toBeCloseTo(8.5 / 135, 1);
  });

  it.each([
    ['Honolulu', 21.3, -157.9],
    ['Suva', -18.1, 178.4],
    ['Apia', -13.8, -171.8],
    ['Punta Arenas', -53.2, -70.9],
    ['Longyearbyen', 78.2, 15.6],
  ])('has room for %s', (_, latitude, longitude) => {
    const [x, y] = placeOnMap(latitude, longitude) ?? [-1, -1];
    expect(x >= 0 && x <= mapWidth && y >= 0 && y <= mapHeight).toBe(true);
  });

  it('puts places east and north of one another as they are', () => {
    const [nairobi, dakar, oslo] = [placeOnMap(-1.3, 36.8), placeOnMap(14.7, -17.4), placeOnMap(59.9, 10.7)];
    expect(nairobi![0]).toBeGreaterThan(dakar![0]);
    expect(oslo![1]).toBeLessThan(dakar![1]);
  });
});

describe('a map of dots', () => {
  const document = rendered(
    <DotMap
      title="Where"
      source="x"
      dotsAre="Cities"
      valueIs="People"
      dots={[
        { key: 'a', name: 'Small', latitude: 0, longitude: 10, value: 100 },
        { key: 'b', name: 'Large', latitude: 10, longitude: 10, value: 400, href: '/large', labelled: true },
      ]}
    />,
  );

  it('names every place in the table behind, the largest first, and leads to it from there', () => {
    expect([...document.querySelectorAll('tbody tr')].map((row) => [...row.children].map(textOf))).toEqual([
      ['Large', '400'],
      ['Small', '100'],
    ]);
    expect(document.querySelector('tbody a')?.getAttribute('href')).toBe('/large');
    expect(document.querySelector('svg a')).toBeNull();
  });

  it('gives no opinion on borders', () => {
    expect(textOf(document)).toContain('do not imply any opinion');
  });
});

describe('a map of regions', () => {
  it('is darker for more, and says what it does not know', () => {
    const document = rendered(
      <RegionMap
        title="Share"
        source="x"
        valueIs="%"
        regions={[
          { key: 'a', name: 'A', value: 40, countries: new Set(['076']) },
          { key: 'b', name: 'B', value: 1, countries: new Set(['566']) },
          { key: 'c', name: 'C', value: null, countries: new Set(['356']) },
        ]}
      />,
    );
    const shades = [...document.querySelectorAll('.land path[class]')].map((path) =>
      path.getAttribute('class'),
    );
    expect(shades).toEqual(['shade4', 'shade1', 'shade0']);
    expect([...document.querySelectorAll('tbody td')].map(textOf)).toEqual(['40', '1', '–']);
  });
});
