import { z } from 'zod';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { languages } from '../../../../kernel/language.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { choice, email, id, text } from '../../../../platform/forms/fields.ts';
import { freshForm, type FormState, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { mandateHoldersOf } from '../../../mandates/index.ts';
import { addColleague, endRole } from '../../actions/change-people.ts';
import { inviteColleague, takeInvitationBack } from '../../actions/invite-colleague.ts';
import { words } from '../../messages/index.ts';
import { participantRoles } from '../../rules/application.ts';
import { listInvitations } from '../../store/invitations.ts';
import { openDoor, portalDoor } from './door.ts';
import { PeoplePage } from './people-page.tsx';

const empty: FormState = { answers: {}, problems: [], idempotencyKey: '' };

export async function showPeople(visit: Visit): Promise<Response> {
  return await draw(visit, {});
}

async function draw(visit: Visit, states: { add?: FormState; invite?: FormState }): Promise<Response> {
  const door = portalDoor(visit);
  const open = await openDoor(visit, door);
  const { holders, invitations } = await reading(visit.world, visit.actor, async (tx) => ({
    holders: await mandateHoldersOf(tx, open.application.cityId, dayInUtc(visit.world.now())),
    invitations: await listInvitations(tx, open.application.id),
  }));
  const fresh = freshForm(visit.world);
  const body = (
    <PeoplePage
      visit={visit}
      door={door}
      open={open}
      holders={holders}
      invitations={invitations}
      add={states.add ?? { ...empty, idempotencyKey: fresh.idempotencyKey }}
      invite={
        states.invite ?? {
          ...empty,
          idempotencyKey: visit.world.newId(),
          answers: { language: visit.language },
        }
      }
    />
  );
  return visit.show({ title: words(visit.language)('people'), body });
}

export async function sendColleague(visit: Visit): Promise<Response> {
  const { applicationId, base } = portalDoor(visit);
  return await submitForm(visit, {
    schema: z.object({ person: id(), role: choice(participantRoles) }),
    act: async ({ person, role }, once) => {
      await addColleague(visit.world, visit.actor, { applicationId, personId: person, role }, once);
      return `${base}/people`;
    },
    again: (add) => draw(visit, { add }),
  });
}

export async function sendInvitation(visit: Visit): Promise<Response> {
  const { applicationId, base } = portalDoor(visit);
  return await submitForm(visit, {
    schema: z.object({ name: text(200), email: email(), language: choice(languages) }),
    act: async (input, once) => {
      await inviteColleague(visit.world, visit.actor, { applicationId, ...input }, once);
      return `${base}/people`;
    },
    again: (invite) => draw(visit, { invite }),
  });
}

export async function sendRoleEnd(visit: Visit): Promise<Response> {
  const { applicationId, base } = portalDoor(visit);
  return await submitForm(visit, {
    schema: z.object({ participant: id() }),
    act: async ({ participant }, once) => {
      await endRole(visit.world, visit.actor, { applicationId, participantId: participant }, once);
      return `${base}/people`;
    },
    again: (add) => draw(visit, { add }),
  });
}

export async function sendInvitationEnd(visit: Visit): Promise<Response> {
  const { applicationId, base } = portalDoor(visit);
  return await submitForm(visit, {
    schema: z.object({ invitation: id() }),
    act: async ({ invitation }, once) => {
      await takeInvitationBack(visit.world, visit.actor, { applicationId, invitationId: invitation }, once);
      return `${base}/people`;
    },
    again: (invite) => draw(visit, { invite }),
  });
}
