import type { Actor } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import { refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import type { Submission } from '../../../platform/database/atomically.ts';
import { localPath } from '../../../platform/http/language-path.ts';
import { formatDate } from '../../../platform/languages/format.ts';
import { post } from '../../../platform/mail/outbox.ts';
import { hashToken, newToken } from '../../../platform/sessions/token.ts';
import type { World } from '../../../world.ts';
import { words } from '../messages/index.ts';
import { whyNotChangePeople, whyNotWrite } from '../permissions.ts';
import { insertInvitation, revokeInvitation } from '../store/invitations.ts';
import { withApplication } from './with-application.ts';
import { mandatedRole } from './open-application.ts';

interface Invited {
  readonly applicationId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

const longestDays = 300;

/** A colleague without an account helps to fill in: the mailed link opens the draft until the stage closes, and never sends it. */
export async function inviteColleague(
  world: World,
  actor: Actor,
  { applicationId, name, email, language }: Invited,
  once?: Submission,
): Promise<void> {
  await withApplication(
    world,
    actor,
    applicationId,
    async (tx, open) => {
      const role = mandatedRole(open);
      refuseIf(whyNotChangePeople(role) ?? whyNotWrite(open.part, role));
      const token = newToken(world);
      const latest = new Date(world.now().getTime() + longestDays * 86_400_000);
      const expiresAt = open.stage.closesAt < latest ? open.stage.closesAt : latest;
      await insertInvitation(tx, {
        id: world.newId(),
        applicationId,
        name,
        email: email.toLowerCase(),
        language,
        tokenHash: hashToken(token),
        invitedBy: actor.personId ?? '',
        expiresAt,
      });
      const t = words(language);
      const values = {
        name,
        inviter: actor.name,
        window: open.window.name[language],
        address: `${world.config.publicUrl}${localPath(language, `/apply/${token}`)}`,
        until: formatDate(language, dayInUtc(expiresAt)),
      };
      await post(tx, world, {
        to: email,
        language,
        subject: t('mail-invitation-subject', values),
        body: t('mail-invitation', values),
      });
      await recordAct(tx, world, actor, {
        kind: 'applications.colleague-invited',
        subject: { kind: 'application', id: applicationId },
        cityId: open.application.cityId,
        details: { name },
      });
    },
    once,
  );
}

export async function takeInvitationBack(
  world: World,
  actor: Actor,
  { applicationId, invitationId }: { readonly applicationId: string; readonly invitationId: string },
  once?: Submission,
): Promise<void> {
  await withApplication(
    world,
    actor,
    applicationId,
    async (tx, open) => {
      refuseIf(whyNotChangePeople(mandatedRole(open)), 403);
      await revokeInvitation(tx, applicationId, invitationId);
    },
    once,
  );
}
