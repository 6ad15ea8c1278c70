import { z } from 'zod';
import type { CityOption } from '../../../../design/city-picker.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { optionalText } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, readForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { assignCase, triageCase } from '../../actions/change-case.ts';
import { asAnswers } from '../../actions/locked-case.ts';
import { words } from '../../messages/index.ts';
import { suggestAssignees } from '../../rules/assignment.ts';
import { listColleagues } from '../../store/desk-people.ts';
import { cityChoice } from '../choices.ts';
import { assignmentAnswers, triageAnswers } from './case-answers.ts';
import { briefOf, caseIdOf } from './case-record.ts';
import { TriagePage, type TriagePageProps } from './triage-page.tsx';

export async function showTriage(visit: Visit): Promise<Response> {
  return await triagePage(visit, freshForm(visit.world), undefined);
}

export async function searchCaseCity(visit: Visit): Promise<Response> {
  const { state } = await readForm(visit, z.object({ citySearch: optionalText(100) }));
  return await triagePage(visit, { ...state, problems: [] }, 'triage', state.answers['citySearch'] ?? '');
}

export async function sendTriage(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: triageAnswers,
    act: async ({ city, ...said }, once) => {
      await triageCase(visit.world, visit.actor, { ...said, cityId: city, caseId: caseIdOf(visit) }, once);
      return `/workspace/support/cases/${caseIdOf(visit)}`;
    },
    again: (state) => triagePage(visit, state, 'triage'),
  });
}

export async function sendAssignment(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: assignmentAnswers,
    act: async ({ assignee, version }, once) => {
      await assignCase(
        visit.world,
        visit.actor,
        { assigneeId: assignee, version, caseId: caseIdOf(visit) },
        once,
      );
      return `/workspace/support/cases/${caseIdOf(visit)}`;
    },
    again: (state) => triagePage(visit, state, 'assignment'),
  });
}

async function triagePage(
  visit: Visit,
  form: FormState,
  sent: TriagePageProps['sent'],
  search?: string,
): Promise<Response> {
  const { language, world, actor } = visit;
  const { record, colleagues } = await reading(world, actor, async (tx) => ({
    record: await briefOf(tx, caseIdOf(visit)),
    colleagues: await listColleagues(tx),
  }));
  const said = sent === 'triage' ? form.answers['city'] : undefined;
  const { chosen, found }: { chosen: CityOption | undefined; found: CityOption[] | undefined } =
    await cityChoice(world.publicDb, language, {
      cityId: said ?? record.shown.cityId ?? '',
      search,
    });
  const suggestions = suggestAssignees(record.shown, colleagues, dayInUtc(world.now()));
  return visit.show({
    title: words(language)('triage'),
    body: (
      <TriagePage
        {...{ language, record, form, sent, chosen, found, suggestions }}
        saved={asAnswers(record.shown)}
        href={(path) => visit.href(path)}
      />
    ),
    script: true,
  });
}
