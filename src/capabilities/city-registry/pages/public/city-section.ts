import type { ComponentChildren } from 'preact';
import type { Visit } from '../../../../platform/http/route.ts';
import type { City } from '../../rules/city.ts';
import type { SectionColumn } from '../../store/city-record.ts';

/** A part of a city's page that another capability tells: it gives a column of the page's one query, and draws what came of it. */
export interface CitySection {
  readonly column: SectionColumn;
  readonly draw: (visit: Visit, told: unknown, city: City) => ComponentChildren;
}
