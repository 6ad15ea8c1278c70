import type { Reader } from '../../../platform/database/atomically.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Opened } from '../store/invitations.ts';
import { type Burden, burdenOf } from '../store/burden.ts';
import { type Commitment, findCommitment } from '../store/commitments.ts';
import { type ExtensionRequest, listExtensions } from '../store/extensions.ts';
import { countFilesMissing } from '../store/staff-list.ts';
import { type Waiting, waitingFor } from '../rules/waiting.ts';
import type { Applicant } from './applicant.ts';
import { applyingCity, type ApplyingCity } from './city-of.ts';
import { openApplication, type OpenApplication } from './open-application.ts';

export interface Overview {
  readonly open: OpenApplication;
  readonly city: ApplyingCity;
  readonly sent: Commitment | undefined;
  readonly waiting: Waiting;
  readonly filesMissing: number;
  readonly burden: Burden | undefined;
  readonly extensions: readonly ExtensionRequest[];
}

/** All that the first page of an application says. */
export async function overviewOf(
  reader: Reader,
  applicant: Applicant,
  opened: Opened | undefined,
  applicationId: string,
  language: Language,
): Promise<Overview> {
  const open = await openApplication(reader, applicant, opened, applicationId);
  const { application, part, participants, signOff, problems, stageIsOpen } = open;
  const sent = await findCommitment(reader, part.id);
  const filesMissing = sent ? await countFilesMissing(reader, part.id) : 0;
  const burden = await burdenOf(reader, application.windowId);
  return {
    open,
    city: await applyingCity(reader, application.cityId, language, open.now),
    sent,
    waiting: waitingFor({
      state: application.state,
      part,
      participants,
      signOff,
      problems: problems.length,
      stageIsOpen,
      filesMissing,
    }),
    filesMissing,
    burden: burden.find(({ stage }) => stage === part.stage),
    extensions: opened ? [] : await listExtensions(reader, applicationId),
  };
}
