import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { CheckboxesField } from '../../../../design/form/choice-fields.tsx';
import { DateField } from '../../../../design/form/date-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { reading } from '../../../../platform/database/atomically.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { saveSkills } from '../../actions/save-skills.ts';
import { words } from '../../messages/index.ts';
import { findSkills } from '../../store/desk-people.ts';
import { languageChoices, topicChoices } from '../choices.ts';
import { skillAnswers } from './case-answers.ts';

export async function showSkills(visit: Visit): Promise<Response> {
  return await skillsPage(visit, freshForm(visit.world));
}

export async function sendSkills(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: skillAnswers,
    act: async (said, once) => {
      await saveSkills(visit.world, visit.actor, said, once);
      return '/workspace/support';
    },
    again: (state) => skillsPage(visit, state),
  });
}

/** What I speak and know, so that cases find me. */
async function skillsPage(visit: Visit, form: FormState): Promise<Response> {
  const { language, world, actor } = visit;
  const skills = await reading(world, actor, (tx) => findSkills(tx, actor.personId ?? ''));
  const t = words(language);
  const body = (
    <>
      <Breadcrumb crumbs={[{ href: visit.href('/workspace/support'), label: t('desk') }]} />
      <PageHead title={t('skills')} lead={t('skills-lead')} />
      <Form
        action={visit.href('/workspace/support/skills')}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
      >
        <CheckboxesField
          name="languages"
          label={t('i-speak')}
          choices={languageChoices(language)}
          initial={skills?.languages ?? [language]}
          optional
        />
        <CheckboxesField
          name="topics"
          label={t('i-know')}
          choices={topicChoices(language)}
          initial={skills?.topics ?? []}
          optional
        />
        <DateField
          name="awayUntil"
          label={t('away-until')}
          hint={t('away-hint')}
          initial={skills?.awayUntil ?? ''}
          optional
        />
        <SubmitButton>{t('skills-save')}</SubmitButton>
      </Form>
    </>
  );
  return visit.show({ title: t('skills'), body });
}
