import { z } from 'zod';
import { languages } from '../../../../kernel/language.ts';
import { choice, choices, email, id, optionalText, text } from '../../../../platform/forms/fields.ts';
import { topics, urgencies } from '../../rules/case.ts';
import { shareables } from '../../rules/sharing.ts';

export const askAnswers = z.object({
  name: text(120),
  email: email(),
  role: text(120),
  city: id(),
  topic: choice(topics),
  subject: text(150),
  body: text(10_000),
  language: choice(languages),
  urgency: choice(urgencies),
});

export const citySearch = z.object({ citySearch: optionalText(100) });

export const cityMessage = z.object({ body: text(10_000) });

export const consentAnswers = z.object({
  organisation: id(),
  agreed: choices(shareables),
  answer: choice(['agree', 'refuse']),
});

export const findLinkAnswers = z.object({ reference: text(40), email: email() });

export const surveyAnswers = z.object({
  helped: choice(['yes', 'partly', 'no']),
  ease: choice(['1', '2', '3', '4', '5']),
});

export const partnerAnswers = z.object({ from: text(120), body: text(10_000) });
