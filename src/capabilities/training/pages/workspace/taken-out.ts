import type { CsvColumn } from '../../../../platform/exports/csv.ts';
import type { City } from '../../../city-registry/index.ts';
import type { Registration } from '../../store/registrations.ts';

/** The columns of a participants file; the attendance import reads `email`. */
export function takenOut(cities: ReadonlyMap<string, City>): CsvColumn<Registration>[] {
  return [
    { head: 'name', cell: ({ name }) => name },
    { head: 'email', cell: ({ email }) => email },
    { head: 'city', cell: ({ cityId }) => cities.get(cityId ?? '')?.name },
    { head: 'country', cell: ({ cityId }) => cities.get(cityId ?? '')?.country },
    { head: 'city_known', cell: ({ cityKnown }) => cityKnown },
    { head: 'language', cell: ({ language }) => language },
    { head: 'time_zone', cell: ({ timeZone }) => timeZone },
    { head: 'access_needs', cell: ({ accessNeeds }) => accessNeeds },
    { head: 'stage', cell: ({ stage }) => stage },
    { head: 'attended', cell: ({ attendedAt }) => attendedAt !== null },
  ];
}
