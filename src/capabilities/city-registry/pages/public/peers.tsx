import { CityName } from '../../../../design/city-name.tsx';
import { Columns } from '../../../../design/layout.tsx';
import type { Visit } from '../../../../platform/http/route.ts';
import { countryName, formatNumber } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { cityName } from '../../rules/city.ts';
import type { CityRecord, PeerCity } from '../../store/city-record.ts';

/** Where a city may look for others: engaged ones nearby, and those of like size at home. */
export function Peers({ visit, record }: { visit: Visit; record: CityRecord }) {
  const t = words(visit.language);
  const size = ({ population }: PeerCity) =>
    population > 0 ? formatNumber(visit.language, population) : t('not-known');
  return (
    <Columns>
      {record.peers.length > 0 && (
        <section>
          <h2>{t('peers')}</h2>
          <PeerList visit={visit} cities={record.peers} says={({ km }) => t('away', { km })} abroad />
        </section>
      )}
      {record.similar.length > 0 && (
        <section>
          <h2>{t('similar')}</h2>
          <PeerList visit={visit} cities={record.similar} says={size} />
        </section>
      )}
    </Columns>
  );
}

interface PeerListProps<Peer extends PeerCity> {
  readonly visit: Visit;
  readonly cities: readonly Peer[];
  readonly says: (city: Peer) => string;
  /** Names the country of each. */
  readonly abroad?: boolean;
}

function PeerList<Peer extends PeerCity>({ visit, cities, says, abroad }: PeerListProps<Peer>) {
  return (
    <ul>
      {cities.map((city) => (
        <li key={city.id}>
          <a href={visit.href(`/cities/${city.id}`)}>
            <CityName
              name={cityName(visit.language, city)}
              country={abroad ? countryName(visit.language, city.country) : undefined}
            />
          </a>{' '}
          <span class="quiet">{says(city)}</span>
        </li>
      ))}
    </ul>
  );
}
