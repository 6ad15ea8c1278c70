import { z } from 'zod';
import { SubmitButton } from '../../../../design/button.tsx';
import { RadiosField } from '../../../../design/form/choice-fields.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { Table } from '../../../../design/table.tsx';
import { notFound } from '../../../../kernel/refusal.ts';
import { choice } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { prepareWindow } from '../../actions/prepare-window.ts';
import { words } from '../../messages/index.ts';
import { applicationStates, stateLabel } from '../../rules/process.ts';
import { putLabel, removeLabel } from '../../store/preparing.ts';
import { gathered, inFive } from './local-answers.ts';
import { LocalFields } from './local-fields.tsx';
import { removalForm } from './removal.ts';
import { idAsked, Lines, pathOf, showStep, windowAsked } from './step.tsx';

const audiences = ['staff', 'applicant'] as const;
const labelAnswers = z.object({
  state: choice(applicationStates),
  audience: choice(audiences),
  ...inFive('label', 120, 'all'),
});

export async function showLabels(visit: Visit): Promise<Response> {
  return await page(visit, freshForm(visit.world));
}

export async function sendLabel(visit: Visit): Promise<Response> {
  const windowId = idAsked(visit);
  return await submitForm(visit, {
    schema: labelAnswers,
    act: async ({ state, audience, ...said }, once) => {
      const work = { windowId, step: 'labels' } as const;
      await prepareWindow(
        visit.world,
        visit.actor,
        work,
        async (tx) => {
          await putLabel(tx, windowId, { state, audience, label: gathered(said, 'label') });
          return undefined;
        },
        once,
      );
      return pathOf(windowId, '/labels');
    },
    again: (state) => page(visit, state),
  });
}

export const sendLabelRemoval = removalForm('labels', async (tx, visit, windowId) => {
  const audience = audiences.find((one) => one === visit.param('audience'));
  if (!audience) throw notFound();
  await removeLabel(tx, windowId, { state: visit.param('state'), audience });
  return undefined;
});

async function page(visit: Visit, form: FormState): Promise<Response> {
  const { language } = visit;
  const t = words(language);
  const window = await windowAsked(visit);
  const standing = (
    <>
      <Table
        caption={t('states-now')}
        rows={applicationStates}
        rowKey={(state) => state}
        columns={[
          {
            key: 'staff',
            title: t('audience.staff'),
            rowHeader: true,
            cell: (state) => stateLabel(state, 'staff', window.labels)[language],
          },
          {
            key: 'applicant',
            title: t('audience.applicant'),
            cell: (state) => stateLabel(state, 'applicant', window.labels)[language],
          },
        ]}
      />
      {window.labels.length > 0 && (
        <Lines
          {...{ visit, window }}
          idempotencyKey={visit.world.newId()}
          none=""
          lines={window.labels.map(({ state, audience, label }) => ({
            key: `${state} ${audience}`,
            removal: pathOf(window.id, `/labels/${state}/${audience}/removal`),
            says: (
              <>
                {label[language]} <span class="quiet">{t(`audience.${audience}`)}</span>
              </>
            ),
          }))}
        />
      )}
    </>
  );
  const children = (
    <section>
      <h2>{t('another-word')}</h2>
      <Form
        action={visit.href(pathOf(window.id, '/labels'))}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
      >
        <SelectField
          name="state"
          label={t('state')}
          choices={applicationStates.map((value) => ({
            value,
            label: stateLabel(value, 'staff')[language],
          }))}
        />
        <RadiosField
          name="audience"
          label={t('audience')}
          choices={audiences.map((value) => ({ value, label: t(`audience.${value}`) }))}
        />
        <LocalFields name="label" label={t('label')} maxLength={120} needed="all" />
        <SubmitButton>{t('save-label')}</SubmitButton>
      </Form>
    </section>
  );
  return showStep(visit, { window, step: 'labels', form, standing, children });
}
