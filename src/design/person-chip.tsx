import type { CalendarDate } from '../kernel/calendar-date.ts';
import { DateText } from './date-text.tsx';
import { useKitWords } from './language-context.ts';

interface PersonChipProps {
  readonly name: string;
  readonly href?: string | undefined;
  /** In which capacity they act: "Mayor of Example city". */
  readonly capacity?: string | undefined;
  /** The last day of the mandate. */
  readonly until?: CalendarDate | undefined;
  /** Tells whether the mandate has ended. */
  readonly today: CalendarDate;
}

/** Who, in which capacity, until when. */
export function PersonChip({ name, href, capacity, until, today }: PersonChipProps) {
  const t = useKitWords();
  const ended = until !== undefined && until < today;
  return (
    <span class={ended ? 'person ended' : 'person'}>
      {href ? (
        <a href={href}>
          <bdi>{name}</bdi>
        </a>
      ) : (
        <bdi>{name}</bdi>
      )}
      {capacity && (
        <span class="quiet">
          {t('comma')}
          {capacity}
        </span>
      )}
      {until && (
        <span class="quiet">
          {' '}
          ({t(ended ? 'mandate-ended' : 'until')} <DateText date={until} />)
        </span>
      )}
    </span>
  );
}
