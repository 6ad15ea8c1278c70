import { createHmac } from 'node:crypto';
import type { Language } from '../../../kernel/language.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { localPath } from '../../../platform/http/language-path.ts';
import { hashToken } from '../../../platform/sessions/token.ts';
import type { World } from '../../../world.ts';
import { linkDays } from '../rules/due.ts';
import { type Audience, extendLink, findLink, insertLink } from '../store/links.ts';

interface LinkWanted {
  readonly caseId: string;
  readonly audience: Audience;
  readonly language: Language;
  readonly partnerRequestId?: string;
}

/** A link made but not yet stored; its address goes into a mail. */
export interface PreparedLink {
  readonly address: string;
  store(tx: Tx): Promise<void>;
}

const folders: Record<Audience, string> = { requester: 'thread', partner: 'partner', survey: 'survey' };

/** For a case just being opened: the row is written last, for it ends the moment in which a stranger may add to the case. */
export function prepareLink(world: World, wanted: LinkWanted): PreparedLink {
  const id = world.newId();
  const token = tokenOf(world, id);
  return {
    address: addressOf(world, wanted, token),
    store: (tx) =>
      insertLink(tx, { ...wanted, id, tokenHash: hashToken(token), expiresAt: expiryFrom(world.now()) }),
  };
}

/** The address that opens the case to its audience: the one there is, lasting again from today, or a new one. */
export async function linkFor(tx: Tx, world: World, wanted: LinkWanted): Promise<string> {
  const known =
    wanted.partnerRequestId === undefined ? await findLink(tx, wanted.caseId, wanted.audience) : undefined;
  if (known) {
    await extendLink(tx, known, expiryFrom(world.now()));
    return addressOf(world, wanted, tokenOf(world, known));
  }
  const link = prepareLink(world, wanted);
  await link.store(tx);
  return link.address;
}

/** Only its hash is stored. Made from the link's id and the operator's secret, so that a later mail can carry the same one. */
export function tokenOf(world: World, linkId: string): string {
  return createHmac('sha256', world.secrets.keyFor('support link')).update(linkId).digest('base64url');
}

function addressOf(world: World, { audience, language }: LinkWanted, token: string): string {
  return `${world.config.publicUrl}${localPath(language, `/ask/${folders[audience]}/${token}`)}`;
}

function expiryFrom(now: Date): Date {
  return new Date(now.getTime() + linkDays * 86_400_000);
}
