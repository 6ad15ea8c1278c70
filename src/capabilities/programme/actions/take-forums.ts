import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { inEachLanguage, type LocalText } from '../../../kernel/local-text.ts';
import { atomically } from '../../../platform/database/atomically.ts';
import { openToAll } from '../../../platform/events/activity.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { formatDate } from '../../../platform/languages/format.ts';
import type { World } from '../../../world.ts';
import { words } from '../messages/index.ts';
import { findAnnounced } from '../store/activities.ts';
import { listUpcomingForums, type UpcomingForum } from '../store/forums.ts';
import { takeActivity } from './take-activity.ts';

/** The daily round: every meeting of a forum that lies ahead and whose day is known is open to cities until it begins. */
export async function takeForums(world: World): Promise<void> {
  const today = dayInUtc(world.now());
  await atomically(world, systemActor, async (tx) => {
    for (const forum of await listUpcomingForums(tx, today)) {
      const named = { by: 'diplomacy', record: forum.slug };
      const known = await findAnnounced(tx, named);
      await takeActivity(tx, world, {
        ...named,
        kind: 'forum',
        title: forum.name,
        about: aboutForum(forum),
        topics: [],
        languages: [],
        openTo: { ...openToAll, listsOn: known?.listsOn ?? today },
        opensOn: known?.opensOn ?? today,
        closesOn: forum.from,
        places: null,
        path: `/forums/${forum.slug}`,
      });
    }
  });
}

function aboutForum({ forum, from }: UpcomingForum): LocalText {
  return inEachLanguage((language) =>
    words(language)('about-forum', { forum: forum[language], from: formatDate(language, from) }),
  );
}
