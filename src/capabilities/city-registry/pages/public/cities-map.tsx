import { DotMap } from '../../../../design/maps/dot-map.tsx';
import type { Visit } from '../../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';
import { cityName } from '../../rules/city.ts';
import type { Browsed } from '../../store/browse.ts';

/** The engaged cities among all that fit; without any, the cities on this page. */
export function CitiesMap({ visit, browsed }: { visit: Visit; browsed: Browsed }) {
  const t = words(visit.language);
  const engaged = browsed.engaged.length > 0;
  const cities = engaged ? browsed.engaged : browsed.cities;
  return (
    <DotMap
      title={engaged ? t('map-engaged', { n: cities.length }) : t('map-shown')}
      source="GeoNames"
      dotsAre={t('title')}
      dots={cities.map((city, index) => ({
        key: city.id,
        name: cityName(visit.language, city),
        latitude: city.latitude,
        longitude: city.longitude,
        href: visit.href(`/cities/${city.id}`),
        labelled: index < 5,
      }))}
    />
  );
}
