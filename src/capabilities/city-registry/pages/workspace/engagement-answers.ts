import { z } from 'zod';
import { type PartialDate, parsePartialDate } from '../../../../kernel/calendar-date.ts';
import { lastDayOf } from '../../../../kernel/tenure.ts';
import { choice, optionalText, text, wrong } from '../../../../platform/forms/fields.ts';
import { engagementKinds } from '../../rules/engagement.ts';
import type { SaidByHand } from '../../actions/record-engagement-by-hand.ts';

/** `2019`, `2019-07` or `2019-07-16`; null when nothing was said. */
function partialDate() {
  return optionalText(10).transform((value, context): PartialDate | null => {
    if (value === null) return null;
    return parsePartialDate(value) ?? wrong(context, 'city-registry:not-a-partial-date');
  });
}

const address = () =>
  optionalText(2000).transform((value, context) => {
    if (value === null || /^https?:\/\/[^\s/]+\.[^\s]+$/.test(value)) return value;
    return wrong(context, 'platform:not-an-address');
  });

/** The form's answers; what everybody may see needs its source, the rest what it rests on. */
export function engagementAnswers(today: string) {
  return z
    .object({
      kind: choice(engagementKinds),
      object: text(300),
      from: partialDate(),
      to: partialDate(),
      visibility: choice(['public', 'staff']),
      sourceAddress: address(),
      sourceTitle: optionalText(300),
      sourcePublisher: optionalText(200),
      evidence: optionalText(1000),
    })
    .transform((said, context): SaidByHand => {
      const { from, to, kind, object, evidence } = said;
      if (!from) wrong(context, 'platform:needed', {}, ['from']);
      else if (from.date > today) wrong(context, 'city-registry:lies-ahead', {}, ['from']);
      if (to && to.date > today) wrong(context, 'city-registry:lies-ahead', {}, ['to']);
      else if (from && to && lastDayOf(to) < from.date) {
        wrong(context, 'city-registry:ends-before-it-begins', {}, ['to']);
      }
      const source = sourceSaid(said, context);
      if (said.visibility === 'staff' && !evidence)
        wrong(context, 'city-registry:staff-needs-evidence', {}, ['evidence']);
      if (!from) return z.NEVER;
      return { kind, object, from, to, evidence, source: said.visibility === 'public' ? source : null };
    });
}

interface Said {
  readonly visibility: 'public' | 'staff';
  readonly sourceAddress: string | null;
  readonly sourceTitle: string | null;
  readonly sourcePublisher: string | null;
}

function sourceSaid(said: Said, context: z.core.$RefinementCtx): SaidByHand['source'] {
  if (said.visibility === 'staff') return null;
  const { sourceAddress: at, sourceTitle: title, sourcePublisher: publisher } = said;
  if (!at) wrong(context, 'city-registry:public-needs-source', {}, ['sourceAddress']);
  if (!title) wrong(context, 'platform:needed', {}, ['sourceTitle']);
  if (!publisher) wrong(context, 'platform:needed', {}, ['sourcePublisher']);
  return at && title && publisher ? { address: at, title, publisher } : null;
}
