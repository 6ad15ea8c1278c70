import { notFound } from '../../../kernel/refusal.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import {
  type AnswerProblem,
  checkAnswers,
  findFormVersion,
  type FormVersion,
} from '../../application-forms/index.ts';
import { findOpenWindow, type OpenWindow, type WindowStage } from '../../fund/index.ts';
import { actsFor, roleOn } from '../permissions.ts';
import {
  answersOf,
  type Application,
  type CurrentAnswers,
  type Part,
  type Participant,
  type ParticipantRole,
} from '../rules/application.ts';
import type { Answers } from '../rules/others.ts';
import { type SignOff, type SignOffStanding, signOffStanding } from '../rules/sign-off.ts';
import { currentAnswers } from '../store/answers.ts';
import { databaseNow, findApplication } from '../store/applications.ts';
import type { Opened } from '../store/invitations.ts';
import { findPart } from '../store/parts.ts';
import { listParticipants } from '../store/participants.ts';
import { listSignOffs } from '../store/sign-offs.ts';
import type { Applicant } from './applicant.ts';

/** An application as somebody who may fill it in finds it. */
export interface OpenApplication {
  readonly application: Application;
  readonly part: Part;
  readonly window: OpenWindow;
  readonly stage: WindowStage;
  /** By the database's clock. Asked again, under the lock, when it is sent. */
  readonly stageIsOpen: boolean;
  readonly now: Date;
  readonly form: FormVersion;
  readonly participants: readonly Participant[];
  /** What the reader is on it; `invited` for who follows a link, nothing for a colleague who takes no part yet. */
  readonly role: ParticipantRole | 'invited' | undefined;
  readonly byName: string;
  readonly invitationId: string | null;
  readonly current: CurrentAnswers;
  readonly answers: Answers;
  /** What keeps it from being sent, all at once. */
  readonly problems: readonly AnswerProblem[];
  readonly signOffs: readonly SignOff[];
  readonly signOff: SignOffStanding;
}

/** @throws Refusal 404 when it is not there or not the reader's: both look alike */
export async function openApplication(
  reader: Reader,
  applicant: Applicant,
  opened: Opened | undefined,
  applicationId: string,
): Promise<OpenApplication> {
  const application = await findApplication(reader, applicationId);
  if (!application || !mayOpen(applicant, opened, application)) throw notFound();
  const part = await findPart(reader, applicationId, application.stage);
  const window = await findOpenWindow(reader, application.windowId);
  const stage = window?.stages.find(({ key }) => key === application.stage);
  const form = part && (await findFormVersion(reader, part.formVersionId));
  if (!part || !window || !stage || !form) throw notFound();
  const participants = await listParticipants(reader, [applicationId]);
  const current = await currentAnswers(reader, part.id);
  const answers = answersOf(current);
  const signOffs = opened ? [] : await listSignOffs(reader, part.id);
  const now = await databaseNow(reader);
  return {
    application,
    part,
    window,
    stage,
    stageIsOpen: stage.opensAt <= now && now < stage.closesAt,
    now,
    form,
    participants,
    role: opened ? 'invited' : roleOn(applicant.actor, application, participants),
    byName: opened ? opened.name : applicant.actor.name,
    invitationId: opened?.invitationId ?? null,
    current,
    answers,
    problems: checkAnswers(form, answers, { language: application.language, window }),
    signOffs,
    signOff: signOffStanding(signOffs),
  };
}

function mayOpen(applicant: Applicant, opened: Opened | undefined, application: Application): boolean {
  return opened ? opened.applicationId === application.id : actsFor(applicant.actor, application.cityId);
}

/** The part somebody has under a mandate; who follows an invitation has none. */
export function mandatedRole({ role }: Pick<OpenApplication, 'role'>): ParticipantRole | undefined {
  return role === 'invited' ? undefined : role;
}
