import { z } from 'zod';
import { ButtonLink, SubmitButton } from '../../../../design/button.tsx';
import { DateText } from '../../../../design/date-text.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { CheckboxField } from '../../../../design/form/checkbox-field.tsx';
import { DateField } from '../../../../design/form/date-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { NumberField } from '../../../../design/form/number-field.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { reading } from '../../../../platform/database/atomically.ts';
import { choice, date, optionalText, ticked, wholeNumber } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { listWindows, type OpenWindow, type StageKey } from '../../../fund/index.ts';
import { openRound } from '../../actions/open-round.ts';
import { words } from '../../messages/index.ts';
import { listRounds, type Round } from '../../store/rounds.ts';
import { roundTone } from './round-tone.ts';

export async function showRounds(visit: Visit): Promise<Response> {
  return await roundsPage(visit, freshForm(visit.world, { reviewsWanted: '3' }));
}

async function seen(visit: Visit) {
  return await reading(visit.world, visit.actor, async (tx) => ({
    rounds: await listRounds(tx),
    windows: await listWindows(tx),
  }));
}

async function roundsPage(visit: Visit, form: FormState): Promise<Response> {
  return visit.show({
    title: words(visit.language)('reviews'),
    body: <RoundsPage visit={visit} form={form} {...(await seen(visit))} />,
    hasProblems: form.problems.length > 0,
  });
}

/** Stages without a round, as `window stage`. */
function stagesLeft(windows: readonly OpenWindow[], rounds: readonly Round[]): string[] {
  const taken = new Set(rounds.map(({ windowId, stage }) => `${windowId} ${stage}`));
  return windows.flatMap(({ id, stages }) =>
    stages.map(({ key }) => `${id} ${key}`).filter((one) => !taken.has(one)),
  );
}

export async function sendRound(visit: Visit): Promise<Response> {
  const { rounds, windows } = await seen(visit);
  const schema = z.object({
    of: choice(stagesLeft(windows, rounds)),
    reviewsWanted: wholeNumber(1),
    dueOn: date(),
    hiddenQuestions: optionalText(2000),
    hidesCity: ticked(),
  });
  return await submitForm(visit, {
    schema,
    act: async ({ of, hiddenQuestions, ...rest }, once) => {
      const [windowId = '', stage = 'proposal'] = of.split(' ');
      const wanted = {
        ...rest,
        reviewsWanted: Math.min(rest.reviewsWanted, 9),
        windowId,
        stage: stage as StageKey,
        hiddenQuestions: (hiddenQuestions ?? '').split(/\s+/).filter(Boolean),
      };
      return `/workspace/reviews/rounds/${await openRound(visit.world, visit.actor, wanted, once)}`;
    },
    again: (state) => roundsPage(visit, state),
  });
}

interface RoundsPageProps {
  readonly visit: Visit;
  readonly form: FormState;
  readonly rounds: readonly Round[];
  readonly windows: readonly OpenWindow[];
}

function RoundsPage({ visit, form, rounds, windows }: RoundsPageProps) {
  const { language } = visit;
  const t = words(language);
  const nameOf = (id: string) => windows.find((one) => one.id === id)?.name[language] ?? '';
  const left = stagesLeft(windows, rounds);
  return (
    <>
      <PageHead
        title={t('reviews')}
        lead={t('rounds-lead')}
        next={
          <>
            <ButtonLink href={visit.href('/workspace/reviews/reviewers')}>{t('reviewers')}</ButtonLink>{' '}
            <ButtonLink href={visit.href('/workspace/reviews/conflicts')}>{t('conflicts')}</ButtonLink>
          </>
        }
      />
      <Table
        caption={t('reviews')}
        captionHidden
        rows={rounds}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('no-rounds')}>{t('no-rounds-why')}</EmptyState>}
        columns={[
          {
            key: 'window',
            title: t('window'),
            rowHeader: true,
            cell: ({ id, windowId }) => (
              <a href={visit.href(`/workspace/reviews/rounds/${id}`)}>{nameOf(windowId)}</a>
            ),
          },
          { key: 'stage', title: t('stage'), cell: ({ stage }) => t(`stage.${stage}`) },
          {
            key: 'state',
            title: t('state'),
            cell: ({ state }) => <Tag tone={roundTone(state)}>{t(`state.${state}`)}</Tag>,
          },
          { key: 'due', title: t('due'), cell: ({ dueOn }) => <DateText date={dueOn} /> },
        ]}
      />
      {left.length > 0 && (
        <section>
          <h2>{t('open-a-round')}</h2>
          <Form
            action={visit.href('/workspace/reviews/rounds')}
            problems={form.problems}
            answers={form.answers}
            idempotencyKey={form.idempotencyKey}
          >
            <SelectField
              name="of"
              label={t('which-stage')}
              choices={left.map((value) => {
                const [id = '', stage = 'proposal'] = value.split(' ');
                return { value, label: `${nameOf(id)}: ${t(`stage.${stage as StageKey}`)}` };
              })}
            />
            <NumberField name="reviewsWanted" label={t('reviews-wanted')} />
            <DateField name="dueOn" label={t('due-on')} />
            <CheckboxField name="hidesCity" question={t('blinding')} label={t('hides-city')} />
            <TextareaField
              name="hiddenQuestions"
              label={t('hidden-questions')}
              hint={t('hidden-questions-hint')}
              rows={3}
              optional
            />
            <SubmitButton>{t('open-a-round')}</SubmitButton>
          </Form>
        </section>
      )}
    </>
  );
}
