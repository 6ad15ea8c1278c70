import type { Actor } from '../../../kernel/actor.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import { notFound, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import { announce } from '../../../platform/events/announce.ts';
import { post } from '../../../platform/mail/outbox.ts';
import type { World } from '../../../world.ts';
import { words } from '../messages/index.ts';
import { whyNotKeepWindows } from '../permissions.ts';
import { findKeptWindow } from '../store/kept-windows.ts';
import { insertAnswer, listWaitingQuestions, settleQuestions } from '../store/questions.ts';

interface Answered {
  readonly windowId: string;
  /** Questions that this answers; none for what staff say unasked. */
  readonly questionIds: readonly string[];
  readonly question: LocalText;
  readonly answer: LocalText;
  /** An earlier answer that this takes the place of. */
  readonly corrects: string | null;
}

/** Answers once for everybody: published in five languages, and mailed to those who asked and left an address. */
export async function answerQuestions(
  world: World,
  actor: Actor,
  { windowId, questionIds, question, answer, corrects }: Answered,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotKeepWindows(actor), 403);
      const window = await findKeptWindow(tx, windowId);
      if (!window) throw notFound();
      const id = world.newId();
      await insertAnswer(tx, { id, windowId, question, answer, corrects, by: actor.personId });
      const asked = (await listWaitingQuestions(tx, windowId)).filter((one) => questionIds.includes(one.id));
      for (const { email, language } of asked) {
        if (!email) continue;
        const t = words(language);
        await post(tx, world, {
          to: email,
          language,
          subject: t('answer-mail-subject', { window: window.name[language] || window.name.en }),
          body: t('answer-mail', {
            question: question[language],
            answer: answer[language],
            address: `${world.config.publicUrl}/${language}/fund/windows/${window.slug}`,
          }),
        });
      }
      await settleQuestions(
        tx,
        asked.map((one) => one.id),
        { answerId: id, why: null, by: actor.personId },
      );
      await recordAct(tx, world, actor, {
        kind: 'fund.question-answered',
        subject: { kind: 'window', id: windowId },
        details: { window: window.name.en, question: question.en },
      });
      await announce(tx, world, { kind: 'fund-answer-published', payload: { windowId, answerId: id } });
    },
    { once },
  );
}

/** For what is no question, or not for everybody. */
export async function setQuestionAside(
  world: World,
  actor: Actor,
  { windowId, questionId, why }: { windowId: string; questionId: string; why: string },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotKeepWindows(actor), 403);
      const window = await findKeptWindow(tx, windowId);
      if (!window) throw notFound();
      await settleQuestions(tx, [questionId], { answerId: null, why, by: actor.personId });
      await recordAct(tx, world, actor, {
        kind: 'fund.question-set-aside',
        subject: { kind: 'window', id: windowId },
        details: { window: window.name.en, reason: why },
      });
    },
    { once },
  );
}
