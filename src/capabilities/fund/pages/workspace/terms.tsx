import { z } from 'zod';
import { SubmitButton } from '../../../../design/button.tsx';
import { CheckboxField } from '../../../../design/form/checkbox-field.tsx';
import { CheckboxesField } from '../../../../design/form/choice-fields.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { MoneyField } from '../../../../design/form/money-field.tsx';
import { NumberField } from '../../../../design/form/number-field.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { StaleTexts } from '../../../../design/form/stale-texts.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { languages } from '../../../../kernel/language.ts';
import { isCurrency } from '../../../../kernel/money.ts';
import { isTimeZone, timeZonesFor } from '../../../../kernel/time-zone.ts';
import {
  choices,
  optionalText,
  readAmount,
  text,
  ticked,
  version,
  wholeNumber,
  wrong,
} from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { prepareWindow } from '../../actions/prepare-window.ts';
import { words } from '../../messages/index.ts';
import type { KeptWindow } from '../../rules/prepared-window.ts';
import { reviseIdentity } from '../../store/preparing.ts';
import { percent, termsAsAnswers } from './figures-typed.ts';
import { idAsked, pathOf, showStep, windowAsked } from './step.tsx';

const usual = ['USD', 'EUR', 'CHF', 'GBP'];

const termsAnswers = z
  .object({
    ceiling: text(30),
    ceilingCurrency: text(3),
    otherCurrencies: optionalText(60).transform((said, context) => {
      const codes = (said ?? '')
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(Boolean);
      return codes.every(isCurrency) ? codes : wrong(context, 'platform:not-a-currency');
    }),
    termMonths: wholeNumber(1),
    overheadCap: percent(),
    allowsPartial: ticked(),
    reviewersWanted: wholeNumber(1).refine((n) => n <= 10, { message: 'fund:at-most-ten' }),
    minutesExpected: wholeNumber(1).refine((n) => n <= 6000, { message: 'fund:too-many-minutes' }),
    languages: choices(languages).refine((chosen) => chosen.length > 0, {
      message: 'fund:choose-a-language',
    }),
    timeZone: text(60).transform((zone, context) =>
      isTimeZone(zone) ? zone : wrong(context, 'fund:unknown-time-zone'),
    ),
    version: version(),
  })
  .transform(({ ceiling, ceilingCurrency, ...rest }, context) => {
    const money = readAmount(ceiling, ceilingCurrency, context, 'ceiling', 'ceilingCurrency');
    return money ? { ceiling: money, ...rest } : z.NEVER;
  });

export async function showTerms(visit: Visit): Promise<Response> {
  return page(visit, await windowAsked(visit), freshForm(visit.world));
}

export async function sendTerms(visit: Visit): Promise<Response> {
  const windowId = idAsked(visit);
  return await submitForm(visit, {
    schema: termsAnswers,
    act: async ({ version: opened, ceiling, termMonths, otherCurrencies, overheadCap, ...said }, once) => {
      await prepareWindow(
        visit.world,
        visit.actor,
        { windowId, step: 'terms', opened: { version: opened, now: termsAsAnswers } },
        async (tx) => {
          await reviseIdentity(tx, windowId, { ceiling, termMonths });
          const currencies = [...new Set([ceiling.currency, ...otherCurrencies])];
          return { ...said, currencies, overheadCapBasisPoints: overheadCap };
        },
        once,
      );
      return pathOf(windowId);
    },
    again: async (state) => page(visit, await windowAsked(visit), state),
  });
}

function page(visit: Visit, window: KeptWindow, form: FormState): Response {
  const { language } = visit;
  const t = words(language);
  const now = termsAsAnswers(window);
  const labels = {
    ceiling: t('ceiling'),
    otherCurrencies: t('other-currencies'),
    termMonths: t('term-in-months'),
    overheadCap: t('overhead-cap'),
    reviewersWanted: t('reviewers-wanted'),
    minutesExpected: t('minutes-expected'),
    timeZone: t('time-zone'),
  };
  const children = (
    <Form
      action={visit.href(pathOf(window.id, '/terms'))}
      problems={form.problems}
      answers={form.answers}
      idempotencyKey={form.idempotencyKey}
      version={form.stale?.version ?? window.version}
    >
      {form.stale && <StaleTexts current={form.stale.current} answers={form.answers} labels={labels} />}
      <MoneyField
        name="ceiling"
        label={labels.ceiling}
        hint={t('ceiling-hint')}
        currencies={[...new Set([now['ceilingCurrency'] ?? 'USD', ...usual])]}
        initial={{ amount: now['ceiling'] ?? '', currency: now['ceilingCurrency'] ?? 'USD' }}
      />
      <TextField
        name="otherCurrencies"
        label={labels.otherCurrencies}
        hint={t('other-currencies-hint')}
        size="medium"
        initial={now['otherCurrencies']}
        optional
      />
      <NumberField name="termMonths" label={labels.termMonths} initial={now['termMonths']} />
      <TextField
        name="overheadCap"
        label={labels.overheadCap}
        hint={t('overhead-cap-hint')}
        size="short"
        initial={now['overheadCap']}
      />
      <CheckboxField
        name="allowsPartial"
        question={t('partial')}
        label={t('partial-allowed-label')}
        initial={window.allowsPartial}
        optional
      />
      <NumberField name="reviewersWanted" label={labels.reviewersWanted} initial={now['reviewersWanted']} />
      <NumberField
        name="minutesExpected"
        label={labels.minutesExpected}
        hint={t('minutes-expected-hint')}
        initial={now['minutesExpected']}
      />
      <CheckboxesField
        name="languages"
        label={t('languages-of-applications')}
        choices={languages.map((value) => ({ value, label: languageName(language, value) }))}
        initial={window.languages}
      />
      <SelectField
        name="timeZone"
        label={labels.timeZone}
        hint={t('time-zone-hint')}
        none={false}
        initial={window.timeZone}
        choices={timeZonesFor('US').map((name) => ({ value: name, label: name.replaceAll('_', ' ') }))}
      />
      <SubmitButton>{t('save-step')}</SubmitButton>
    </Form>
  );
  return showStep(visit, { window, step: 'terms', form, children });
}
