import { isLanguage } from '../../../kernel/language.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { atomically } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { post } from '../../../platform/mail/outbox.ts';
import type { World } from '../../../world.ts';
import { words } from '../messages/index.ts';
import { keyedHash } from '../rules/keyed-hash.ts';
import { arrangeCode, findAccountByAddress } from '../store/mailed-codes.ts';
import { countAttempt } from './attempt.ts';

/** The worker's part: finds whose address it is, makes the code, mails it. At most three an hour for one address. */
export async function mailSignInCode(
  world: World,
  payload: Readonly<Record<string, unknown>>,
): Promise<void> {
  const codeId = String(payload['codeId']);
  const address = String(payload['address']);
  const language = isLanguage(payload['language']) ? payload['language'] : 'en';
  const account = await findAccountByAddress(world.db, address);
  if (!account || (await isEnough(world, address))) return;
  const code = eightDigits(world.randomBytes(4));
  await atomically(world, systemActor, async (tx) => {
    const hash = hashMailedCode(world, codeId, code);
    if (!(await arrangeCode(tx, codeId, { personId: account.personId, address, hash }))) return;
    const t = words(language);
    const spaced = `${code.slice(0, 4)} ${code.slice(4)}`;
    await post(tx, world, {
      to: address,
      personId: account.personId,
      language,
      subject: t('mail-code-subject'),
      body: [
        t('mail-hello', { name: account.name }),
        t('mail-code', { code: spaced }),
        t('mail-code-not-you'),
      ].join('\n\n'),
    });
  });
}

async function isEnough(world: World, address: string): Promise<boolean> {
  try {
    await countAttempt(world, 'mail', address, 'mail');
    return false;
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
}

function eightDigits(random: Uint8Array): string {
  return String(Buffer.from(random).readUInt32BE() % 100_000_000).padStart(8, '0');
}

/** Bound to the request, so that a code read in a mailbox works only where it was asked for. */
export function hashMailedCode(world: World, codeId: string, code: string): Buffer {
  return keyedHash(world.secrets.keyFor('mailed codes'), codeId, code);
}
