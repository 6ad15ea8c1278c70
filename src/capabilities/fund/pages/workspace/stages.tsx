import { z } from 'zod';
import { SubmitButton } from '../../../../design/button.tsx';
import { DateField } from '../../../../design/form/date-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { because, notFound } from '../../../../kernel/refusal.ts';
import { clockIn, instantIn } from '../../../../kernel/time-zone.ts';
import { choice, date, optionalId } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { refuseAt } from '../../actions/keep-grant.ts';
import { prepareWindow } from '../../actions/prepare-window.ts';
import { words } from '../../messages/index.ts';
import { type KeptWindow, overlap, type PreparedStage } from '../../rules/prepared-window.ts';
import type { Period } from '../../rules/window-change.ts';
import { type StageKey, stageKeys } from '../../rules/window.ts';
import { putStage, removeStage } from '../../store/preparing.ts';
import type { FormShelf, ShelvedForm } from '../form-shelf.ts';
import { clocksFor, OnClocks } from '../public/stage-times.tsx';
import { timeOfDay } from './figures-typed.ts';
import { removalForm } from './removal.ts';
import { idAsked, Lines, pathOf, showStep, windowAsked } from './step.tsx';

/** Days and hours as the council's clock shows them. */
export const periodAnswers = {
  opensOn: date(),
  opensTime: timeOfDay(),
  closesOn: date(),
  closesTime: timeOfDay(),
};

export function periodIn(
  zone: string,
  said: { opensOn: string; opensTime: string; closesOn: string; closesTime: string },
): Period {
  return {
    opensAt: instantIn(zone, said.opensOn, said.opensTime),
    closesAt: instantIn(zone, said.closesOn, said.closesTime),
  };
}

const stageAnswers = z.object({ stage: choice(stageKeys), form: optionalId(), ...periodAnswers });

export const stagesStep = (shelf: FormShelf) => ({
  show: async (visit: Visit) => await page(visit, shelf, freshForm(visit.world)),

  send: async (visit: Visit) => {
    const windowId = idAsked(visit);
    return await submitForm(visit, {
      schema: stageAnswers,
      act: async (said, once) => {
        const forms = await reading(visit.world, visit.actor, (tx) => shelf.list(tx));
        const form = forms.find(({ versionId }) => versionId === said.form);
        const work = { windowId, step: 'stages' } as const;
        await prepareWindow(
          visit.world,
          visit.actor,
          work,
          async (tx, window) => {
            const stage = {
              key: said.stage,
              ...periodIn(window.timeZone, said),
              formVersionId: form?.versionId ?? null,
              formTitle: form?.title ?? null,
            };
            refuseIfWrong(window, stage);
            await putStage(tx, windowId, stage);
            return undefined;
          },
          once,
        );
        return pathOf(windowId, '/stages');
      },
      again: (state) => page(visit, shelf, state),
    });
  },
});

export const sendStageRemoval = removalForm('stages', async (tx, visit, windowId) => {
  await removeStage(tx, windowId, stageAsked(visit));
  return undefined;
});

export function stageAsked(visit: Visit): StageKey {
  const key = stageKeys.find((one) => one === visit.param('stage'));
  if (!key) throw notFound();
  return key;
}

function refuseIfWrong(window: KeptWindow, stage: PreparedStage): void {
  if (stage.closesAt <= stage.opensAt)
    refuseAt({ field: 'closesOn', reason: because('fund:closes-before-it-opens') });
  const stages = stageKeys.flatMap((key) =>
    key === stage.key ? [stage] : window.stages.filter((one) => one.key === key),
  );
  if (overlap(stages)) refuseAt({ field: 'opensOn', reason: because('fund:would-overlap') });
}

async function page(visit: Visit, shelf: FormShelf, form: FormState): Promise<Response> {
  const { language } = visit;
  const t = words(language);
  const window = await windowAsked(visit);
  const forms = await reading(visit.world, visit.actor, (tx) => shelf.list(tx));
  const clocks = clocksFor(language, window.timeZone);
  const standing = (
    <Lines
      {...{ visit, window }}
      idempotencyKey={visit.world.newId()}
      none={t('no-stage-why')}
      lines={window.stages.map((stage) => ({
        key: stage.key,
        removal: pathOf(window.id, `/stages/${stage.key}/removal`),
        says: (
          <>
            <strong>{t(`stage.${stage.key}`)}</strong>
            <br />
            {t('opens')}: <OnClocks {...{ language, clocks }} at={stage.opensAt} />
            <br />
            {t('closes')}: <OnClocks {...{ language, clocks }} at={stage.closesAt} />
            <br />
            {t('form')}: {stage.formTitle?.[language] ?? t('no-form-yet')}
          </>
        ),
      }))}
    />
  );
  const children = <StageForm {...{ visit, window, form, forms }} />;
  return showStep(visit, { window, step: 'stages', form, standing, children });
}

interface StageFormProps {
  readonly visit: Visit;
  readonly window: KeptWindow;
  readonly form: FormState;
  readonly forms: readonly ShelvedForm[];
}

function StageForm({ visit, window, form, forms }: StageFormProps) {
  const { language } = visit;
  const t = words(language);
  const next = stageKeys.find((key) => !window.stages.some((stage) => stage.key === key));
  return (
    <section>
      <h2>{t('set-a-stage')}</h2>
      <Form
        action={visit.href(pathOf(window.id, '/stages'))}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
      >
        <SelectField
          name="stage"
          label={t('stage')}
          none={false}
          initial={next}
          choices={stageKeys.map((value) => ({ value, label: t(`stage.${value}`) }))}
        />
        <PeriodFields visit={visit} window={window} />
        <SelectField
          name="form"
          label={t('form')}
          hint={t('form-hint')}
          none={t('choose-later')}
          choices={forms.map(({ versionId, title, version }) => ({
            value: versionId,
            label: t('form-version', { title: title[language], version }),
          }))}
          optional
        />
        <SubmitButton>{t('save-stage')}</SubmitButton>
      </Form>
    </section>
  );
}

interface PeriodFieldsProps {
  readonly visit: Visit;
  readonly window: KeptWindow;
  readonly stage?: PreparedStage | undefined;
}

/** From when until when, on the council's clock. */
export function PeriodFields({ visit, window, stage }: PeriodFieldsProps) {
  const t = words(visit.language);
  const opens = stage && clockIn(window.timeZone, stage.opensAt);
  const closes = stage && clockIn(window.timeZone, stage.closesAt);
  const hint = t('time-hint', { zone: window.timeZone.replaceAll('_', ' ') });
  return (
    <>
      <DateField name="opensOn" label={t('opens-on')} initial={opens?.day} />
      <TextField
        name="opensTime"
        label={t('opens-at')}
        hint={hint}
        size="short"
        initial={opens?.time ?? '09:00'}
      />
      <DateField name="closesOn" label={t('closes-on')} initial={closes?.day} />
      <TextField
        name="closesTime"
        label={t('closes-at')}
        hint={hint}
        size="short"
        initial={closes?.time ?? '17:00'}
      />
    </>
  );
}
