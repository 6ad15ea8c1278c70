import { z } from 'zod';
import { SubmitButton } from '../../../../design/button.tsx';
import { RadiosField } from '../../../../design/form/choice-fields.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { NumberField } from '../../../../design/form/number-field.tsx';
import { notFound } from '../../../../kernel/refusal.ts';
import { choice, wholeNumber } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { prepareWindow } from '../../actions/prepare-window.ts';
import { words } from '../../messages/index.ts';
import { weightPercent } from '../../rules/window.ts';
import { gathered, inFive } from './local-answers.ts';
import { LocalFields } from './local-fields.tsx';
import { newKey } from './new-key.ts';
import { removalForm } from './removal.ts';
import { idAsked, Lines, pathOf, showStep, windowAsked } from './step.tsx';

const criterionAnswers = z
  .object({
    kind: choice(['critical', 'additional']),
    weight: wholeNumber(0),
    ...inFive('text', 400, 'all'),
  })
  .superRefine(({ kind, weight }, context) => {
    if (kind === 'additional' && (weight < 1 || weight > 100))
      context.addIssue({ code: 'custom', message: 'fund:weight-between', path: ['weight'] });
  });

export async function showCriteria(visit: Visit): Promise<Response> {
  return await page(visit, freshForm(visit.world));
}

export async function sendCriterion(visit: Visit): Promise<Response> {
  const windowId = idAsked(visit);
  return await submitForm(visit, {
    schema: criterionAnswers,
    act: async (said, once) => {
      const work = { windowId, step: 'criteria' } as const;
      await prepareWindow(
        visit.world,
        visit.actor,
        work,
        async (_tx, { criteria }) => {
          const text = gathered(said, 'text');
          const key = newKey(text.en, criteria);
          const weight = said.kind === 'critical' ? 0 : said.weight;
          return { criteria: [...criteria, { key, kind: said.kind, text, weight }] };
        },
        once,
      );
      return pathOf(windowId, '/criteria');
    },
    again: (state) => page(visit, state),
  });
}

export const sendCriterionRemoval = removalForm('criteria', async (_tx, visit, _windowId, { criteria }) => {
  const kept = criteria.filter(({ key }) => key !== visit.param('key'));
  if (kept.length === criteria.length) throw notFound();
  return { criteria: kept };
});

async function page(visit: Visit, form: FormState): Promise<Response> {
  const { language } = visit;
  const t = words(language);
  const window = await windowAsked(visit);
  const standing = (
    <Lines
      {...{ visit, window }}
      idempotencyKey={visit.world.newId()}
      none={t('no-criterion-why')}
      lines={window.criteria.map((criterion) => ({
        key: criterion.key,
        removal: pathOf(window.id, `/criteria/${criterion.key}/removal`),
        says: (
          <>
            {criterion.text[language]}
            <p class="quiet">
              {criterion.kind === 'critical'
                ? t('weight.critical')
                : t('counts-for', { percent: weightPercent(window.criteria, criterion) })}
            </p>
          </>
        ),
      }))}
    />
  );
  const children = (
    <section>
      <h2>{t('add-a-criterion')}</h2>
      <Form
        action={visit.href(pathOf(window.id, '/criteria'))}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
      >
        <RadiosField
          name="kind"
          label={t('what-it-does')}
          initial="additional"
          choices={(['critical', 'additional'] as const).map((value) => ({
            value,
            label: t(`weight.${value}`),
          }))}
        />
        <LocalFields name="text" label={t('criterion')} rows={2} maxLength={400} needed="all" />
        <NumberField name="weight" label={t('weight')} hint={t('weight-hint')} initial="1" />
        <SubmitButton>{t('add-criterion')}</SubmitButton>
      </Form>
    </section>
  );
  return showStep(visit, { window, step: 'criteria', form, standing, children });
}
