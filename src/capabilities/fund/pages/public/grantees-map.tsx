import { useLanguage } from '../../../../design/language-context.ts';
import { DotMap } from '../../../../design/maps/dot-map.tsx';
import { cityName } from '../../../city-registry/index.ts';
import { words } from '../../messages/index.ts';
import type { Grant } from '../../rules/grant.ts';

/** Where the named grantees are; a city with two grants has a larger dot. */
export function GranteesMap({ grants, href }: { grants: readonly Grant[]; href: (path: string) => string }) {
  const language = useLanguage();
  const t = words(language);
  const cities = new Map(grants.map(({ city }) => [city.id, city]));
  const countries = new Set(grants.map(({ city }) => city.country)).size;
  return (
    <DotMap
      title={t('map-title', { cities: cities.size, countries })}
      source={<a href={href('/fund/grantees')}>{t('grantees-list')}</a>}
      dotsAre={t('city')}
      valueIs={t('grants')}
      dots={[...cities.values()].map((city) => ({
        key: city.id,
        name: cityName(language, city),
        latitude: city.latitude,
        longitude: city.longitude,
        value: grants.filter((grant) => grant.city.id === city.id).length,
        href: href(`/cities/${city.id}`),
      }))}
    />
  );
}
