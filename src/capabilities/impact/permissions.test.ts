import { describe, expect, it } from 'vitest';
import { anonymous, type Role } from '../../kernel/actor.ts';
import {
  type Decidable,
  whyNotChange,
  whyNotDecide,
  whyNotDecideChange,
  whyNotPropose,
} from './permissions.ts';

const actor = (role: Role, personId = 'ana') => ({
  ...anonymous,
  personId,
  assurance: 'passkey' as const,
  roles: [{ role, cityId: null, organisationId: null, until: null }],
});
const claim = (over: Partial<Decidable> = {}): Decidable => ({
  kind: 'city-engaged',
  stage: 'proposed',
  proposedBy: 'ben',
  openChange: null,
  ...over,
});

describe('a claim', () => {
  it.each([
    'staff-support',
    'staff-diplomacy',
    'staff-fund',
    'staff-communications',
    'finance',
    'director',
  ] as const)('is proposed by %s', (role) => expect(whyNotPropose(actor(role))).toBeUndefined());
  it.each([
    'administrator',
    'city-focal-point',
    'mayor',
    'partner',
    'funder',
    'reviewer',
    'board-member',
  ] as const)('is not proposed by %s', (role) =>
    expect(whyNotPropose(actor(role))?.key).toBe('impact:proposer-role'),
  );
  it('may not be verified by its proposer, the director included', () => {
    expect(whyNotDecide(actor('director', 'ben'), claim())?.key).toBe('impact:verifier-is-proposer');
    expect(whyNotDecide(actor('director', 'ana'), claim())).toBeUndefined();
  });
  it('of money is verified by finance or the director only', () => {
    const money = claim({ kind: 'direct-grant' });
    expect(whyNotDecide(actor('staff-fund'), money)?.key).toBe('impact:money-verifier-role');
    expect(whyNotDecide(actor('finance'), money)).toBeUndefined();
    expect(whyNotDecide(actor('director'), money)).toBeUndefined();
  });
  it('is decided once', () => {
    for (const stage of ['verified', 'refused', 'imported', 'withdrawn'] as const)
      expect(whyNotDecide(actor('director'), claim({ stage }))?.key).toBe('impact:already-decided');
  });
  it('is not opened for power by a mailed code', () => {
    const mailed = { ...actor('director'), assurance: 'mailed-code' as const };
    expect(whyNotDecide(mailed, claim())?.key).toBe('platform:step-up-needed');
    expect(whyNotPropose(mailed)?.key).toBe('platform:step-up-needed');
  });
});

describe('a correction or withdrawal', () => {
  it('may not be verified by who proposed it, though they did not propose the claim', () => {
    const changed = claim({ stage: 'verified', openChange: { proposedBy: 'ana' } });
    expect(whyNotDecideChange(actor('director', 'ana'), changed)?.key).toBe('impact:verifier-is-proposer');
    expect(whyNotDecideChange(actor('director', 'ben'), changed)).toBeUndefined();
  });
  it('is proposed only while the claim is in force, one at a time', () => {
    expect(whyNotChange(actor('finance'), claim(), 'withdrawal')?.key).toBe('impact:not-in-force');
    expect(whyNotChange(actor('finance'), claim({ stage: 'verified' }), 'withdrawal')).toBeUndefined();
    const waiting = claim({ stage: 'verified', openChange: { proposedBy: 'ben' } });
    expect(whyNotChange(actor('finance'), waiting, 'correction')?.key).toBe('impact:change-waits');
  });
  it('confirms only what was imported without two people', () => {
    expect(whyNotChange(actor('finance'), claim({ stage: 'verified' }), 'confirmation')?.key).toBe(
      'impact:already-verified',
    );
    expect(whyNotChange(actor('finance'), claim({ stage: 'imported' }), 'confirmation')).toBeUndefined();
  });
});
