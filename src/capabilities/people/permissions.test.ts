import { describe, expect, it } from 'vitest';
import { someone } from '../../../tests/support/world.ts';
import { anonymous, roles } from '../../kernel/actor.ts';
import { calendarDate } from '../../kernel/calendar-date.ts';
import {
  type WantedRole,
  whyNotChangeWaysIn,
  whyNotEditOrganisations,
  whyNotEnd,
  whyNotGrant,
  whyNotInvite,
  whyNotSuspend,
} from './permissions.ts';

const now = new Date('2026-11-21T10:00:00Z');
const today = calendarDate('2026-11-21');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const as = (role: Parameters<typeof someone>[0], steppedUpAt: Date | null = now) =>
  someone(role, { steppedUpAt });
const wanted: WantedRole = {
  personId: 'kofi',
  role: 'reviewer',
  cityId: null,
  organisationId: null,
  from: today,
  to: null,
};
const missing = 'platform:permission-missing';
const stepUp = 'platform:step-up-needed';

describe('giving a role', () => {
  it.each(['director', 'administrator'] as const)('is for a %s', (role) => {
    expect(whyNotGrant(as(role), wanted, now, today)).toBeUndefined();
    expect(whyNotInvite(as(role), now)).toBeUndefined();
  });

  it.each(roles.filter((role) => role !== 'director' && role !== 'administrator'))(
    'is not for a %s',
    (role) => {
      expect(whyNotGrant(as(role), wanted, now, today)?.key).toBe(missing);
      expect(whyNotInvite(as(role), now)?.key).toBe(missing);
    },
  );

  it('asks for a proof of the last fifteen minutes', () => {
    expect(whyNotGrant(as('director', minutesAgo(15)), wanted, now, today)).toBeUndefined();
    expect(whyNotGrant(as('director', minutesAgo(16)), wanted, now, today)?.key).toBe(stepUp);
    expect(whyNotInvite(as('director', null), now)?.key).toBe(stepUp);
  });

  it('is never to oneself', () => {
    const actor = as('administrator');
    const own = { ...wanted, personId: actor.personId ?? '' };
    expect(whyNotGrant(actor, own, now, today)?.key).toBe('people:not-to-oneself');
  });

  it('of administrator is for administrators', () => {
    const role = { ...wanted, role: 'administrator' as const };
    expect(whyNotGrant(as('director'), role, now, today)?.key).toBe('people:administrators-only');
    expect(whyNotGrant(as('administrator'), role, now, today)).toBeUndefined();
  });

  it.each([
    ['a city role without its city', { role: 'mayor' }, 'people:role-needs-city'],
    ['another role with a city', { cityId: 'freetown' }, 'people:role-needs-city'],
    ['a partner of no organisation', { role: 'partner' }, 'people:role-needs-organisation'],
    ['a reviewer of an organisation', { organisationId: 'c40' }, 'people:role-needs-organisation'],
    ['an end before the beginning', { to: calendarDate('2026-11-20') }, 'people:ends-before-it-begins'],
    ['a beginning in the past', { from: calendarDate('2026-11-20') }, 'people:role-in-the-past'],
  ] as const)('refuses %s', (_, over, key) => {
    expect(whyNotGrant(as('director'), { ...wanted, ...over }, now, today)?.key).toBe(key);
  });
});

