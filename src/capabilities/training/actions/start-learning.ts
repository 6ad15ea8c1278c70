import type { Actor } from '../../../kernel/actor.ts';
import { citiesOf } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/language.ts';
import { because, notFound, Refusal } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import { hashToken } from '../../../platform/sessions/token.ts';
import type { World } from '../../../world.ts';
import { inAll } from '../rules/some-text.ts';
import { findOffered } from '../store/courses.ts';
import { changeVersion, findLearning, insertLearning, markLearning } from '../store/learning.ts';
import { askLearning } from '../store/links.ts';
import { postPlain } from './letters.ts';
import { actFromSeat, linkToken, type Seat } from './seat.ts';
import { refuseTooMany } from './strangers.ts';

interface Starts {
  readonly slug: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly cityId: string | null;
}

/** Somebody with an account starts a course in its current version. @returns the learning's id, the same when they started before */
export async function startLearning(
  world: World,
  actor: Actor,
  { slug, ...who }: Starts,
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      const course = await findOffered(tx, { slug });
      if (course?.stage !== 'open') throw notFound();
      const id = await insertLearning(tx, {
        ...who,
        id: world.newId(),
        courseId: course.id,
        versionId: course.versionId,
        personId: actor.personId,
        cityKnown: who.cityId !== null && citiesOf(actor).includes(who.cityId),
      });
      await recordAct(tx, world, actor, {
        kind: 'training.course-started',
        subject: { kind: 'course', id: course.id },
        details: { title: course.content.title[course.sourceLanguage] ?? '' },
      });
      return id;
    },
    { once },
  );
}

/** Somebody without one asks for a link by mail; it proves their address. Says the same whether they are known or not. */
export async function askForLearning(
  world: World,
  actor: Actor,
  { slug, ...who }: Starts,
  network: string,
  once?: Submission,
): Promise<void> {
  await refuseTooMany(world, network);
  await atomically(
    world,
    actor,
    async (tx) => {
      const course = await findOffered(tx, { slug });
      if (course?.stage !== 'open') throw notFound();
      const token = linkToken(world, 'learning', course.id, who.email);
      const asked = await askLearning(tx, {
        ...who,
        id: world.newId(),
        courseId: course.id,
        hash: hashToken(token),
      });
      // Enough letters for a day: silence, for a stranger must not learn who follows a course.
      if (asked !== 'asked') return;
      await postPlain(tx, world, who, 'course-link', `/training/learning/${token}`, {
        title: inAll(course.content.title, course.sourceLanguage)[who.language],
      });
    },
    { once },
  );
}

/** The link was followed with a press of a button: the address is theirs. */
export async function proveLearning(world: World, seat: Seat, once?: Submission): Promise<void> {
  await actFromSeat(world, seat, 'learning', (tx, id) => markLearning(tx, id, 'proven'), once);
}

/** Goes over to the version now offered. */
export async function takeNewVersion(world: World, seat: Seat, once?: Submission): Promise<void> {
  await actFromSeat(
    world,
    seat,
    'learning',
    async (tx, id) => {
      const learning = await findLearning(tx, id);
      const theirs = learning && (await findOffered(tx, { versionId: learning.versionId }));
      const newest = theirs && (await findOffered(tx, { slug: theirs.slug }));
      if (!learning || !newest) throw notFound();
      if (learning.completedAt) throw new Refusal(because('training:not-so-any-more'), 409);
      await changeVersion(tx, id, newest.versionId);
    },
    once,
  );
}
