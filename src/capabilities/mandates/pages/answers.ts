import { z } from 'zod';
import { cityRoles } from '../../../kernel/actor.ts';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { languages } from '../../../kernel/language.ts';
import { choice, date, email, id, optionalText, text, wrong } from '../../../platform/forms/fields.ts';
import { documentKinds, problemsOfDays } from '../rules/request.ts';
import type { Term } from '../rules/terms.ts';

const mandate = {
  city: id(),
  role: choice(cityRoles),
  from: date(),
  to: date(),
  documentKind: choice(documentKinds),
  why: text(2000),
};
const somebody = { name: text(120), email: email(), language: choice(languages) };

/** The days are judged with the other answers, so that all problems show at once; the action asks again. */
function judged<Shape extends z.ZodRawShape & typeof mandate>(
  shape: Shape,
  terms: readonly Term[],
  today: CalendarDate,
) {
  return z.object(shape).superRefine((said, context) => {
    const days = said as unknown as { role: Term['role']; from: CalendarDate; to: CalendarDate };
    for (const { field, reason } of problemsOfDays(days, terms, today))
      wrong(context, reason.key, reason.values, [field]);
  });
}

/** What a stranger says. */
export const strangerAnswers = (terms: readonly Term[], today: CalendarDate) =>
  judged({ ...mandate, ...somebody }, terms, today);

/** What somebody signed in says: who they are is known. */
export const ownAnswers = (terms: readonly Term[], today: CalendarDate) => judged(mandate, terms, today);

/** What a colleague says of another: the city is in the address. */
export const colleagueAnswers = z.object({
  role: mandate.role,
  from: mandate.from,
  to: mandate.to,
  documentKind: mandate.documentKind,
  why: mandate.why,
  ...somebody,
  vouch: text(1000),
});

export const renewalAnswers = z.object({
  to: mandate.to,
  documentKind: mandate.documentKind,
  why: mandate.why,
});

export const citySearch = z.object({ citySearch: optionalText(100) });
export const moreAnswers = z.object({ more: text(4000) });
export const vouchAnswers = z.object({ vouch: text(1000) });
export const reasonAnswers = z.object({ why: text(500) });
export const nothingSaid = z.object({});
