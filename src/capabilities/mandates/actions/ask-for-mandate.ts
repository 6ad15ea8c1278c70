import { anonymous } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { because, Refusal } from '../../../kernel/refusal.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import { hashToken } from '../../../platform/sessions/token.ts';
import type { World } from '../../../world.ts';
import { findCity } from '../../city-registry/index.ts';
import { type Asked, problemsOfDays } from '../rules/request.ts';
import { insertPapers, type Paper } from '../store/papers.ts';
import { insertRequest, listTerms } from '../store/requests.ts';
import { cityAndRole, linkPath, postLetter, tokenOf } from './letters.ts';
import { countStranger, mayMail } from './strangers.ts';

export interface AskedWithPapers extends Asked {
  readonly papers: readonly Paper[];
}

/**
 * Anybody asks, without an account. Nothing is looked up but the city itself, so the answer is the same whatever is known about
 * address or city; staff see it once the mailed link has shown that the address is the asker's.
 */
export async function askForMandate(
  world: World,
  asked: AskedWithPapers,
  network: string,
  once?: Submission,
): Promise<void> {
  await countStranger(world, 'ask', network);
  const isMailed = await mayMail(world, asked.email);
  await atomically(
    world,
    anonymous,
    async (tx) => {
      await checkAsked(tx, world, asked);
      if (!isMailed) return null;
      const id = world.newId();
      await insertRequest(tx, {
        ...asked,
        id,
        tokenHash: hashToken(tokenOf(world, id)),
        kind: 'own',
        stage: 'unproven',
      });
      await insertPapers(tx, id, asked.papers);
      await postLetter(tx, world, asked, {
        subject: 'mail.prove-subject',
        paragraphs: ['mail.prove', 'mail.prove-not-you'],
        values: await cityAndRole(tx, asked),
        path: linkPath(world, id),
      });
      return null;
    },
    { once },
  );
}

/** The city exists, and the days are such as the role may be given for. */
export async function checkAsked(tx: Tx, world: World, asked: Asked): Promise<void> {
  if (!(await findCity(tx, asked.cityId)))
    throw Object.assign(new Refusal(because('platform:unknown-reference')), { field: 'city' });
  const [problem] = problemsOfDays(asked, await listTerms(tx), dayInUtc(world.now()));
  if (problem) throw Object.assign(new Refusal(problem.reason), { field: problem.field });
}
