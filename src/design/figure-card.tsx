import type { ComponentChildren } from 'preact';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { Spark } from './charts/spark.tsx';
import { DateText } from './date-text.tsx';
import { useKitWords } from './language-context.ts';

interface PublishedFigure {
  readonly value: string;
  readonly date: CalendarDate;
  readonly source: string;
  readonly href?: string | undefined;
  /** Why it differs from the computed one. */
  readonly difference?: string | undefined;
}

interface FigureCardProps {
  readonly label: string;
  /** Formatted for the reader; undefined when nothing is known, which is not zero. */
  readonly value: string | undefined;
  readonly unit?: string | undefined;
  readonly asAt: CalendarDate;
  /** "12 more than a year ago". */
  readonly change?: { readonly direction: 'up' | 'down' | 'same'; readonly text: string } | undefined;
  /** Past values, oldest first. */
  readonly spark?: readonly number[] | undefined;
  /** What the organisation has published, to stand beside what its records give. */
  readonly published?: PublishedFigure | undefined;
  readonly definitionHref?: string | undefined;
  readonly evidenceHref?: string | undefined;
  /** The page's one strong figure. */
  readonly headline?: boolean | undefined;
  readonly children?: ComponentChildren;
}

/** Letters from which a value is set smaller, so that "USD 19,650,000" stays on its card. */
const longValue = 8;

/** A number with what it counts, as at when, how, and on what evidence. */
export function FigureCard({ label, value, unit, asAt, change, spark, ...props }: FigureCardProps) {
  const t = useKitWords();
  return (
    <article class={props.headline ? 'figure-card headline' : 'figure-card'}>
      <h3>{label}</h3>
      <p class={value && value.length > longValue ? 'value long' : 'value'}>
        {value === undefined ? <span class="unknown">{t('not-known')}</span> : <bdi>{value}</bdi>}
        {unit && value !== undefined && <span class="unit"> {unit}</span>}
        {spark && spark.length > 1 && <Spark values={spark} />}
      </p>
      {change && <p class={`change ${change.direction}`}>{change.text}</p>}
      {props.published && <Published {...props.published} />}
      {props.children}
      <p class="quiet figure-foot">
        <span>
          {t('as-at')} <DateText date={asAt} />
        </span>
        {props.definitionHref && (
          <a href={props.definitionHref} aria-label={`${t('how-we-count')}: ${label}`}>
            {t('how-we-count')}
          </a>
        )}
        {props.evidenceHref && (
          <a href={props.evidenceHref} aria-label={`${t('evidence')}: ${label}`}>
            {t('evidence')}
          </a>
        )}
      </p>
    </article>
  );
}

function Published({ value, date, source, href, difference }: PublishedFigure) {
  const t = useKitWords();
  return (
    <div class="published">
      <p>
        {t('published')}: <strong>{value}</strong>{' '}
        <span class="quiet">
          {href ? <a href={href}>{source}</a> : source}
          {t('comma')}
          <DateText date={date} />
        </span>
      </p>
      {difference && <p class="quiet">{difference}</p>}
    </div>
  );
}
