import type { Actor } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import type { Submission, Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { mandateHoldersOf } from '../../mandates/index.ts';
import { whyNotChangePeople, whyNotTakeRole } from '../permissions.ts';
import type { ParticipantRole } from '../rules/application.ts';
import { endParticipant, insertParticipant } from '../store/participants.ts';
import { mandatedRole, type OpenApplication } from './open-application.ts';
import { withApplication } from './with-application.ts';

interface Taking {
  readonly applicationId: string;
  readonly role: ParticipantRole;
}

/** Takes a part oneself: anybody with a mandate may, so that an application outlives the people who began it. */
export async function takeRole(
  world: World,
  actor: Actor,
  { applicationId, role }: Taking,
  once?: Submission,
): Promise<void> {
  await withApplication(
    world,
    actor,
    applicationId,
    async (tx, open) => {
      refuseIf(whyNotTakeRole(actor, open.application, role, open.participants));
      await seat(tx, world, actor, open, { personId: actor.personId ?? '', name: actor.name, role });
    },
    once,
  );
}

/** Gives a colleague who holds a mandate a part. */
export async function addColleague(
  world: World,
  actor: Actor,
  { applicationId, personId, role }: Taking & { readonly personId: string },
  once?: Submission,
): Promise<void> {
  await withApplication(
    world,
    actor,
    applicationId,
    async (tx, open) => {
      refuseIf(whyNotChangePeople(mandatedRole(open)), 403);
      const holders = await mandateHoldersOf(tx, open.application.cityId, dayInUtc(world.now()));
      const held = holders.filter((holder) => holder.personId === personId);
      const [colleague] = held;
      if (!colleague) throw atPerson(new Refusal(because('applications:colleague-needs-mandate')));
      if (role === 'certifier' && !held.some((one) => one.role === 'city-certifier' || one.role === 'mayor'))
        throw atPerson(
          new Refusal(because('applications:colleague-cannot-certify', { name: colleague.name })),
        );
      const lead = open.participants.find((one) => one.role === 'lead' && one.hasMandate);
      if (role === 'lead' && lead && lead.personId !== actor.personId && lead.personId !== personId)
        throw atPerson(new Refusal(because('applications:has-lead', { name: lead.name })));
      if (role === 'lead' && lead && lead.personId === actor.personId && lead.personId !== personId)
        await seat(tx, world, actor, open, { personId: lead.personId, name: lead.name, role: 'contributor' });
      await seat(tx, world, actor, open, { personId, name: colleague.name, role });
    },
    once,
  );
}

/** Takes a colleague off, or leaves. What they wrote stays. */
export async function endRole(
  world: World,
  actor: Actor,
  { applicationId, participantId }: { readonly applicationId: string; readonly participantId: string },
  once?: Submission,
): Promise<void> {
  await withApplication(
    world,
    actor,
    applicationId,
    async (tx, open) => {
      const leaving = open.participants.find(({ id }) => id === participantId);
      if (!leaving) throw notFound();
      const oneself = leaving.personId === actor.personId;
      if (!oneself) refuseIf(whyNotChangePeople(mandatedRole(open)), 403);
      await endParticipant(tx, participantId, oneself ? 'left' : 'removed');
      await note(tx, world, actor, open, 'role-ended', leaving);
    },
    once,
  );
}

interface Seat {
  readonly personId: string;
  readonly name: string;
  readonly role: ParticipantRole;
}

/** One role each: the earlier one ends. A lead whose mandate is over makes room. */
async function seat(tx: Tx, world: World, actor: Actor, open: OpenApplication, taken: Seat): Promise<void> {
  const earlier = open.participants.find(({ personId }) => personId === taken.personId);
  if (earlier?.role === taken.role) return;
  if (earlier) await endParticipant(tx, earlier.id, 'other-role');
  const former = open.participants.find((one) => one.role === 'lead' && !one.hasMandate);
  if (taken.role === 'lead' && former && former.id !== earlier?.id)
    await endParticipant(tx, former.id, 'mandate-ended');
  const addedBy = taken.personId === actor.personId ? null : actor.personId;
  await insertParticipant(tx, { ...taken, id: world.newId(), applicationId: open.application.id, addedBy });
  await note(tx, world, actor, open, 'role-taken', taken);
}

async function note(
  tx: Tx,
  world: World,
  actor: Actor,
  { application }: OpenApplication,
  what: 'role-taken' | 'role-ended',
  { name, role }: Omit<Seat, 'personId'>,
): Promise<void> {
  await recordAct(tx, world, actor, {
    kind: `applications.${what}`,
    subject: { kind: 'application', id: application.id },
    cityId: application.cityId,
    details: { name, role },
  });
}

/** Shown at the choice of the colleague. */
function atPerson(refusal: Refusal): Refusal {
  return Object.assign(refusal, { field: 'person' });
}
