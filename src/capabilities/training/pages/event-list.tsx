import type { ComponentChildren } from 'preact';
import { InstantText } from '../../../design/date-text.tsx';
import { Tag } from '../../../design/tag.tsx';
import { languageName } from '../../../platform/languages/format.ts';
import { words } from '../messages/index.ts';
import type { TrainingEvent } from '../rules/event.ts';
import type { Frame } from './frame.ts';
import { Said } from './said.tsx';

interface EventListProps extends Frame {
  readonly events: readonly TrainingEvent[];
  readonly empty: ComponentChildren;
}

/** Events to come, the next first, with the room that is left. */
export function EventList({ language, href, events, empty }: EventListProps) {
  if (events.length === 0) return <>{empty}</>;
  return (
    <ul class="tasks">
      {events.map((event) => (
        <li key={event.id}>
          <div>
            <a href={href(`/training/events/${event.id}`)}>
              <Said of={event.title} language={language} source={event.sourceLanguage} />
            </a>
            <p>
              <InstantText at={event.startsAt} timeZone={event.timeZone} /> · <bdi>{event.place}</bdi>
            </p>
            <p class="quiet">{event.languages.map((one) => languageName(language, one)).join(', ')}</p>
          </div>
          <p>
            <RoomTag language={language} event={event} />
          </p>
        </li>
      ))}
    </ul>
  );
}

/** How much room there is, in words. */
export function RoomTag({ language, event }: { language: Frame['language']; event: TrainingEvent }) {
  const t = words(language);
  const free = event.capacity - event.placesTaken;
  if (event.stage === 'cancelled') return <Tag tone="stopped">{t('event-stage.cancelled')}</Tag>;
  if (event.stage === 'held') return <Tag tone="done">{t('event-stage.held')}</Tag>;
  if (free > 0) return <Tag tone={free <= 5 ? 'signal' : 'active'}>{t('places-free', { n: free })}</Tag>;
  return <Tag tone="waiting">{t(event.waitingList ? 'full-with-list' : 'full')}</Tag>;
}
