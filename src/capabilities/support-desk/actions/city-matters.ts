import { because } from '../../../kernel/refusal.ts';
import type { CityMatters } from '../../../platform/tasks/city-matter.ts';
import { listOpenCases } from '../store/queue.ts';

/** A city's cases that are not over: they outlive whoever asked. */
export const cityMatters: CityMatters = async (tx, cityId) =>
  (await listOpenCases(tx, cityId)).map(({ id, reference, subject, openedAt, dueOn }) => ({
    what: because('support-desk:matter-case', { reference, subject: subject.slice(0, 120) }),
    path: `/portal/cases/${id}`,
    workspacePath: `/workspace/support/cases/${id}`,
    since: openedAt,
    dueOn,
  }));
