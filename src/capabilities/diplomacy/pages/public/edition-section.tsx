import { DateText } from '../../../../design/date-text.tsx';
import { FactList } from '../../../../design/fact-list.tsx';
import { Figures } from '../../../../design/layout.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { countryName } from '../../../../platform/languages/format.ts';
import { cityName } from '../../../city-registry/index.ts';
import { FigureSaid, SourceList } from '../../../library/index.ts';
import { words } from '../../messages/index.ts';
import type { Edition } from '../../rules/forum.ts';
import { CitiesTable } from './cities-table.tsx';

interface EditionProps {
  readonly edition: Edition;
  readonly language: Language;
  readonly href: (path: string) => string;
}

/** One meeting: when and where, the published counts, then who can be named. The counts are not made of the names. */
export function EditionSection({ edition, language, href }: EditionProps) {
  const t = words(language);
  return (
    <section id={edition.slug}>
      <h2>{edition.name[language]}</h2>
      <FactList
        facts={[
          { label: t('when'), value: <When edition={edition} /> },
          { label: t('where'), value: <Where {...{ edition, language, href }} /> },
        ]}
      />
      {edition.inferred && <p class="quiet">{t('inferred')}</p>}
      {edition.remark && <p class="quiet">{edition.remark[language]}</p>}
      <SourceList sources={edition.sources} href={href} />
      {edition.figures.length > 0 && (
        <Figures>
          {edition.figures.map((figure) => (
            <FigureSaid key={figure.slug} figure={figure} href={href} />
          ))}
        </Figures>
      )}
      {edition.participations.length === 0 ? (
        <p class="quiet">{t('nobody-named')}</p>
      ) : (
        <CitiesTable {...{ edition, language, href }} />
      )}
    </section>
  );
}

function When({ edition }: Pick<EditionProps, 'edition'>) {
  const { from, to } = edition;
  if (!from) return <>–</>;
  return (
    <>
      <DateText date={from} />
      {to && (
        <>
          {' – '}
          <DateText date={to} />
        </>
      )}
    </>
  );
}

function Where({ edition, language, href }: EditionProps) {
  const t = words(language);
  const country = edition.country && countryName(language, edition.country);
  if (edition.mode === 'virtual') return <>{country ? t('online-from', { country }) : t('online')}</>;
  if (!edition.city) return <>{country ?? t('not-published')}</>;
  return (
    <>
      <a href={href(`/cities/${edition.city.id}`)}>
        <bdi>{cityName(language, edition.city)}</bdi>
      </a>
      {country && <span class="quiet">, {country}</span>}
    </>
  );
}
