import { isUuid } from '../../../../kernel/id.ts';
import { isLanguage } from '../../../../kernel/language.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { cityKinds, topics, urgencies } from '../../rules/case.ts';
import { stages } from '../../rules/stages.ts';
import type { QueueFilter } from '../../store/queue.ts';

/** The fields of the filter bar, in their order. */
export const filterNames = [
  'words',
  'stage',
  'assignee',
  'topic',
  'language',
  'urgency',
  'kind',
  'tag',
] as const;
export type FilterName = (typeof filterNames)[number];

export const stageFilters = ['desk', 'alive', ...stages, 'any'] as const;

/** What the address asks for; what it cannot mean is left out. */
export function filterOf(visit: Pick<Visit, 'query' | 'actor'>): QueueFilter {
  const one = <T extends string>(known: readonly T[], name: string): T | undefined =>
    known.find((value) => value === visit.query(name));
  const stage = one(stageFilters, 'stage');
  const topic = one(topics, 'topic');
  const urgency = one(urgencies, 'urgency');
  const kind = one(cityKinds, 'kind');
  const language = visit.query('language');
  const said = visit.query('assignee') ?? '';
  const assignee =
    said === 'me'
      ? (visit.actor.personId ?? undefined)
      : said === 'nobody' || isUuid(said)
        ? said
        : undefined;
  const words = visit.query('words')?.slice(0, 100);
  const tag = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.exec(visit.query('tag') ?? '')?.[0];
  return {
    ...(stage ? { stage } : {}),
    ...(topic ? { topic } : {}),
    ...(urgency ? { urgency } : {}),
    ...(kind ? { kind } : {}),
    ...(isLanguage(language) ? { language } : {}),
    ...(assignee ? { assignee } : {}),
    ...(words ? { words } : {}),
    ...(tag ? { tag } : {}),
  };
}

/** The answers as the bar shows them: only those that were understood. */
export function answersOf(visit: Pick<Visit, 'query' | 'actor'>): Partial<Record<FilterName, string>> {
  const filter = filterOf(visit);
  return Object.fromEntries(
    filterNames.flatMap((name) => (filter[name] === undefined ? [] : [[name, visit.query(name) ?? '']])),
  );
}

/** The address of the queue with these answers. */
export function queuePath(
  answers: Partial<Record<FilterName | 'page', string>>,
  to = '/workspace/support',
): string {
  const query = new URLSearchParams(Object.entries(answers).filter(([, value]) => value)).toString();
  return query ? `${to}?${query}` : to;
}
