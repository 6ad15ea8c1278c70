import { sql } from 'kysely';
import type { Reader } from '../../../platform/database/atomically.ts';
import { type OfficeHeld, officesHeldIn } from '../../people/index.ts';

/** Who leads the city as far as the council's public record knows. */
export async function listKnownOffices(reader: Reader, cityId: string): Promise<OfficeHeld[]> {
  const { rows } = await sql<{ offices: OfficeHeld[] }>`select ${officesHeldIn('c.id')} as offices
    from city_registry.city c where c.id = ${cityId}`.execute(reader);
  return rows[0]?.offices ?? [];
}
