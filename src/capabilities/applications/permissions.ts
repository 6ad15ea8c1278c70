import { type Actor, citiesOf, cityRoles, hasRole, type Role } from '../../kernel/actor.ts';
import { because, type Reason } from '../../kernel/refusal.ts';
import { type Guard, isSteppedUp } from '../../platform/permissions/guard.ts';
import type { Application, Part, Participant, ParticipantRole } from './rules/application.ts';
import { needsTwoPeople, type SignOffStanding } from './rules/sign-off.ts';

/** Who runs the fund; other programmes' staff see no application. */
export const fundRoles = ['staff-fund', 'director'] as const satisfies readonly Role[];

/** People with a mandate for some city. A mailed code is enough: it opens drafts; sending asks for more. Which city is asked inside. */
export const mandated: Guard = {
  name: 'mandated',
  looksAtActor: true,
  admits: (actor) => {
    if (!actor.personId) return 'sign-in';
    return hasRole(actor, ...cityRoles) ? 'yes' : 'no';
  },
};

export function mayReadAsFund(actor: Actor): boolean {
  return hasRole(actor, ...fundRoles);
}

export function whyNotFund(actor: Actor): Reason | undefined {
  if (!mayReadAsFund(actor)) return because('platform:permission-missing');
  return actor.assurance === 'mailed-code' ? because('platform:step-up-needed') : undefined;
}

/** A mandate for the city is what counts: a focal point, a certifier, the mayor. */
export function actsFor(actor: Actor, cityId: string): boolean {
  return actor.personId !== null && citiesOf(actor).includes(cityId);
}

export function whyNotStart(actor: Actor, cityId: string): Reason | undefined {
  return actsFor(actor, cityId) ? undefined : because('applications:mandate-needed');
}

/** What somebody is on the application now; nothing once their mandate has ended. */
export function roleOn(
  actor: Actor,
  application: Pick<Application, 'cityId'>,
  participants: readonly Participant[],
): ParticipantRole | undefined {
  if (!actsFor(actor, application.cityId)) return undefined;
  return participants.find(({ personId }) => personId === actor.personId)?.role;
}

/** Writing wants a part in it; who follows an invitation has that part. */
export function whyNotWrite(
  part: Pick<Part, 'status'>,
  role: ParticipantRole | 'invited' | undefined,
): Reason | undefined {
  if (!role) return because('applications:take-part-first');
  return part.status === 'open' ? undefined : because('applications:already-sent');
}

/** Signing wants the city's certifier or mayor, on this application as its certifier. */
export function mayCertify(actor: Actor, cityId: string): boolean {
  return citiesOf(actor, 'city-certifier', 'mayor').includes(cityId);
}

export function whyNotTakeRole(
  actor: Actor,
  application: Pick<Application, 'cityId'>,
  wanted: ParticipantRole,
  participants: readonly Participant[],
): Reason | undefined {
  if (!actsFor(actor, application.cityId)) return because('applications:mandate-needed');
  if (wanted === 'certifier' && !mayCertify(actor, application.cityId))
    return because('applications:certifier-role-needed');
  const lead = participants.find(({ role, hasMandate }) => role === 'lead' && hasMandate);
  return wanted === 'lead' && lead && lead.personId !== actor.personId
    ? because('applications:has-lead', { name: lead.name })
    : undefined;
}

export function whyNotAskSignOff(
  role: ParticipantRole | undefined,
  part: Pick<Part, 'status'>,
  problems: number,
): Reason | undefined {
  if (role !== 'lead') return because('applications:lead-only');
  if (part.status !== 'open') return because('applications:already-sent');
  return problems > 0 ? because('applications:answers-not-ready', { n: problems }) : undefined;
}

export function whyNotSendBack(
  actor: Actor,
  application: Pick<Application, 'cityId'>,
  role: ParticipantRole | undefined,
  signOff: SignOffStanding,
): Reason | undefined {
  if (role !== 'certifier' || !mayCertify(actor, application.cityId))
    return because('applications:certifier-only');
  return signOff === 'waiting' ? undefined : because('applications:not-asked-to-sign');
}

/** A mailed link or code opens a draft and never sends it; the person proves again that it is them. */
export function whyNotSubmit(
  actor: Actor,
  standing: {
    readonly application: Pick<Application, 'cityId'>;
    readonly part: Pick<Part, 'stage'>;
    readonly participants: readonly Participant[];
    readonly signOff: SignOffStanding;
  },
  now: Date,
): Reason | undefined {
  const { application, part, participants, signOff } = standing;
  if (!actsFor(actor, application.cityId)) return because('applications:mandate-needed');
  if (roleOn(actor, application, participants) !== 'certifier' || !mayCertify(actor, application.cityId))
    return because('applications:certifier-sends');
  if (actor.assurance === 'mailed-code' || !isSteppedUp(actor, now))
    return because('platform:step-up-needed');
  return needsTwoPeople(part.stage) && signOff !== 'waiting'
    ? because('applications:lead-has-not-asked')
    : undefined;
}

/** The lead or a certifier: taking it back, or out of the window for good. */
export function whyNotWithdraw(role: ParticipantRole | undefined): Reason | undefined {
  return role === 'lead' || role === 'certifier' ? undefined : because('applications:lead-or-certifier');
}

/** Others are added and taken off by the lead or a certifier; everybody may leave. */
export function whyNotChangePeople(role: ParticipantRole | undefined): Reason | undefined {
  return role === 'lead' || role === 'certifier' ? undefined : because('applications:lead-or-certifier');
}
