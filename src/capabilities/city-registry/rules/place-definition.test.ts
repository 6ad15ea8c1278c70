import { describe, expect, it } from 'vitest';
import {
  isInRegions,
  isOfSize,
  largestByCountry,
  type PopulationRule,
  type RegionRule,
} from './place-definition.ts';

const south: RegionRule = {
  measure: 'm49-regions',
  regions: ['Africa', 'Asia'],
  subregions: ['Latin America and the Caribbean'],
  exceptSubregions: ['Central Asia'],
  exceptCountries: ['JP'],
};

describe('a country counts by its region', () => {
  it.each([
    ['a named region', { iso2: 'KE', region: 'Africa', subregion: 'Sub-Saharan Africa' }, true],
    [
      'a named subregion of another region',
      { iso2: 'PE', region: 'Americas', subregion: 'Latin America and the Caribbean' },
      true,
    ],
    ['neither', { iso2: 'US', region: 'Americas', subregion: 'Northern America' }, false],
    ['an excepted subregion', { iso2: 'KZ', region: 'Asia', subregion: 'Central Asia' }, false],
    ['an excepted country', { iso2: 'JP', region: 'Asia', subregion: 'Eastern Asia' }, false],
    ['no region at all', { iso2: 'TW', region: null, subregion: null }, false],
  ])('in %s', (_case, country, expected) => {
    expect(isInRegions(south, country)).toBe(expected);
  });
});

const secondary: PopulationRule = {
  measure: 'population',
  atLeast: 50_000,
  atMost: 1_000_000,
  exceptCapital: true,
  exceptLargestOfCountry: true,
};

describe('a city counts by its size', () => {
  it.each([
    ['the smallest that counts', 50_000, false, true],
    ['one too small', 49_999, false, false],
    ['the largest that counts', 1_000_000, false, true],
    ['one too large', 1_000_001, false, false],
    ['a capital', 200_000, true, false],
    ['one whose population is not known', 0, false, false],
  ])('%s', (_case, population, isCapital, expected) => {
    expect(isOfSize(secondary, { country: 'SL', population, isCapital }, 5_000_000)).toBe(expected);
  });

  it('unless it is the largest of its country', () => {
    const cities = [
      { country: 'BZ', population: 61_000 },
      { country: 'BZ', population: 21_000 },
    ];
    const largest = largestByCountry(cities).get('BZ') ?? 0;
    expect(isOfSize(secondary, { country: 'BZ', population: 61_000, isCapital: false }, largest)).toBe(false);
  });
});
