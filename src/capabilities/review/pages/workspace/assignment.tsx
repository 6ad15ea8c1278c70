import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { CheckboxesField } from '../../../../design/form/choice-fields.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { isUuid } from '../../../../kernel/id.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { wrong } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { assignRound, proposeAssignment } from '../../actions/assign-round.ts';
import { words } from '../../messages/index.ts';
import type { Assignment } from '../../rules/assign.ts';
import { applicationsOfRound } from '../../store/overview.ts';
import { listReviewers } from '../../store/reviewers.ts';
import { findRound } from '../../store/rounds.ts';
import { cityNames, idIn } from '../named.ts';

const pairs = z.object({
  pair: z
    .string()
    .default('')
    .transform((lines, context) => {
      const chosen = lines
        .split('\n')
        .map((line) => line.split('/'))
        .flatMap(([application = '', person = '']) =>
          isUuid(application) && isUuid(person) ? [[application, person] as const] : [],
        );
      return chosen.length > 0 ? chosen : wrong(context, 'review:choose-pairs');
    }),
});

export async function showAssignment(visit: Visit): Promise<Response> {
  return await assignmentPage(visit, freshForm(visit.world));
}

async function assignmentPage(visit: Visit, form: FormState): Promise<Response> {
  const seen = await reading(visit.world, visit.actor, async (tx) => {
    const round = await findRound(tx, idIn(visit, 'id'));
    if (!round) throw notFound();
    const proposal = await proposeAssignment(tx, round);
    const applications = await applicationsOfRound(tx, round);
    const names = await cityNames(
      visit,
      tx,
      applications.map(({ cityId }) => cityId),
    );
    const cities = new Map(applications.map(({ id, cityId }) => [id, names.get(cityId) ?? '']));
    const people = new Map((await listReviewers(tx)).map(({ personId, name }) => [personId, name]));
    return { roundId: round.id, proposal, cities, people };
  });
  return visit.show({
    title: words(visit.language)('assign'),
    body: <AssignmentPage visit={visit} form={form} {...seen} />,
    hasProblems: form.problems.length > 0,
  });
}

export async function sendAssignment(visit: Visit): Promise<Response> {
  const roundId = idIn(visit, 'id');
  return await submitForm(visit, {
    schema: pairs,
    act: async ({ pair }, once) => {
      await assignRound(visit.world, visit.actor, { roundId, pairs: pair }, once);
      return `/workspace/reviews/rounds/${roundId}`;
    },
    again: (state) => assignmentPage(visit, state),
  });
}

interface AssignmentPageProps {
  readonly visit: Visit;
  readonly form: FormState;
  readonly roundId: string;
  readonly proposal: Assignment;
  readonly cities: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
}

function AssignmentPage({ visit, form, roundId, proposal, cities, people }: AssignmentPageProps) {
  const t = words(visit.language);
  const path = `/workspace/reviews/rounds/${roundId}`;
  const { proposed, short } = proposal;
  const choices = proposed
    .map(({ applicationId, personId, reasons }) => ({
      value: `${applicationId}/${personId}`,
      label: `${cities.get(applicationId) ?? ''} → ${people.get(personId) ?? ''}`,
      hint: reasons.map((reason) => t(`fit.${reason}`)).join(', '),
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
  return (
    <>
      <Breadcrumb crumbs={[{ href: visit.href(path), label: t('reviews') }]} />
      <PageHead title={t('assign')} lead={t('assign-lead')} />
      {choices.length === 0 ? (
        <EmptyState
          title={t('nothing-to-assign')}
          action={{ href: visit.href('/workspace/reviews/reviewers'), label: t('reviewers') }}
        >
          {t('nothing-to-assign-why')}
        </EmptyState>
      ) : (
        <Form
          action={visit.href(`${path}/assignment`)}
          problems={form.problems}
          answers={form.answers}
          idempotencyKey={form.idempotencyKey}
        >
          <CheckboxesField
            name="pair"
            label={t('reviews')}
            choices={choices}
            initial={choices.map(({ value }) => value)}
          />
          <SubmitButton>{t('give-out')}</SubmitButton>
        </Form>
      )}
      {short.length > 0 && (
        <ul>
          {short.map(({ applicationId, missing }) => (
            <li key={applicationId}>
              <bdi>{cities.get(applicationId)}</bdi>: {t('missing-reviews', { n: missing })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
