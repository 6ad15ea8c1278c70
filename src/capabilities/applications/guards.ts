import { cityRoles, hasRole } from '../../kernel/actor.ts';
import type { Guard } from '../../platform/permissions/guard.ts';

/** People with a mandate for some city. A mailed code is enough: it opens drafts; sending asks for more. Which city is asked inside. */
export const mandated: Guard = {
  name: 'mandated',
  looksAtActor: true,
  admits: (actor) => {
    if (!actor.personId) return 'sign-in';
    return hasRole(actor, ...cityRoles) ? 'yes' : 'no';
  },
};
