import { z } from 'zod';
import { languages } from '../../../../kernel/language.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import {
  choice,
  choices,
  optionalText,
  ticked,
  version,
  wholeNumber,
  wrong,
} from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { themes } from '../../../fund/index.ts';
import { saveReviewer } from '../../actions/save-reviewer.ts';
import { words } from '../../messages/index.ts';
import { reviewingRoles } from '../../permissions.ts';
import { findReviewer, listPossibleReviewers, listReviewers } from '../../store/reviewers.ts';
import { idIn } from '../named.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { ReviewerPage, ReviewersPage } from './reviewers-page.tsx';

const path = '/workspace/reviews/reviewers';

/** Words between blanks, each one of those known. */
function keys(known: (key: string) => boolean, key: Parameters<typeof wrong>[1]) {
  return optionalText(500).transform((text, context) => {
    const said = (text ?? '').split(/[\s,]+/).filter(Boolean);
    return said.every(known) ? said : wrong(context, key);
  });
}

const takes = {
  languages: choices(languages).transform((some, context) =>
    some.length > 0 ? some : wrong(context, 'platform:choose-one'),
  ),
  expertise: keys((one) => (themes as readonly string[]).includes(one), 'platform:unknown-reference'),
  countries: keys((one) => /^[A-Z]{2}$/.test(one), 'platform:unknown-reference'),
  mostReviews: wholeNumber(1),
  resting: ticked(),
};

export async function showReviewers(visit: Visit): Promise<Response> {
  return await reviewersPage(visit, freshForm(visit.world, { languages: 'en', mostReviews: '12' }));
}

async function seen(visit: Visit) {
  return await reading(visit.world, visit.actor, async (tx) => ({
    reviewers: await listReviewers(tx),
    possible: await listPossibleReviewers(tx, reviewingRoles),
  }));
}

async function reviewersPage(visit: Visit, form: FormState): Promise<Response> {
  return visit.show({
    title: words(visit.language)('reviewers'),
    body: <ReviewersPage visit={visit} form={form} {...(await seen(visit))} />,
    hasProblems: form.problems.length > 0,
  });
}

export async function sendNewReviewer(visit: Visit): Promise<Response> {
  const { possible } = await seen(visit);
  return await submitForm(visit, {
    schema: z.object({ personId: choice(possible.map(({ personId }) => personId)), ...takes }),
    act: async (said, once) => {
      const reviewer = { ...said, organisationId: null, version: 0 };
      await saveReviewer(visit.world, visit.actor, reviewer, once);
      return path;
    },
    again: (state) => reviewersPage(visit, state),
  });
}

export async function showReviewer(visit: Visit): Promise<Response> {
  return await reviewerPage(visit);
}

async function reviewerPage(visit: Visit, form?: FormState): Promise<Response> {
  const reviewer = await reading(visit.world, visit.actor, (tx) => findReviewer(tx, idIn(visit, 'id')));
  if (!reviewer) throw notFound();
  const state =
    form ??
    freshForm(visit.world, {
      languages: reviewer.languages.join('\n'),
      expertise: reviewer.expertise.join(' '),
      countries: reviewer.countries.join(' '),
      mostReviews: String(reviewer.mostReviews),
      resting: reviewer.resting ? 'yes' : undefined,
    });
  return visit.show({
    title: reviewer.name,
    body: <ReviewerPage visit={visit} form={state} reviewer={reviewer} />,
    hasProblems: form !== undefined,
  });
}

export async function sendReviewer(visit: Visit): Promise<Response> {
  const personId = idIn(visit, 'id');
  const before = await reading(visit.world, visit.actor, (tx) => findReviewer(tx, personId));
  return await submitForm(visit, {
    schema: z.object({ ...takes, version: version() }),
    act: async (said, once) => {
      if (!before) throw notFound();
      const reviewer = { ...said, personId, organisationId: before.organisationId };
      await saveReviewer(visit.world, visit.actor, reviewer, once);
      return path;
    },
    again: (state) => reviewerPage(visit, state),
  });
}
