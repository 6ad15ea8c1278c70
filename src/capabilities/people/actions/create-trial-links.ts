import { cityRoles, type Role, roles } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { cityIdFromGeonames, stableId } from '../../../kernel/id.ts';
import type { TrialCity } from '../../../kernel/trial-scene.ts';
import { atomically, type Tx } from '../../../platform/database/atomically.ts';
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

/** Whom trial data speak of: their ids never change. */
export const trialPeople = Object.fromEntries(
  roles.map((role) => [role, stableId('trial-person', role)]),
) as Readonly<Record<Role, string>>;

/**
 * One person for each role, or leaves them as they are. Those of a city act for Freetown, whose public record is real,
 * and for an invented place, where trial data may stand.
 * @returns whether any role is new
 */
export async function ensureTrialPeople(tx: Tx, world: World, place?: TrialCity): Promise<boolean> {
  let isNew = false;
  for (const role of roles) {
    const isOfCity = (cityRoles as readonly Role[]).includes(role);
    const cities = isOfCity ? [freetown, ...(place ? [place.id] : [])] : [null];
    for (const [index, cityId] of cities.entries()) {
      const grantId = stableId('trial-role', index === 0 ? role : `${role} ${index + 1}`);
      const person = { id: trialPeople[role], name: names[role], email: `${role}@trial.invalid` };
      const today = dayInUtc(world.now());
      if (await ensureTrialPerson(tx, { ...person, role, cityId, grantId }, today)) isNew = true;
    }
  }
  return isNew;
}

/**
 * One person for each role and a fresh one-time link for each; earlier unused links end. Trial mode only, empty otherwise.
 * @param world the worker's, for nobody is signed in yet
 */
export async function createTrialLinks(world: World): Promise<TrialLink[]> {
  if (world.config.mode !== 'trial') return [];
  return await atomically(world, systemActor, async (tx) => {
    await ensureTrialPeople(tx, world);
    const links: TrialLink[] = [];
    for (const role of roles) {
      const token = newToken(world);
      await replaceLink(tx, {
        kind: 'trial',
        personId: trialPeople[role],
        tokenHash: hashToken(token),
        hours: 24,
      });
      links.push({ role, name: names[role], path: `/sign-in/trial/${token}` });
    }
    return links;
  });
}
