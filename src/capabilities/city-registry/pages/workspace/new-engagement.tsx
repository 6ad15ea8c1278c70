import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { recordEngagementByHand } from '../../actions/record-engagement-by-hand.ts';
import { words } from '../../messages/index.ts';
import { engagementAnswers } from './engagement-answers.ts';
import { NewEngagementPage } from './new-engagement-page.tsx';
import { readRecord } from './records.tsx';

export async function showNewEngagement(visit: Visit): Promise<Response> {
  return await newEngagement(visit, freshForm(visit.world, { visibility: 'public' }));
}

export async function addEngagement(visit: Visit): Promise<Response> {
  const cityId = visit.param('id');
  return await submitForm(visit, {
    schema: engagementAnswers(dayInUtc(visit.world.now())),
    act: async (said, once) => {
      await recordEngagementByHand(visit.world, visit.actor, cityId, said, once);
      return `/workspace/cities/${cityId}`;
    },
    again: (state) => newEngagement(visit, state),
  });
}

async function newEngagement(visit: Visit, state: FormState): Promise<Response> {
  const { city } = await readRecord(visit, visit.param('id'), dayInUtc(visit.world.now()));
  return visit.show({
    title: words(visit.language)('record-engagement'),
    body: <NewEngagementPage visit={visit} city={city} state={state} />,
    script: true,
    hasProblems: state.problems.length > 0,
  });
}
