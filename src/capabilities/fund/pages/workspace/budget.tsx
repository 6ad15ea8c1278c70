import { z } from 'zod';
import { SubmitButton } from '../../../../design/button.tsx';
import { CheckboxField } from '../../../../design/form/checkbox-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { notFound } from '../../../../kernel/refusal.ts';
import { ticked } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { prepareWindow } from '../../actions/prepare-window.ts';
import { words } from '../../messages/index.ts';
import { gathered, inFive } from './local-answers.ts';
import { LocalFields } from './local-fields.tsx';
import { newKey } from './new-key.ts';
import { removalForm } from './removal.ts';
import { idAsked, Lines, pathOf, showStep, windowAsked } from './step.tsx';

const categoryAnswers = z.object({ isOverhead: ticked(), ...inFive('label', 120, 'all') });

export async function showBudget(visit: Visit): Promise<Response> {
  return await page(visit, freshForm(visit.world));
}

export async function sendCategory(visit: Visit): Promise<Response> {
  const windowId = idAsked(visit);
  return await submitForm(visit, {
    schema: categoryAnswers,
    act: async (said, once) => {
      const work = { windowId, step: 'budget' } as const;
      await prepareWindow(
        visit.world,
        visit.actor,
        work,
        async (_tx, { budgetCategories }) => {
          const label = gathered(said, 'label');
          const key = newKey(label.en, budgetCategories);
          return { budgetCategories: [...budgetCategories, { key, label, isOverhead: said.isOverhead }] };
        },
        once,
      );
      return pathOf(windowId, '/budget');
    },
    again: (state) => page(visit, state),
  });
}

export const sendCategoryRemoval = removalForm('budget', async (_tx, visit, _windowId, window) => {
  const kept = window.budgetCategories.filter(({ key }) => key !== visit.param('key'));
  if (kept.length === window.budgetCategories.length) throw notFound();
  return { budgetCategories: kept };
});

async function page(visit: Visit, form: FormState): Promise<Response> {
  const { language } = visit;
  const t = words(language);
  const window = await windowAsked(visit);
  const standing = (
    <Lines
      {...{ visit, window }}
      idempotencyKey={visit.world.newId()}
      none={t('no-category-why')}
      lines={window.budgetCategories.map(({ key, label, isOverhead }) => ({
        key,
        removal: pathOf(window.id, `/budget/${key}/removal`),
        says: (
          <>
            {label[language]} {isOverhead && <Tag>{t('overhead')}</Tag>}
          </>
        ),
      }))}
    />
  );
  const children = (
    <section>
      <h2>{t('add-a-category')}</h2>
      <Form
        action={visit.href(pathOf(window.id, '/budget'))}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
      >
        <LocalFields name="label" label={t('category')} maxLength={120} needed="all" />
        <CheckboxField name="isOverhead" question={t('overhead')} label={t('is-overhead')} optional />
        <SubmitButton>{t('add-category')}</SubmitButton>
      </Form>
    </section>
  );
  return showStep(visit, { window, step: 'budget', form, standing, children });
}
