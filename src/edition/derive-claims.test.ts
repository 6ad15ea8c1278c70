import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deriveClaims } from './derive-claims.ts';
import { type Edition, readEdition } from './read-edition.ts';

const edition = await readEdition(join(import.meta.dirname, '../../database/edition'));
const claims = deriveClaims(edition);

const ofKind = (kind: string, from: Edition = edition) =>
  deriveClaims(from).filter((claim) => claim.kind === kind);

describe('claims derived from an edition', () => {
  it('never say the same twice', () => {
    const keys = claims.map((claim) => claim.key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('all carry evidence and come from a record', () => {
    const ids = new Set([...JSON.stringify(edition).matchAll(/"id":"([^"]+)"/g)].map((found) => found[1]));
    expect(claims.filter((claim) => claim.evidence.length === 0 || !ids.has(claim.origin.record))).toEqual(
      [],
    );
  });

  it('come in order of date, and the same from the same edition', () => {
    const dates = claims.map((claim) => claim.date);
    expect(dates).toEqual(dates.toSorted());
    expect(deriveClaims(edition)).toEqual(claims);
  });

  it('take an award as money, never a ceiling', () => {
    const koboko = edition.grants.find((grant) => grant.city === 'koboko');
    expect(koboko).toMatchObject({ ceilingMinor: '50000000', amountMinor: null });
    expect(ofKind('direct-grant').map((claim) => claim.subject.id)).not.toContain('koboko');
    expect(ofKind('direct-grant').find((claim) => claim.subject.id === 'kanifing')?.amount).toEqual({
      amountMinor: 45_000_000n,
      currency: 'USD',
    });
  });

  it('count a donor’s promise once: not what a later one replaced, nor a part of a larger', () => {
    const records = ofKind('funding-committed').map((claim) => claim.origin.record);
    expect(records).toContain('ikea-2022-november');
    expect(records).not.toContain('ikea-2022-may');
    expect(records).not.toContain('sdc-2024');
  });

  it('count the first promise again when nothing replaces it', () => {
    const donorCommitments = edition.donorCommitments.filter((c) => c.id !== 'ikea-2022-november');
    const records = ofKind('funding-committed', { ...edition, donorCommitments }).map(
      (claim) => claim.origin.record,
    );
    expect(records).toContain('ikea-2022-may');
  });

  it('name all donors of a joint promise, whose shares nobody published', () => {
    const joint = ofKind('funding-committed').find((claim) => claim.origin.record === 'hilton-van-leer-2022');
    expect(joint?.subject.id).toBe('hilton-foundation');
    expect(joint?.alongside).toEqual([{ kind: 'organisation', id: 'van-leer-foundation' }]);
  });

  it('count people once: no targets, no totals over several grants, no households', () => {
    const records = ofKind('people-reached-directly').map((claim) => claim.origin.record);
    expect(records.toSorted()).toEqual(['beirut-people', 'freetown-people', 'medellin-people']);
  });

  it('give a city a seat at a forum only where it spoke or sat in a delegation', () => {
    const atGrf = ofKind('seat-at-forum').filter((claim) => claim.key.includes('grf-2023'));
    expect(atGrf.map((claim) => claim.subject.id)).toEqual(['bristol']);
    const engaged = ofKind('city-engaged').filter((claim) => claim.key.includes('grf-2023'));
    expect(engaged.map((claim) => claim.subject.id).toSorted()).toEqual([
      'amman',
      'bristol',
      'san-antonio',
      'zurich',
    ]);
  });

  it('date a participation by its forum when it has no day of its own', () => {
    const bristol = ofKind('seat-at-forum').find((claim) => claim.subject.id === 'bristol');
    expect(bristol?.date).toBe('2023-12');
  });

  it('count an organisation once as a partner, from its first partnership, and never the council itself', () => {
    const partners = ofKind('partner');
    expect(partners.filter((claim) => claim.subject.id === 'uclg').map((claim) => claim.date)).toEqual([
      '2018',
    ]);
    expect(partners.map((claim) => claim.subject.id)).not.toContain('mmc');
    expect(partners.map((claim) => claim.subject.id)).not.toContain('osf');
  });

  it('wait for a date before claiming a position or money', () => {
    expect(ofKind('position-influenced').map((claim) => claim.subject.id)).not.toContain(
      'ipcc-urban-summary',
    );
    expect(ofKind('influenced-external').map((claim) => claim.origin.record)).not.toContain(
      'us-mptf-climate',
    );
  });

  it('keep each currency apart', () => {
    const currencies = new Set(ofKind('influenced-external').map((claim) => claim.amount?.currency));
    expect(currencies).toEqual(new Set(['USD', 'EUR']));
  });
});
