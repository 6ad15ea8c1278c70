import { anonymous } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/language.ts';
import { notFound } from '../../../kernel/refusal.ts';
import { atomically, reading, type Submission } from '../../../platform/database/atomically.ts';
import { post } from '../../../platform/mail/outbox.ts';
import { hashToken, isToken } from '../../../platform/sessions/token.ts';
import type { World } from '../../../world.ts';
import { countStranger } from '../../support-desk/index.ts';
import { words } from '../messages/index.ts';
import {
  askToSubscribe,
  confirmSubscription,
  endSubscription,
  findSubscription,
} from '../store/subscriptions.ts';
import { openResponseOf } from './locked-response.ts';
import { subscriptionAddress, subscriptionToken } from './subscription-links.ts';

interface Wish {
  readonly responseId: string;
  readonly title: string;
  readonly address: string;
  readonly language: Language;
}

/** First of two steps: a mail with a link. The answer is the same whether the address is known or not. */
export async function askForUpdates(
  world: World,
  wish: Wish,
  network: string,
  once?: Submission,
): Promise<void> {
  await countStranger(world, 'ask', network);
  await atomically(
    world,
    anonymous,
    async (tx) => {
      await openResponseOf(tx, wish.responseId);
      const id = world.newId();
      const tokenHash = hashToken(subscriptionToken(world, id));
      const writeTo = await askToSubscribe(tx, { ...wish, id, tokenHash });
      if (writeTo === null) return;
      const t = words(wish.language);
      await post(tx, world, {
        to: wish.address,
        language: wish.language,
        subject: t('mail.confirm-subject', { title: wish.title }),
        body: [
          t('mail.confirm', { title: wish.title }),
          subscriptionAddress(world, wish.language, writeTo),
          t('mail.confirm-ignore'),
          t('mail.signature'),
        ].join('\n\n'),
      });
    },
    { once },
  );
}

/** What a mailed link belongs to. */
export async function readSubscription(
  world: World,
  token: string,
): Promise<{ responseId: string; isConfirmed: boolean } | undefined> {
  if (!isToken(token)) return undefined;
  return await reading(world, anonymous, (tx) => findSubscription(tx, hashToken(token)));
}

/** Second step, pressed by whoever reads the mailbox; ending it is one press as well. */
export async function settleSubscription(
  world: World,
  token: string,
  wanted: 'confirm' | 'end',
  once?: Submission,
): Promise<void> {
  if (!isToken(token)) throw notFound();
  const settle = wanted === 'confirm' ? confirmSubscription : endSubscription;
  await atomically(
    world,
    anonymous,
    async (tx) => {
      if ((await settle(tx, hashToken(token))) === null) throw notFound();
    },
    { once },
  );
}
