import type { ComponentChildren } from 'preact';
import type { CalendarDate, PartialDate } from '../kernel/calendar-date.ts';
import { DateText } from './date-text.tsx';
import { useKitWords } from './language-context.ts';

export interface TimelineEntry {
  readonly key: string;
  readonly date: CalendarDate | PartialDate;
  /** The last day, for what lasted; `null` while it still lasts. */
  readonly until?: CalendarDate | PartialDate | null | undefined;
  readonly title: ComponentChildren;
  readonly children?: ComponentChildren;
  /** A <Tag>. */
  readonly tag?: ComponentChildren;
  readonly source?: { readonly href: string; readonly label: string } | undefined;
}

/** Dated records, in the order given; newest first reads best. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const t = useKitWords();
  return (
    <ol class="timeline">
      {entries.map((entry) => (
        <li key={entry.key}>
          <p class="when">
            <DateText date={entry.date} />
            {entry.until && (
              <>
                {' – '}
                <DateText date={entry.until} />
              </>
            )}
            {entry.until === null && ` – ${t('today')}`}
          </p>
          <div class="what">
            <p class="timeline-title">
              {entry.title} {entry.tag}
            </p>
            {entry.children}
            {entry.source && (
              <p class="source">
                {t('source')}: <a href={entry.source.href}>{entry.source.label}</a>
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
