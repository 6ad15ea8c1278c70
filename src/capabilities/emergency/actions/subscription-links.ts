import { createHmac } from 'node:crypto';
import type { Language } from '../../../kernel/language.ts';
import { localPath } from '../../../platform/http/language-path.ts';
import type { World } from '../../../world.ts';

/** The token of a subscription, made anew from its id whenever a mail is written: only its hash is kept. */
export function subscriptionToken(world: World, id: string): string {
  return createHmac('sha256', world.secrets.keyFor('emergency updates')).update(id).digest('base64url');
}

/** Opens a page with a button: a mailed link confirms and ends nothing by being fetched. */
export function subscriptionAddress(world: World, language: Language, id: string): string {
  const path = `/emergencies/updates/${subscriptionToken(world, id)}`;
  return new URL(localPath(language, path), world.config.publicUrl).href;
}
