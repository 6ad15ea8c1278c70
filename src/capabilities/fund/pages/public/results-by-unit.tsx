import { DateText } from '../../../../design/date-text.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { useLanguage } from '../../../../design/language-context.ts';
import { Columns } from '../../../../design/layout.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { formatNumber } from '../../../../platform/languages/format.ts';
import { cityName } from '../../../city-registry/index.ts';
import { SourceList } from '../../../library/index.ts';
import { words } from '../../messages/index.ts';
import { byUnit, type Result } from '../../rules/result.ts';

interface ResultsProps {
  readonly results: readonly Result[];
  readonly href: (path: string) => string;
}

/** Results in their own units, beside each other. No total stands under them: a household is not a person. */
export function ResultsByUnit({ results, href }: ResultsProps) {
  const t = words(useLanguage());
  if (results.length === 0) return <EmptyState title={t('no-results')}>{t('no-results-why')}</EmptyState>;
  return (
    <Columns>
      {byUnit(results).map((group) => (
        <section key={group.unit}>
          <h3>{t(`unit-${group.unit}`)}</h3>
          <ul class="plain">
            {group.results.map((result) => (
              <ResultLine key={result.id} result={result} href={href} />
            ))}
          </ul>
        </section>
      ))}
    </Columns>
  );
}

function ResultLine({ result, href }: { result: Result; href: ResultsProps['href'] }) {
  const language = useLanguage();
  const t = words(language);
  const value = formatNumber(language, result.value);
  return (
    <li>
      <strong>{t('qualified', { qualifier: result.qualifier.replaceAll(' ', '_'), value })}</strong>{' '}
      {result.isTarget && <Tag tone="waiting">{t('target')}</Tag>}
      <br />
      {result.what[language]} <DateText date={result.date} />
      {result.cities.length <= 2 && (
        <>
          {' · '}
          {result.cities.map((city) => (
            <a key={city.id} href={href(`/cities/${city.id}`)}>
              <bdi>{cityName(language, city)}</bdi>
            </a>
          ))}
        </>
      )}
      {result.remark && <span class="quiet"> {result.remark[language]}</span>}
      <SourceList sources={result.sources} href={href} />
    </li>
  );
}
