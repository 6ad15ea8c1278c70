import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { RadiosField } from '../../../../design/form/choice-fields.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { NumberField } from '../../../../design/form/number-field.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { reading } from '../../../../platform/database/atomically.ts';
import { choice, optionalId, text, wholeNumber, wrong } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { openRound } from '../../actions/rounds.ts';
import { words } from '../../messages/index.ts';
import { contextWishes, shapes } from '../../rules/pool-city.ts';
import { currentWeights } from '../../rules/weights.ts';
import { listOrganisationChoices, type OrganisationChoice } from '../../store/rounds.ts';
import { WeightsTable } from './weights-table.tsx';

const between = (least: number, most: number) =>
  wholeNumber(least).transform((value, context) =>
    value > most ? wrong(context, 'peer-exchange:number-too-large', { max: most }) : value,
  );

const answers = z.object({
  name: text(120),
  shape: choice(shapes),
  maxPartners: between(1, 5),
  wish: choice(contextWishes),
  organisation: optionalId(),
  consentDays: between(3, 60),
});

export async function showNewRound(visit: Visit): Promise<Response> {
  return await newRound(visit, freshForm(visit.world));
}

export async function sendRound(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: answers,
    act: async ({ organisation, ...said }, once) => {
      const id = await openRound(visit.world, visit.actor, { ...said, organisationId: organisation }, once);
      return `/workspace/exchange/rounds/${id}`;
    },
    again: (state) => newRound(visit, state),
  });
}

async function newRound(visit: Visit, form: FormState): Promise<Response> {
  const { language, world, actor } = visit;
  const organisations = await reading(world, actor, (tx) => listOrganisationChoices(tx, language));
  return visit.show({
    title: words(language)('open-round'),
    body: <NewRoundPage visit={visit} form={form} organisations={organisations} />,
  });
}

interface NewRoundProps {
  readonly visit: Visit;
  readonly form: FormState;
  readonly organisations: readonly OrganisationChoice[];
}

function NewRoundPage({ visit, form, organisations }: NewRoundProps) {
  const t = words(visit.language);
  return (
    <>
      <Breadcrumb crumbs={[{ href: visit.href('/workspace/exchange'), label: t('exchange') }]} />
      <PageHead title={t('open-round')} lead={t('open-round-lead')} />
      <Form
        action={visit.href('/workspace/exchange/rounds')}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
      >
        <TextField name="name" label={t('round-name')} maxLength={120} />
        <RadiosField
          name="shape"
          label={t('shape')}
          initial="pairs"
          choices={shapes.map((value) => ({
            value,
            label: t(`shape.${value}`),
            hint: t(`shape-hint.${value}`),
          }))}
        />
        <NumberField name="maxPartners" label={t('max-partners')} hint={t('max-partners-hint')} initial="2" />
        <RadiosField
          name="wish"
          label={t('context-wish')}
          hint={t('context-wish-hint')}
          initial="similar"
          choices={contextWishes.map((value) => ({ value, label: t(`wish.${value}`) }))}
        />
        <SelectField
          name="organisation"
          label={t('accompanied-by')}
          hint={t('accompanied-hint')}
          choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          none={t('nobody')}
          optional
        />
        <NumberField name="consentDays" label={t('consent-days')} unit={t('days')} initial="14" />
        <SubmitButton>{t('open-round')}</SubmitButton>
      </Form>
      <section>
        <h2>{t('weights')}</h2>
        <WeightsTable language={visit.language} weights={currentWeights} />
      </section>
    </>
  );
}
