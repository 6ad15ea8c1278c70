import { DateText } from '../../../../design/date-text.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { Thread } from '../../../../design/thread.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { words } from '../../messages/index.ts';
import type { CasePageProps } from './case-forms.ts';

/** Partners that were asked, what they were shown and what they answered. */
export function PartnersOfCase({ language, record }: Pick<CasePageProps, 'language' | 'record'>) {
  const t = words(language);
  if (record.requests.length === 0) return null;
  return (
    <section>
      <h2>{t('partners-asked')}</h2>
      {record.requests.map(({ id, organisation, askedAt, answeredAt, question, shared, replies }) => (
        <article key={id}>
          <h3>
            <bdi>{organisation[language]}</bdi>{' '}
            <Tag tone={answeredAt ? 'done' : 'waiting'}>
              {t(answeredAt ? 'partner-answered' : 'partner-waits')}
            </Tag>
          </h3>
          <p class="quiet">
            <DateText date={dayInUtc(askedAt)} /> ·{' '}
            {t('was-shared', {
              list: (['city', 'question', 'name', 'role', 'email', 'documents'] as const)
                .filter((field) => shared[field] !== undefined)
                .map((field) => t(`share.${field}`))
                .join(', '),
            })}
          </p>
          <p dir="auto">{question}</p>
          {replies.length > 0 && (
            <Thread messages={replies.map(({ id: key, from, at, body }) => ({ key, from, at, body }))} />
          )}
        </article>
      ))}
    </section>
  );
}
