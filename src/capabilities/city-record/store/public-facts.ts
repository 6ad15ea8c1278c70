import { type RawBuilder, sql } from 'kysely';
import type { CountPoint } from '../rules/count-point.ts';
import type { Fact } from '../rules/fact.ts';
import { factKind } from '../rules/fact-kinds.ts';
import { countsColumn } from './series.ts';

export interface ToldPublicly {
  readonly facts: readonly Fact[];
  readonly counts: readonly CountPoint[];
}

/** What a city shows to everybody, as a column of the query that reads the city: one trip. */
export function toldPublicly(cityId: string): RawBuilder<unknown> {
  return sql`jsonb_build_object('facts', coalesce((select jsonb_agg(jsonb_build_object('cityId', f.city_id, 'kind', f.kind,
      'item', f.item, 'version', f.version, 'value', f.value, 'source', f.source, 'sourceAddress', f.source_address, 'asOf', f.as_of,
      'audience', f.audience, 'saidAs', f.said_as, 'onBehalf', f.on_behalf, 'saidAt', f.said_at, 'confirmedAt', f.confirmed_at)
      order by f.kind, f.item)
    from city_record.fact f where f.city_id = ${sql.ref(cityId)} and f.audience = 'public' and f.value is not null), '[]'),
    'counts', ${countsColumn(cityId, { own: false })})`;
}

/** The column as the database's JSON gave it, with its moments read. */
export function readToldPublicly(told: unknown): ToldPublicly {
  const { facts, counts } = told as ToldPublicly;
  return {
    counts,
    facts: facts
      .filter(({ kind }) => factKind(kind))
      .map((fact) => ({
        ...fact,
        saidAt: new Date(fact.saidAt),
        confirmedAt: new Date(fact.confirmedAt),
      })),
  };
}
