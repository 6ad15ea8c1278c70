import { sql } from 'kysely';
import type { Language } from '../../../kernel/language.ts';
import type { Tx } from '../../../platform/database/atomically.ts';

interface TrialGuest {
  readonly id: string;
  readonly eventId: string;
  readonly name: string;
  readonly email: string;
  readonly cityId: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly attendedAt: Date | null;
}

/** Somebody with a place, without the letters: for trial data only. */
export async function insertTrialGuest(tx: Tx, guest: TrialGuest): Promise<void> {
  const { attendedAt } = guest;
  await tx
    .insertInto('training.registration')
    .values({
      id: guest.id,
      event_id: guest.eventId,
      name: guest.name,
      email: guest.email,
      city_id: guest.cityId,
      language: guest.language,
      time_zone: guest.timeZone,
      stage: 'registered',
      proven_at: sql`clock_timestamp()`,
      settled_at: sql`clock_timestamp()`,
      attended_at: attendedAt,
      attended_how: attendedAt ? 'list' : null,
      noted_at: attendedAt,
      feedback_at: attendedAt,
    })
    .execute();
}
