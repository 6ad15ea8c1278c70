import { DotMap } from '../../../../design/maps/dot-map.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { countryName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import type { EngagedCity, Reckoning } from '../../store/impact-page.ts';

interface EngagedMapProps {
  readonly cities: readonly EngagedCity[];
  /** Of how many. */
  readonly all: number;
  readonly reckonings: readonly Reckoning[];
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly query: string;
}

/** The cities behind the engagement figures; where there are too many for a light page, the newest of them. */
export function EngagedMap({ cities, all, reckonings, language, href, query }: EngagedMapProps) {
  const t = words(language);
  return (
    <section>
      <h2>{t('where')}</h2>
      <DotMap
        title={t('map-title', { n: all })}
        measure={cities.length < all ? t('map-newest', { n: cities.length }) : undefined}
        dotsAre={t('cities')}
        dots={cities.map((city) => ({
          key: city.id,
          name: `${city.name}, ${countryName(language, city.country)}`,
          latitude: city.latitude,
          longitude: city.longitude,
        }))}
        source={<a href={href('/impact/cities-engaged-ever')}>{t('the-ledger')}</a>}
        csv={`/impact/cities.csv${query}`}
        note={<SharesNote reckonings={reckonings} language={language} />}
      />
    </section>
  );
}

/** Which definition and which list the shares were reckoned with. */
export function SharesNote({ reckonings, language }: Pick<EngagedMapProps, 'reckonings' | 'language'>) {
  const t = words(language);
  if (reckonings.length === 0) return null;
  return (
    <>
      {t('shares-note')}{' '}
      {reckonings
        .map(({ definition, version, vintage }) =>
          t(vintage ? 'reckoned-with-list' : 'reckoned-with', {
            definition: definition[language],
            version,
            list: vintage ?? '',
          }),
        )
        .join(' ')}
    </>
  );
}
