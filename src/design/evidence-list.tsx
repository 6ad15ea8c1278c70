import type { CalendarDate, PartialDate } from '../kernel/calendar-date.ts';
import { DateText } from './date-text.tsx';
import { useKitWords } from './language-context.ts';
import { Tag } from './tag.tsx';

export interface Evidence {
  readonly key: string;
  readonly title: string;
  /** None for a document the reader may not open; `kept` then says who may. */
  readonly href?: string | undefined;
  readonly source: string;
  readonly date: CalendarDate | PartialDate;
  readonly verified?: { readonly by: string; readonly on: CalendarDate } | undefined;
  /** The proof that this entry stands in the public log. */
  readonly proofHref?: string | undefined;
  readonly kept?: string | undefined;
}

/** What a claim stands on: source, date, who verified it, and its proof. */
export function EvidenceList({ items }: { items: readonly Evidence[] }) {
  const t = useKitWords();
  return (
    <ul class="evidence">
      {items.map((item) => (
        <li key={item.key}>
          <p class="evidence-title">
            {item.href ? (
              <a href={item.href}>
                <bdi>{item.title}</bdi>
              </a>
            ) : (
              <bdi>{item.title}</bdi>
            )}{' '}
            <Tag tone={item.verified ? 'done' : 'waiting'}>
              {t(item.verified ? 'verified' : 'unverified')}
            </Tag>
          </p>
          <p class="quiet">
            <bdi>{item.source}</bdi> · <DateText date={item.date} />
            {item.verified && (
              <>
                {' · '}
                {t('verified-by', { name: item.verified.by })} <DateText date={item.verified.on} />
              </>
            )}
            {item.proofHref && (
              <>
                {' · '}
                <a href={item.proofHref}>{t('proof')}</a>
              </>
            )}
            {item.kept && ` · ${item.kept}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
