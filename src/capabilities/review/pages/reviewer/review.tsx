import { z } from 'zod';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { choice, optionalText, text, version } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { findFormVersion } from '../../../application-forms/index.ts';
import { findSubmitted } from '../../../applications/index.ts';
import { findOpenWindow } from '../../../fund/index.ts';
import { textsOf } from '../../../translation/index.ts';
import { addRemark, changeScore } from '../../actions/discuss.ts';
import { declareConflict, fileReview, saveReview, stepBack } from '../../actions/own-review.ts';
import { words } from '../../messages/index.ts';
import { conflictGrounds } from '../../rules/conflicts.ts';
import { recommendations } from '../../rules/round.ts';
import { findAssignment } from '../../store/assignments.ts';
import { findRound } from '../../store/rounds.ts';
import { scoresOf } from '../../store/scores.ts';
import { cityNames, idIn } from '../named.ts';
import { readDeliberation } from '../shown-review.ts';
import { ReviewPage } from './review-page.tsx';

export type Part = 'review' | 'stepping' | 'remark' | 'score';

async function seeReview(visit: Visit) {
  return await reading(visit.world, visit.actor, async (tx) => {
    const own = await findAssignment(tx, idIn(visit, 'id'));
    const round = own && (await findRound(tx, own.roundId));
    const window = round && (await findOpenWindow(tx, round.windowId));
    if (!own || !round || !window || own.personId !== visit.actor.personId) throw notFound();
    const submitted = await findSubmitted(tx, own.applicationId, round.stage);
    const form = submitted && (await findFormVersion(tx, submitted.formVersionId));
    const names = submitted && !round.hidesCity ? await cityNames(visit, tx, [submitted.cityId]) : undefined;
    return {
      own,
      round,
      window,
      submitted,
      asked: form,
      city: submitted && names?.get(submitted.cityId),
      scores: (await scoresOf(tx, [own.id])).get(own.id) ?? [],
      texts: await textsOf(tx, { kind: 'application', id: own.applicationId }),
      deliberation:
        own.state === 'filed' ? await readDeliberation(tx, round.id, own.applicationId) : undefined,
    };
  });
}
export type SeenReview = Awaited<ReturnType<typeof seeReview>>;

export async function showReview(visit: Visit): Promise<Response> {
  return await reviewPage(visit);
}

async function reviewPage(visit: Visit, refused?: { part: Part; state: FormState }): Promise<Response> {
  const seen = await seeReview(visit);
  const form = (part: Part, answers: FormState['answers'] = {}) =>
    refused?.part === part ? refused.state : freshForm(visit.world, answers);
  return visit.show({
    title: `${words(visit.language)('your-review')}: ${seen.city ?? seen.window.name[visit.language]}`,
    body: <ReviewPage visit={visit} seen={seen} form={form} />,
    hasProblems: refused !== undefined,
  });
}

const said = z
  .object({
    version: version(),
    recommendation: z.enum(recommendations).or(z.literal('')).optional(),
    toCity: optionalText(6000),
    toCouncil: optionalText(6000),
    do: choice(['save', 'file']),
  })
  .catchall(z.string().optional());

export async function sendReview(visit: Visit): Promise<Response> {
  const { window } = await seeReview(visit);
  const assignmentId = idIn(visit, 'id');
  return await submitForm(visit, {
    schema: said,
    act: async (input, once) => {
      const { version: at, recommendation, toCity, toCouncil, do: wanted, ...rest } = input;
      const scores = window.criteria.flatMap(({ key }) => {
        const given = rest[`score-${key}`] ?? '';
        const reason = (rest[`reason-${key}`] ?? '').trim().slice(0, 4000);
        if (given === '' && reason === '') return [];
        return [{ criterionKey: key, score: /^[0-5]$/.test(given) ? Number(given) : null, reason }];
      });
      const review = {
        assignmentId,
        version: at,
        scores,
        recommendation: recommendation || null,
        toCity: toCity ?? '',
        toCouncil: toCouncil ?? '',
      };
      if (wanted === 'file') await fileReview(visit.world, visit.actor, review, once);
      else await saveReview(visit.world, visit.actor, review, once);
      return `/portal/reviews/${assignmentId}${wanted === 'file' ? '#reviews' : '?saved=yes'}`;
    },
    again: (state) => reviewPage(visit, { part: 'review', state }),
  });
}

const stepping = z.object({
  how: choice(['declined', 'abstained', 'conflict']),
  ground: choice(['', ...conflictGrounds]),
  why: text(1000),
});

export async function sendStepBack(visit: Visit): Promise<Response> {
  const assignmentId = idIn(visit, 'id');
  const { world, actor } = visit;
  return await submitForm(visit, {
    schema: stepping,
    act: async ({ how, ground, why }, once) => {
      if (how === 'conflict')
        await declareConflict(world, actor, { assignmentId, ground: ground || 'other', detail: why }, once);
      else await stepBack(world, actor, { assignmentId, how, why }, once);
      return '/portal/reviews';
    },
    again: (state) => reviewPage(visit, { part: 'stepping', state }),
  });
}

export async function sendOwnRemark(visit: Visit): Promise<Response> {
  const { own } = await seeReview(visit);
  return await submitForm(visit, {
    schema: z.object({ text: text(4000) }),
    act: async (remark, once) => {
      const of = { roundId: own.roundId, applicationId: own.applicationId };
      await addRemark(visit.world, visit.actor, { ...of, ...remark }, once);
      return `/portal/reviews/${own.id}#discussion`;
    },
    again: (state) => reviewPage(visit, { part: 'remark', state }),
  });
}

export async function sendScoreChange(visit: Visit): Promise<Response> {
  const { own, window } = await seeReview(visit);
  const change = z.object({
    criterion: choice(window.criteria.map(({ key }) => key)),
    score: choice(['', '0', '1', '2', '3', '4', '5']),
    why: text(2000),
  });
  return await submitForm(visit, {
    schema: change,
    act: async ({ criterion, score, why }, once) => {
      const changed = {
        assignmentId: own.id,
        criterionKey: criterion,
        score: score === '' ? null : Number(score),
        why,
      };
      await changeScore(visit.world, visit.actor, changed, once);
      return `/portal/reviews/${own.id}#reviews`;
    },
    again: (state) => reviewPage(visit, { part: 'score', state }),
  });
}
