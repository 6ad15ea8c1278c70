import { localeTag } from '../platform/languages/catalogue.ts';
import { formatInstant } from '../platform/languages/format.ts';
import { Island } from './island.tsx';
import { useKitWords, useLanguage } from './language-context.ts';
import { Tag, type Tone } from './tag.tsx';

interface DeadlineProps {
  readonly at: Date;
  readonly now: Date;
  /** The zone the deadline was set in, e.g. `Europe/Brussels`. */
  readonly timeZone: string;
  /** The reader's own, when it is known and another: both hours are said. Else the island `local-time` adds it. */
  readonly readerZone?: string | undefined;
  /** Name of a zone for the reader: "Brussels". The zone's last part when not given. */
  readonly placeName?: string | undefined;
}

const hour = 3_600_000;

/** The day, the hour and the zone, the reader's hour, and how long there is. */
export function Deadline({ at, now, timeZone, readerZone, placeName }: DeadlineProps) {
  const t = useKitWords();
  const language = useLanguage();
  const left = at.getTime() - now.getTime();
  const tone: Tone = left < 0 ? 'stopped' : left < 72 * hour ? 'signal' : 'neutral';
  const other = readerZone && readerZone !== timeZone ? readerZone : undefined;
  return (
    <span class="deadline">
      <time dateTime={at.toISOString()}>{formatInstant(language, at, timeZone)}</time>
      {placeName && <span class="quiet"> ({placeName})</span>}{' '}
      {other ? (
        <span class="quiet">
          ({t('in-zone', { time: formatInstant(language, at, other), place: placeOf(other) })})
        </span>
      ) : (
        <Island is="local-time" class="quiet" tells={{ words: t('your-time'), at: at.toISOString() }} />
      )}{' '}
      <Tag tone={tone}>{left < 0 ? t('closed') : fromNow(language, left)}</Tag>
    </span>
  );
}

function placeOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

/** "in 3 days", "in 5 hours"; days are whole, so that "in 2 days" is never less. */
function fromNow(language: Parameters<typeof localeTag>[0], left: number): string {
  const words = new Intl.RelativeTimeFormat(localeTag(language), { numeric: 'always' });
  const hours = Math.floor(left / hour);
  if (hours >= 48) return words.format(Math.floor(hours / 24), 'day');
  return hours >= 1
    ? words.format(hours, 'hour')
    : words.format(Math.max(1, Math.floor(left / 60_000)), 'minute');
}
