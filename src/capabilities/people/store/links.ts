import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/atomically.ts';
import type { LinkKind } from './sign-in.ts';

/** The person's one unused link of the kind. */
export async function replaceLink(
  tx: Tx,
  link: {
    readonly kind: LinkKind;
    readonly personId: string;
    readonly tokenHash: Buffer;
    readonly hours: number;
  },
): Promise<void> {
  await tx
    .deleteFrom('people.one_time_link')
    .where('person_id', '=', link.personId)
    .where('kind', '=', link.kind)
    .where('used_at', 'is', null)
    .execute();
  await tx
    .insertInto('people.one_time_link')
    .values({
      token_hash: link.tokenHash,
      kind: link.kind,
      person_id: link.personId,
      expires_at: sql<Date>`clock_timestamp() + make_interval(hours => ${link.hours}::int)`,
    })
    .execute();
}
