import { EmptyState } from '../../../../design/empty-state.tsx';
import { Tag } from '../../../../design/tag.tsx';
import type { CalendarDate } from '../../../../kernel/calendar-date.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { SourceList } from '../../../library/index.ts';
import { words } from '../../messages/index.ts';
import type { CityRecord, EngagementRow } from '../../store/city-record.ts';
import { engagementSentence } from '../engagement-sentence.ts';

interface EngagementListProps {
  readonly visit: Visit;
  readonly record: CityRecord;
  readonly name: string;
  readonly day: CalendarDate;
}

export function EngagementList({ visit, record, name, day }: EngagementListProps) {
  const t = words(visit.language);
  return (
    <section>
      <h2>{t('engagement-heading')}</h2>
      {record.engagements.length === 0 ? (
        <EmptyState
          title={t('no-engagement')}
          action={{ href: visit.href('/cities?engagement=any'), label: t('engaged-cities') }}
        >
          {t('no-engagement-body', { city: name })}
        </EmptyState>
      ) : (
        <>
          <p class="quiet">{t('engagement-note')}</p>
          <ul class="evidence">
            {record.engagements.map((row) => (
              <li key={row.id}>
                <Sentence
                  visit={visit}
                  row={row}
                  sentence={engagementSentence(visit.language, name, row, day)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface SentenceProps {
  readonly visit: Visit;
  readonly row: EngagementRow;
  readonly sentence: string;
}

/** The sentence with what it stands on: its record, remark and sources. */
export function Sentence({ visit, row, sentence }: SentenceProps) {
  const t = words(visit.language);
  return (
    <>
      <p class="evidence-title">
        {sentence} {row.inferred && <Tag tone="neutral">{t('inferred')}</Tag>}{' '}
        {row.record_path && <a href={visit.href(row.record_path)}>{t('see-record')}</a>}
      </p>
      {row.remark && <p class="quiet">{row.remark[visit.language]}</p>}
      <SourceList sources={row.sources} href={(path) => visit.href(path)} />
    </>
  );
}
