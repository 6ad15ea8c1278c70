import { cityRoles, type Role, roles } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { cityIdFromGeonames, stableId } from '../../../kernel/id.ts';
import { atomically } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { hashToken, newToken } from '../../../platform/sessions/token.ts';
import type { World } from '../../../world.ts';
import { replaceLink } from '../store/links.ts';
import { ensureTrialPerson } from '../store/trial.ts';

interface TrialLink {
  readonly role: Role;
  readonly name: string;
  /** Opens once. */
  readonly path: string;
}

const freetown = cityIdFromGeonames(2_409_306);

const names: Readonly<Record<Role, string>> = {
  'city-focal-point': 'Trial focal point, Freetown',
  'city-certifier': 'Trial certifier, Freetown',
  mayor: 'Trial mayor, Freetown',
  reviewer: 'Trial reviewer',
  'board-member': 'Trial board member',
  partner: 'Trial partner',
  funder: 'Trial funder',
  'staff-support': 'Trial staff, city support',
  'staff-diplomacy': 'Trial staff, diplomacy',
  'staff-fund': 'Trial staff, fund',
  'staff-communications': 'Trial staff, communications',
  finance: 'Trial finance officer',
  director: 'Trial director',
  administrator: 'Trial administrator',
};

/**
 * One person for each role and a fresh one-time link for each; earlier unused links end. Trial mode only, empty otherwise.
 * @param world the worker's, for nobody is signed in yet
 */
export async function createTrialLinks(world: World): Promise<TrialLink[]> {
  if (world.config.mode !== 'trial') return [];
  return await atomically(world, systemActor, async (tx) => {
    const links: TrialLink[] = [];
    for (const role of roles) {
      const cityId = (cityRoles as readonly Role[]).includes(role) ? freetown : null;
      const person = {
        id: stableId('trial-person', role),
        name: names[role],
        email: `${role}@trial.invalid`,
      };
      await ensureTrialPerson(
        tx,
        { ...person, role, cityId, grantId: stableId('trial-role', role) },
        dayInUtc(world.now()),
      );
      const token = newToken(world);
      await replaceLink(tx, { kind: 'trial', personId: person.id, tokenHash: hashToken(token), hours: 24 });
      links.push({ role, name: person.name, path: `/sign-in/trial/${token}` });
    }
    return links;
  });
}
