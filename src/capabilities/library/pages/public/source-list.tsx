import { DateText } from '../../../../design/date-text.tsx';
import { useLanguage } from '../../../../design/language-context.ts';
import { words } from '../../messages/index.ts';
import { type CitedSource, partialDate } from '../../rules/source.ts';

interface SourceListProps {
  readonly sources: readonly CitedSource[];
  /** `visit.href`: source pages keep the reader's language. */
  readonly href: (path: string) => string;
}

/** What a record rests on, small, under the record. Each leads to the source's page and from there outside. */
export function SourceList({ sources, href }: SourceListProps) {
  const t = words(useLanguage());
  if (sources.length === 0) return null;
  return (
    <p class="quiet">
      {t('rests-on', { n: sources.length })}{' '}
      {sources.map((source, index) => (
        <>
          {index > 0 && ' · '}
          <a href={href(`/sources/${source.slug}`)}>
            <bdi>{source.publisher}</bdi>
            {source.date && (
              <>
                {', '}
                <SourceDate source={source} />
              </>
            )}
            <span class="unseen">: {source.title}</span>
          </a>
        </>
      ))}
    </p>
  );
}

function SourceDate({ source }: { source: CitedSource }) {
  const date = partialDate(source.date, source.precision);
  return date && <DateText date={date} />;
}
