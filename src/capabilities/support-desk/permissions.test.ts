import { describe, expect, it } from 'vitest';
import { type Actor, anonymous, type Role, roles } from '../../kernel/actor.ts';
import { deskRoles, whyNotDesk, whyNotHandOver, whyNotMove, whyNotReply } from './permissions.ts';
import { moveNames, stages } from './rules/stages.ts';

const holding = (role: Role, over: Partial<Actor> = {}): Actor => ({
  ...anonymous,
  personId: 'p',
  roles: [{ role, cityId: null, organisationId: null, until: null }],
  assurance: 'passkey',
  ...over,
});

describe('the desk', () => {
  it.each(roles)('is worked by %s or not', (role) => {
    const allowed = (deskRoles as readonly Role[]).includes(role);
    expect(whyNotDesk(holding(role)) === undefined).toBe(allowed);
    for (const move of moveNames)
      if (!allowed)
        expect(whyNotMove(holding(role), { stage: 'new' }, move)?.key).toBe('support-desk:desk-only');
  });

  it('is not worked by mailed code, nor by nobody', () => {
    expect(whyNotDesk(holding('director', { assurance: 'mailed-code' }))?.key).toBe(
      'platform:step-up-needed',
    );
    expect(whyNotDesk(anonymous)).toBeDefined();
  });

  it('answers no case that was merged or set aside', () => {
    const answered = stages.filter((stage) => !whyNotReply(holding('staff-support'), { stage }));
    expect(answered).toEqual(['new', 'open', 'waiting-city', 'waiting-partner', 'resolved', 'closed']);
  });

  it('hands nothing over to the one who has it', () => {
    expect(whyNotHandOver(holding('director'), { from: 'a', to: 'a' })).toBeDefined();
    expect(whyNotHandOver(holding('director'), { from: 'a', to: 'b' })).toBeUndefined();
  });
});
