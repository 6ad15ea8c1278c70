import { InstantText } from '../../../design/date-text.tsx';
import type { Fact } from '../../../design/fact-list.tsx';
import type { Language } from '../../../kernel/language.ts';
import { languageName } from '../../../platform/languages/format.ts';
import { words } from '../messages/index.ts';
import type { TrainingEvent } from '../rules/event.ts';
import { duration } from './frame.ts';

/** When by the event's clock and, when it is another, by the reader's; how long, where, in which languages. */
export function eventFacts(language: Language, event: TrainingEvent, readerZone?: string): Fact[] {
  const t = words(language);
  const minutes = Math.round((event.endsAt.getTime() - event.startsAt.getTime()) / 60_000);
  return [
    {
      label: t('when'),
      value: (
        <>
          <InstantText at={event.startsAt} timeZone={readerZone ?? event.timeZone} />
          {readerZone && readerZone !== event.timeZone && (
            <span class="quiet">
              {' '}
              (<InstantText at={event.startsAt} timeZone={event.timeZone} />)
            </span>
          )}
        </>
      ),
    },
    { label: t('takes'), value: duration(language, minutes) },
    { label: t(`event-kind.${event.kind}`), value: <bdi>{event.place}</bdi> },
    { label: t('languages'), value: event.languages.map((one) => languageName(language, one)).join(', ') },
  ];
}