describe('ending a role', () => {
  const held = { personId: 'kofi', role: 'reviewer', endedAt: null } as const;

  it('is for a director, and for the one who holds it', () => {
    expect(whyNotEnd(as('director'), held, 2, now)).toBeUndefined();
    const holder = someone('reviewer', { personId: 'kofi', steppedUpAt: now });
    expect(whyNotEnd(holder, held, 2, now)).toBeUndefined();
    expect(whyNotEnd({ ...holder, steppedUpAt: null }, held, 2, now)?.key).toBe(stepUp);
  });

  it('is for nobody else, and not twice', () => {
    expect(whyNotEnd(as('staff-fund'), held, 2, now)?.key).toBe(missing);
    expect(whyNotEnd({ ...anonymous, steppedUpAt: now }, held, 2, now)?.key).toBe(missing);
    expect(whyNotEnd(as('director'), { ...held, endedAt: now }, 2, now)?.key).toBe('people:role-over');
  });

  it('of an administrator is for administrators, and leaves one', () => {
    const administrator = { ...held, role: 'administrator' } as const;
    expect(whyNotEnd(as('director'), administrator, 2, now)?.key).toBe('people:administrators-only');
    expect(whyNotEnd(as('administrator'), administrator, 2, now)).toBeUndefined();
    expect(whyNotEnd(as('administrator'), administrator, 1, now)?.key).toBe('people:last-administrator');
  });
});

describe('suspending', () => {
  it('is for directors, of others, and of administrators for administrators', () => {
    const kofi = { personId: 'kofi', roles: ['reviewer'] } as const;
    expect(whyNotSuspend(as('director'), kofi, now)).toBeUndefined();
    expect(whyNotSuspend(as('finance'), kofi, now)?.key).toBe(missing);
    expect(whyNotSuspend(as('director', null), kofi, now)?.key).toBe(stepUp);
    const self = as('director');
    expect(whyNotSuspend(self, { personId: self.personId ?? '', roles: [] }, now)?.key).toBe(
      'people:not-oneself',
    );
    const administrator = { personId: 'kofi', roles: ['administrator'] } as const;
    expect(whyNotSuspend(as('director'), administrator, now)?.key).toBe('people:administrators-only');
  });
});

describe('changing how one signs in', () => {
  const none = { hasPassphrase: false, hasAuthenticator: false, printedCodesLeft: 0, passkeys: 0 };
  const open = { factors: none, invitedUntil: new Date(now.getTime() + 1000) };
  const byMail = someone('reviewer', { assurance: 'mailed-code', steppedUpAt: null });

  it('asks for a fresh proof', () => {
    const some = { factors: { ...none, passkeys: 1 }, invitedUntil: null };
    expect(whyNotChangeWaysIn(as('reviewer'), some, now)).toBeUndefined();
    expect(whyNotChangeWaysIn(as('reviewer', minutesAgo(20)), some, now)?.key).toBe(stepUp);
  });

  it('by a mailed code is possible while invited and without any way in', () => {
    expect(whyNotChangeWaysIn(byMail, open, now)).toBeUndefined();
    const half = { ...open, factors: { ...none, hasPassphrase: true } };
    expect(whyNotChangeWaysIn(byMail, half, now)).toBeUndefined();
  });

  it('by a mailed code is refused when there is a way in already, whatever the invitation', () => {
    for (const held of [{ passkeys: 1 }, { hasPassphrase: true, printedCodesLeft: 1 }]) {
      const standing = { ...open, factors: { ...none, ...held } };
      expect(whyNotChangeWaysIn(byMail, standing, now)?.key).toBe(stepUp);
    }
  });

  it('is refused to the uninvited and to nobody', () => {
    expect(whyNotChangeWaysIn(byMail, { ...open, invitedUntil: null }, now)?.key).toBe(
      'people:invitation-over',
    );
    expect(whyNotChangeWaysIn(byMail, { ...open, invitedUntil: now }, now)?.key).toBe(
      'people:invitation-over',
    );
    expect(whyNotChangeWaysIn(anonymous, open, now)?.key).toBe('people:sign-in-first');
  });
});

it('lets the secretariat keep organisations, though not by a mailed code', () => {
  expect(whyNotEditOrganisations(as('staff-support', null))).toBeUndefined();
  expect(whyNotEditOrganisations(as('mayor'))?.key).toBe(missing);
  expect(whyNotEditOrganisations(someone('director', { assurance: 'mailed-code' }))?.key).toBe(missing);
});
