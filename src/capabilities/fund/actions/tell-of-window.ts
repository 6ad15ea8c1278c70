import { type CalendarDate, dayInUtc } from '../../../kernel/calendar-date.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import {
  type Activity,
  announceChanged,
  announceClosed,
  announceOpened,
  type OpenTo,
  openToAll,
} from '../../../platform/events/activity.ts';
import { announce } from '../../../platform/events/announce.ts';
import { appendLeaf } from '../../../platform/public-log/index.ts';
import type { World } from '../../../world.ts';
import type { KeptWindow } from '../rules/prepared-window.ts';
import type { WindowChange } from '../rules/window-change.ts';
import { listLists, type PublishedList } from '../store/lists.ts';

/** Tells the programme, the applicants and the public log what two people did. @returns its place in the log */
export async function tellOfChange(
  tx: Tx,
  world: World,
  window: KeptWindow,
  change: Pick<WindowChange, 'id' | 'kind' | 'stage' | 'from' | 'to' | 'reason'>,
): Promise<number> {
  const { id: windowId, slug } = window;
  if (change.kind === 'close') {
    await announceClosed(tx, world, { by: 'fund', record: windowId });
    await announce(tx, world, { kind: 'fund-window-closed', payload: { windowId, slug, early: true } });
  } else {
    const activity = activityOf(window, await listLists(tx));
    if (change.kind === 'open') {
      await announceOpened(tx, world, activity);
      await announce(tx, world, { kind: 'fund-window-opened', payload: { windowId, slug } });
    } else {
      await announceChanged(tx, world, activity);
      const payload = {
        windowId,
        slug,
        stage: change.stage,
        from: change.from,
        to: change.to,
        reason: change.reason,
      };
      await announce(tx, world, { kind: 'fund-deadline-moved', payload });
    }
  }
  const kinds = { open: 'call-opened', move: 'deadline-moved', close: 'call-closed' } as const;
  const { index } = await appendLeaf(tx, {
    kind: kinds[change.kind],
    at: world.now(),
    body: { window: windowId, slug, change: change.id, ...instantsOf(window, change) },
  });
  return index;
}

function instantsOf(
  window: KeptWindow,
  { kind, stage, from, to }: Pick<WindowChange, 'kind' | 'stage' | 'from' | 'to'>,
) {
  if (kind === 'move' && stage && from && to)
    return {
      stage,
      fromOpens: from.opensAt.toISOString(),
      fromCloses: from.closesAt.toISOString(),
      toOpens: to.opensAt.toISOString(),
      toCloses: to.closesAt.toISOString(),
    };
  if (kind !== 'open') return {};
  const stages = window.stages.map(
    ({ key, opensAt, closesAt }) => `${key} ${opensAt.toISOString()} ${closesAt.toISOString()}`,
  );
  return { stages: stages.join('; ') };
}

/** The window as the programme matches it with cities: by its first stage, and by those of its critical rules that matching knows. */
function activityOf(window: KeptWindow, lists: readonly PublishedList[]): Activity {
  const [first] = window.stages;
  return {
    by: 'fund',
    record: window.id,
    kind: 'call-for-proposals',
    title: window.name,
    about: window.theme,
    topics: [],
    languages: window.languages,
    openTo: openTo(window, lists),
    opensOn: dayInUtc(first?.opensAt ?? new Date(0)),
    closesOn: first ? dayInUtc(first.closesAt) : null,
    places: null,
    path: `/fund/windows/${window.slug}`,
  };
}

function openTo(window: KeptWindow, lists: readonly PublishedList[]): OpenTo {
  let open = openToAll;
  for (const { weight, test } of window.rules) {
    if (weight === 'additional') continue;
    if (test.kind === 'countries') open = { ...open, countries: test.countries };
    if (test.kind === 'regions') open = { ...open, regions: test.regions };
    if (test.kind === 'global-south') open = { ...open, globalSouth: true };
    if (test.kind === 'secondary-city') open = { ...open, secondary: true };
    if (test.kind === 'income-groups') {
      const listsOn = lists.find(({ slug }) => slug === test.list)?.validFrom as
        | CalendarDate
        | null
        | undefined;
      open = { ...open, incomes: test.groups, ...(listsOn ? { listsOn } : {}) };
    }
  }
  return open;
}
