import { isUuid } from '../../../../kernel/id.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { type Applicant, invitedApplicant, readingAs, signedInApplicant } from '../../actions/applicant.ts';
import { type OpenApplication, openApplication } from '../../actions/open-application.ts';

/** How the reader came in: by the portal, or by a mailed link; the pages for filling in are the same. */
export interface Door {
  readonly applicant: Applicant;
  readonly applicationId: string;
  /** Where its pages are. */
  readonly base: string;
  readonly invited: boolean;
}

export async function doorOf(visit: Visit): Promise<Door> {
  return visit.url.pathname.startsWith('/apply/') ? await linkDoor(visit) : portalDoor(visit);
}

export function portalDoor(visit: Visit): Door {
  const applicationId = visit.param('id');
  if (!isUuid(applicationId)) throw notFound();
  const applicant = signedInApplicant(visit.actor);
  return { applicant, applicationId, base: `/portal/applications/${applicationId}`, invited: false };
}

async function linkDoor(visit: Visit): Promise<Door> {
  const token = visit.param('token');
  const applicant = invitedApplicant(token);
  const applicationId = await readingAs(visit.world, applicant, async (_tx, opened) => opened?.applicationId);
  if (!applicationId) throw notFound();
  return { applicant, applicationId, base: `/apply/${token}`, invited: true };
}

export async function openDoor(visit: Visit, door: Door): Promise<OpenApplication> {
  return await readingAs(visit.world, door.applicant, (tx, opened) =>
    openApplication(tx, door.applicant, opened, door.applicationId),
  );
}
