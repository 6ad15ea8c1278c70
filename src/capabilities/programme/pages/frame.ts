import { type CalendarDate, dayInUtc } from '../../../kernel/calendar-date.ts';
import { isUuid } from '../../../kernel/id.ts';
import { notFound } from '../../../kernel/refusal.ts';
import type { Visit } from '../../../platform/http/route.ts';
import { topicLabel } from '../../city-record/index.ts';

export const home = '/workspace/programme';

/** An id from the path; what is no id is not there. */
export function idIn(visit: Visit, name: string): string {
  const id = visit.param(name);
  if (!isUuid(id)) throw notFound();
  return id;
}

export function todayIn(visit: Visit): CalendarDate {
  return dayInUtc(visit.world.now());
}

/** "Housing, Health and Education". */
export function listed(language: Visit['language'], parts: readonly string[]): string {
  return new Intl.ListFormat(language).format(parts);
}

export function topicsListed(language: Visit['language'], topics: readonly string[]): string {
  return listed(
    language,
    topics.map((topic) => topicLabel(language, topic)),
  );
}
