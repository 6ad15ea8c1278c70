import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import type { Asked } from '../rules/request.ts';
import { insertRequest } from './requests.ts';

/** Only in trial mode: a request as if it had been asked and proven just now. */
export async function insertTrialRequest(
  tx: Tx,
  asked: Asked & { readonly id: string; readonly tokenHash: Buffer },
): Promise<void> {
  await insertRequest(tx, { ...asked, kind: 'own', stage: 'waiting' });
}

export async function insertTrialChannel(
  tx: Tx,
  channel: {
    readonly id: string;
    readonly cityId: string;
    readonly reach: string;
    readonly source: string;
    readonly knownSince: CalendarDate;
    readonly recordedBy: string;
    readonly recordedOn: CalendarDate;
  },
): Promise<void> {
  await tx
    .insertInto('mandates.known_channel')
    .values({
      id: channel.id,
      city_id: channel.cityId,
      kind: 'telephone',
      reach: channel.reach,
      source: channel.source,
      known_since: channel.knownSince,
      recorded_by: channel.recordedBy,
      recorded_at: `${channel.recordedOn}T09:00:00Z`,
    })
    .execute();
}

/** Somebody whose mandate ended by its date, and whom nobody followed. */
export async function insertFormerHolder(
  tx: Tx,
  former: {
    readonly personId: string;
    readonly grantId: string;
    readonly name: string;
    readonly email: string;
    readonly cityId: string;
    readonly from: CalendarDate;
    readonly to: CalendarDate;
  },
): Promise<void> {
  const { personId, grantId, name, email, cityId, from, to } = former;
  await tx.insertInto('people.person').values({ id: personId, name }).execute();
  await tx.insertInto('people.email_address').values({ address: email, person_id: personId }).execute();
  await tx
    .insertInto('people.role_grant')
    .values({
      id: grantId,
      person_id: personId,
      role: 'city-focal-point',
      city_id: cityId,
      from_date: from,
      to_date: to,
      basis: 'Trial',
    })
    .execute();
}
