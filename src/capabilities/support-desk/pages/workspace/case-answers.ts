import { z } from 'zod';
import { languages } from '../../../../kernel/language.ts';
import {
  choice,
  choices,
  email,
  id,
  optionalDate,
  optionalId,
  text,
  ticked,
  version,
} from '../../../../platform/forms/fields.ts';
import { outcomes, topics, urgencies } from '../../rules/case.ts';
import { plainMoves } from '../../rules/stages.ts';
import { shareables } from '../../rules/sharing.ts';

const seen = { version: version() };

export const replyAnswers = z.object({
  ...seen,
  body: text(20_000),
  next: choice(['open', 'waiting-city']),
  alsoMerged: ticked(),
});
export const noteAnswers = z.object({ body: text(10_000) });
export const moveAnswers = z.object({ ...seen, move: choice(plainMoves) });
export const verificationAnswers = z.object({ ...seen, how: text(300) });
export const admissionAnswers = z.object({ message: id() });
export const triageAnswers = z.object({
  ...seen,
  subject: text(300),
  city: optionalId(),
  topic: choice(topics),
  urgency: choice(urgencies),
  language: choice(languages),
  dueOn: optionalDate(),
});
export const assignmentAnswers = z.object({ ...seen, assignee: optionalId() });
export const outcomeAnswers = z.object({ ...seen, outcome: choice(outcomes), note: text(5000) });
export const mergeAnswers = z.object({ ...seen, into: text(40) });
export const consentRequestAnswers = z.object({ ...seen, organisation: id(), fields: choices(shareables) });
export const partnerRequestAnswers = z.object({
  ...seen,
  organisation: id(),
  contactEmail: email(),
  language: choice(languages),
  question: text(5000),
});
export const handOverAnswers = z.object({ from: id(), to: optionalId(), reason: text(500) });
export const skillAnswers = z.object({
  languages: choices(languages),
  topics: choices(topics),
  awayUntil: optionalDate(),
});
export const trayAnswers = z.object({
  name: text(120),
  email: email(),
  subject: text(300),
  language: choice(languages),
  body: text(20_000),
});
export const putAwayAnswers = z.object({ reason: text(300) });
