import { type Actor, anonymous } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { hashToken, isToken } from '../../../platform/sessions/token.ts';
import type { World } from '../../../world.ts';
import { whyNotAnswerFor } from '../permissions.ts';
import { answerByLink, openedByLink, type OpenedByLink } from '../store/by-link.ts';
import {
  type Contact,
  type Exchange,
  findExchange,
  listParticipants,
  markAnswer,
  oneAtATime,
} from '../store/exchanges.ts';
import { tellAnswered } from './tell-programme.ts';

interface Answer {
  readonly answer: 'yes' | 'no';
  readonly contact: Contact;
}

type Asked = Pick<Exchange, 'stage' | 'consentBy'> & { readonly said: string | null };

/** A yes may become a no while the others are still asked; a no stands. The same answer again is no new act. */
function whyTooLate(
  { stage, consentBy, said }: Asked,
  answer: Answer['answer'],
  now: Date,
): Refusal | undefined {
  if (stage === 'asking' && consentBy <= now) return new Refusal(because('peer-exchange:answer-late'), 410);
  if (stage !== 'asking') return new Refusal(because('peer-exchange:answer-closed'), 410);
  return said === 'no' && answer === 'yes' ? new Refusal(because('peer-exchange:no-stands'), 409) : undefined;
}

/** By somebody who is signed in for the city. */
export async function answerIntroduction(
  world: World,
  actor: Actor,
  said: Answer & { readonly exchangeId: string; readonly cityId: string },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotAnswerFor(actor, said.cityId), 403);
      await oneAtATime(tx, said.exchangeId);
      const exchange = await findExchange(tx, said.exchangeId);
      const own = (await listParticipants(tx, [said.exchangeId])).find(
        ({ cityId }) => cityId === said.cityId,
      );
      if (!exchange || !own) throw notFound();
      if (own.answer === said.answer) return;
      const late = whyTooLate({ ...exchange, said: own.answer }, said.answer, world.now());
      if (late) throw late;
      if (!(await markAnswer(tx, said, actor.personId)))
        throw new Refusal(because('peer-exchange:answer-closed'), 410);
      await recordAct(tx, world, actor, {
        kind: said.answer === 'yes' ? 'peer-exchange.agreed-to-meet' : 'peer-exchange.declined-to-meet',
        subject: { kind: 'exchange', id: said.exchangeId },
        cityId: said.cityId,
      });
      await tellAnswered(tx, world, {
        what: 'introduction',
        exchangeId: said.exchangeId,
        cityId: said.cityId,
      });
      await enqueue(tx, 'peer-exchange-settle', { exchangeId: said.exchangeId });
    },
    { once },
  );
}

/** What a mailed link opens. A wrong token, an old one and no token look alike. */
export async function readLink(world: World, token: string): Promise<OpenedByLink> {
  const opened = isToken(token) ? await openedByLink(world.db, hashToken(token)) : undefined;
  if (!opened) throw notFound();
  return opened;
}

/** By whoever holds the city's letter: one city, one exchange. */
export async function answerIntroductionByLink(
  world: World,
  token: string,
  said: Answer,
  once?: Submission,
): Promise<void> {
  const hash = hashToken(token);
  await atomically(
    world,
    anonymous,
    async (tx) => {
      const before = await openedByLink(tx, hash);
      if (before?.purpose !== 'consent') throw notFound();
      await oneAtATime(tx, before.exchangeId);
      const opened = (await openedByLink(tx, hash)) ?? before;
      if (opened.answer === said.answer) return;
      const late = whyTooLate({ ...opened, said: opened.answer }, said.answer, world.now());
      if (late) throw late;
      if (!(await answerByLink(tx, hash, said.answer, said.contact)))
        throw new Refusal(because('peer-exchange:answer-closed'), 410);
      await recordAct(tx, world, anonymous, {
        kind: said.answer === 'yes' ? 'peer-exchange.agreed-to-meet' : 'peer-exchange.declined-to-meet',
        subject: { kind: 'exchange', id: opened.exchangeId },
        cityId: opened.cityId,
        capacity: 'link',
      });
      await tellAnswered(tx, world, {
        what: 'introduction',
        exchangeId: opened.exchangeId,
        cityId: opened.cityId,
      });
      await enqueue(tx, 'peer-exchange-settle', { exchangeId: opened.exchangeId });
    },
    { once },
  );
}
