import { type Actor, citiesOf, hasRole, type Role } from '../../kernel/actor.ts';
import { because, type Reason } from '../../kernel/refusal.ts';
import type { Rendering } from './rules/translated.ts';

/** Who translates and reviews for the secretariat. */
export const translatorRoles = ['staff-fund', 'director'] as const satisfies readonly Role[];

export function whyNotTranslate(actor: Actor): Reason | undefined {
  if (!hasRole(actor, ...translatorRoles)) return because('translation:translators-only');
  return actor.assurance === 'mailed-code' ? because('platform:step-up-needed') : undefined;
}

/** Who wrote a translation does not see its faults: another person reviews it. */
export function whyNotReview(
  actor: Actor,
  rendering: Pick<Rendering, 'byPerson' | 'reviewedAt'>,
): Reason | undefined {
  const not = whyNotTranslate(actor);
  if (not) return not;
  if (rendering.reviewedAt) return because('translation:reviewed-already');
  return rendering.byPerson === actor.personId ? because('translation:own-rendering') : undefined;
}

/** A city says of its own words that they were not understood. */
export function whyNotObject(actor: Actor, cityId: string | null): Reason | undefined {
  return cityId && citiesOf(actor).includes(cityId) ? undefined : because('translation:own-city-only');
}
