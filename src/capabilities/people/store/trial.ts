import { sql } from 'kysely';
import type { Role } from '../../../kernel/actor.ts';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Tx } from '../../../platform/database/atomically.ts';

interface TrialPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly cityId: string | null;
  readonly grantId: string;
}

/** Makes the person and their role, or leaves them as they are. @returns whether the role is new */
export async function ensureTrialPerson(tx: Tx, person: TrialPerson, today: CalendarDate): Promise<boolean> {
  const { id } = person;
  const values = { id, name: person.name, visibility: 'staff' };
  await tx
    .insertInto('people.person')
    .values(values)
    .onConflict((c) => c.doNothing())
    .execute();
  await tx
    .insertInto('people.account')
    .values({ person_id: id, trial: true })
    .onConflict((c) => c.doNothing())
    .execute();
  await tx
    .insertInto('people.email_address')
    .values({ address: person.email, person_id: id, verified_at: sql<Date>`clock_timestamp()` })
    .onConflict((c) => c.doNothing())
    .execute();
  const granted = await tx
    .insertInto('people.role_grant')
    .values({
      id: person.grantId,
      person_id: id,
      role: person.role,
      city_id: person.cityId,
      from_date: today,
      basis: 'Trial mode',
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  return (granted.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
