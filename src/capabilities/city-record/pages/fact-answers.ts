import { z } from 'zod';
import { because, type Problem } from '../../../kernel/refusal.ts';
import { type Audience, audiences, audiencesForStaff } from '../rules/audience.ts';
import type { KeptFile } from '../rules/fact.ts';
import type { FactKind } from '../rules/fact-kinds.ts';
import { type FactSaid, readFact } from '../rules/read-fact.ts';
import { isTopic } from '../rules/topics.ts';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';

interface Around {
  readonly today: CalendarDate;
  readonly cityPopulation: number;
  readonly file: KeptFile | null;
  readonly asCity: boolean;
}

interface Said {
  readonly said: FactSaid;
  /** The topic chosen for a new need or capacity; else empty. */
  readonly item: string;
  readonly audience: Audience;
  readonly basis: string | null;
  readonly version: number;
}

/** Stands for the file that comes with the form: whether there is one is seen when it is kept. */
const toCome: KeptFile = { sha256: '', name: '', kind: '', size: 0 };

/** The form of one fact: its kind's own answers, and what every fact has. */
export function factAnswers(kind: FactKind, item: string, around: Around) {
  return z.record(z.string(), z.string().optional()).transform((answers, context): Said => {
    const problems: Problem[] = [];
    const topic = kind.group === 'topics' && item === '' ? (answers['topic'] ?? '') : '';
    if (kind.group === 'topics' && item === '' && !isTopic(topic))
      problems.push({ field: 'topic', reason: because('platform:choose-one') });
    const file = kind.key === 'document' ? (around.file ?? toCome) : null;
    const read = readFact(kind, answers, { ...around, file });
    if ('problems' in read) problems.push(...read.problems);
    if (kind.key === 'contact-point' && !answers['notPersonal'])
      problems.push({ field: 'notPersonal', reason: because('city-record:office-not-person') });
    const allowed: readonly Audience[] = around.asCity ? audiences : audiencesForStaff;
    const audience = allowed.find((one) => one === answers['audience']);
    if (!audience) problems.push({ field: 'audience', reason: because('platform:choose-one') });
    const basis = (answers['basis'] ?? '').trim();
    if (!around.asCity && basis === '')
      problems.push({ field: 'basis', reason: because('city-record:basis-needed') });
    if (basis.length > 500)
      problems.push({ field: 'basis', reason: because('platform:too-long', { max: 500 }) });
    const version = /^\d{1,9}$/.test(answers['version'] ?? '') ? Number(answers['version']) : undefined;
    if (version === undefined) problems.push({ field: '', reason: because('platform:form-expired') });
    for (const { field, reason } of problems)
      context.addIssue({ code: 'custom', path: [field], message: reason.key, params: reason.values ?? {} });
    if (problems.length > 0 || 'problems' in read || !audience || version === undefined) return z.NEVER;
    return { said: read.said, item: topic, audience, basis: around.asCity ? null : basis, version };
  });
}
