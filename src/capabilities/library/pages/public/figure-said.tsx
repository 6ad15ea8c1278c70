import { DateText } from '../../../../design/date-text.tsx';
import { useLanguage } from '../../../../design/language-context.ts';
import { words } from '../../messages/index.ts';
import { sayFigure } from './say-figure.ts';
import { partialDate } from '../../rules/source.ts';
import type { SaidFigure } from '../../store/published-figures.ts';
import { SourceList } from './source-list.tsx';

/** A published figure as it was said: number, what of, its words, its date and its source. */
export function FigureSaid({ figure, href }: { figure: SaidFigure; href: (path: string) => string }) {
  const language = useLanguage();
  const t = words(language);
  const date = partialDate(figure.date, figure.precision);
  return (
    <article class="figure-card">
      <h3>{figure.title[language]}</h3>
      <p class="value">
        <bdi>{sayFigure(language, figure)}</bdi>
      </p>
      {figure.wording && (
        <p>
          <q lang="en" dir="ltr">
            {figure.wording}
          </q>
        </p>
      )}
      {figure.remark && <p class="quiet">{figure.remark[language]}</p>}
      <p class="quiet">
        {t('published-as-said')} {date && <DateText date={date} />}
      </p>
      <SourceList sources={figure.sources} href={href} />
    </article>
  );
}
