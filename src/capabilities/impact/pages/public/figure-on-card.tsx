import { DateText } from '../../../../design/date-text.tsx';
import { FigureCard } from '../../../../design/figure-card.tsx';
import type { CalendarDate } from '../../../../kernel/calendar-date.ts';
import type { Language } from '../../../../kernel/language.ts';
import { words } from '../../messages/index.ts';
import { plainNumber } from '../../rules/figure-for-systems.ts';
import { type FigureView, mainTotal, type Published, yearEnds } from '../../rules/figure-view.ts';
import { partial, sayPublished, sayValue } from '../say.ts';
import { sayDifference } from './say-difference.ts';
import { sayShares } from './say-shares.ts';

interface FigureOnCardProps {
  readonly figure: FigureView;
  readonly asAt: CalendarDate;
  readonly language: Language;
  readonly href: (path: string) => string;
  /** The page's one strong figure. */
  readonly headline?: boolean;
}

/** One indicator: what the ledger gives, and beside it what was published, compared as at the same day. */
export function FigureOnCard({ figure, asAt, language, href, headline }: FigureOnCardProps) {
  const t = words(language);
  const main = mainTotal(figure.totals);
  const series = main?.series ?? (figure.unit === 'money' ? 'USD' : '');
  const path = href(`/impact/${figure.key}`);
  const query = `?as-at=${asAt}`;
  // Nothing in the ledger yet is not zero.
  const itemised = main !== undefined || figure.years.length > 0;
  const others = figure.totals.filter((total) => total !== main);
  const ends = yearEnds(
    figure,
    figure.years.filter((year) => year.series === series),
    asAt,
    main?.value ?? 0n,
  );
  return (
    <FigureCard
      label={figure.title[language]}
      value={itemised ? sayValue(language, main?.value ?? 0n, series) : undefined}
      asAt={asAt}
      headline={headline}
      spark={main && ends.map(({ value }) => plainNumber(value, series))}
      definitionHref={path + query}
      evidenceHref={main && `${path}${query}#entries`}
    >
      {others.length > 0 && (
        <p>{others.map((total) => `+ ${sayValue(language, total.value, total.series)}`).join(' ')}</p>
      )}
      {main && <p class="quiet">{t('behind-it', { n: main.entries, imported: main.imported })}</p>}
      {figure.shares && <p class="quiet">{sayShares(language, figure.shares)}</p>}
      <PublishedBeside figure={figure} language={language} />
    </FigureCard>
  );
}

/** The newest published number with its difference, then the earlier ones. */
function PublishedBeside({ figure, language }: Pick<FigureOnCardProps, 'figure' | 'language'>) {
  const t = words(language);
  const [newest, ...earlier] = figure.published.toReversed();
  if (!newest) return <p class="quiet">{t('nothing-published')}</p>;
  return (
    <div class="published">
      <p>
        {t('published')} <Said said={newest} language={language} strong />
      </p>
      <p class="quiet">{sayDifference(language, newest)}</p>
      {earlier.length > 0 && (
        <p class="quiet">
          {t('earlier')}{' '}
          {earlier.map((said, index) => (
            <>
              {index > 0 && ' · '}
              <Said said={said} language={language} />
            </>
          ))}
        </p>
      )}
    </div>
  );
}

function Said({ said, language, strong }: { said: Published; language: Language; strong?: boolean }) {
  const value = sayPublished(language, said);
  return (
    <>
      {strong ? <strong>{value}</strong> : value} (
      {said.address ? (
        <a href={said.address} title={said.source}>
          <DateText date={partial(said.day, said.precision)} />
        </a>
      ) : (
        <DateText date={partial(said.day, said.precision)} />
      )}
      )
    </>
  );
}
