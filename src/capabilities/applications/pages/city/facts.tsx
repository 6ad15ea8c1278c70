import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { CheckboxField } from '../../../../design/form/checkbox-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { DateField } from '../../../../design/form/date-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { reading } from '../../../../platform/database/atomically.ts';
import { choices, date, text } from '../../../../platform/forms/fields.ts';
import { freshForm, type FormState, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { formatNumber } from '../../../../platform/languages/format.ts';
import { CheckboxesField } from '../../../../design/form/choice-fields.tsx';
import { giveBack, givable } from '../../actions/give-back.ts';
import { words } from '../../messages/index.ts';
import { type Door, openDoor, portalDoor } from './door.ts';

export async function showFacts(visit: Visit): Promise<Response> {
  return await draw(visit, portalDoor(visit), freshForm(visit.world));
}

/** What was said here and the city's record does not say yet: told once, if the city agrees. */
async function draw(visit: Visit, door: Door, form: FormState): Promise<Response> {
  const open = await openDoor(visit, door);
  const offers = await reading(visit.world, visit.actor, (tx) => givable(tx, open));
  const { language } = visit;
  const t = words(language);
  const body = (
    <>
      <Breadcrumb crumbs={[{ href: visit.href(door.base), label: open.window.name[language] }]} />
      <PageHead title={t('give-back')} lead={t('give-back-lead')} />
      {offers.length === 0 ? (
        <EmptyState title={t('nothing-to-give')}>{t('nothing-to-give-why')}</EmptyState>
      ) : (
        <Form
          action={visit.href(`${door.base}/facts`)}
          idempotencyKey={form.idempotencyKey}
          problems={form.problems}
          answers={form.answers}
        >
          <CheckboxesField
            name="questions"
            label={t('which-to-give')}
            choices={offers.map(({ question, number }) => ({
              value: question.key,
              label: `${question.label[language]}: ${formatNumber(language, number)}`,
            }))}
          />
          <TextField name="source" label={t('where-from')} hint={t('where-from-hint')} />
          <DateField name="asOf" label={t('of-which-day')} />
          <CheckboxField name="agreed" question={t('give-back')} label={t('city-agrees')} />
          <SubmitButton>{t('give-back')}</SubmitButton>
        </Form>
      )}
    </>
  );
  return visit.show({ title: t('give-back'), body });
}

export async function sendFacts(visit: Visit): Promise<Response> {
  const door = portalDoor(visit);
  const open = await openDoor(visit, door);
  const offers = await reading(visit.world, visit.actor, (tx) => givable(tx, open));
  return await submitForm(visit, {
    schema: z.object({
      questions: choices(offers.map(({ question }) => question.key)),
      source: text(300),
      asOf: date(),
      agreed: text(10),
    }),
    act: async ({ questions, source, asOf }, once) => {
      await giveBack(
        visit.world,
        visit.actor,
        { applicationId: door.applicationId, questions, source, asOf },
        once,
      );
      return `${door.base}?saved=1`;
    },
    again: (state) => draw(visit, door, state),
  });
}
