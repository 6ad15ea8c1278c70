import type { Actor } from '../../../kernel/actor.ts';
import { notFound, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { findCity } from '../../city-registry/index.ts';
import { whyNotKeep } from '../permissions.ts';
import type { KnownChannel } from '../rules/channel.ts';
import { findChannel, insertChannel, markRetired } from '../store/channels.ts';

/** Notes how the council can reach a city, and where it knows that from. It verifies only what is asked after this moment. */
export async function recordChannel(
  world: World,
  actor: Actor,
  channel: Pick<KnownChannel, 'cityId' | 'kind' | 'reach' | 'source' | 'knownSince'>,
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotKeep(actor), 403);
      if (!(await findCity(tx, channel.cityId))) throw notFound();
      const id = world.newId();
      await insertChannel(tx, { ...channel, id, recordedBy: actor.personId ?? '' });
      await recordAct(tx, world, actor, {
        kind: 'mandates.channel-recorded',
        subject: { kind: 'city', id: channel.cityId },
        cityId: channel.cityId,
        details: { channel: channel.kind.replaceAll('-', '') },
      });
      return id;
    },
    { once },
  );
}

/** A channel that no longer reaches the city: it stays in the record and verifies nothing any more. */
export async function retireChannel(
  world: World,
  actor: Actor,
  retired: { readonly channelId: string; readonly why: string },
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotKeep(actor), 403);
      const channel = await findChannel(tx, retired.channelId);
      if (!channel) throw notFound();
      await markRetired(tx, channel.id, actor.personId ?? '', retired.why);
      await recordAct(tx, world, actor, {
        kind: 'mandates.channel-retired',
        subject: { kind: 'city', id: channel.cityId },
        cityId: channel.cityId,
        details: { channel: channel.kind.replaceAll('-', ''), why: retired.why },
      });
      return channel.cityId;
    },
    { once },
  );
}
