import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { type CityOption, CityPicker } from '../../../../design/city-picker.tsx';
import { CheckboxesField } from '../../../../design/form/choice-fields.tsx';
import { DateField } from '../../../../design/form/date-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { languages } from '../../../../kernel/language.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { choice, choices, date, optionalId, optionalText, text } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, readForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { cityChoice } from '../../../support-desk/index.ts';
import { openResponse } from '../../actions/open-response.ts';
import { words } from '../../messages/index.ts';
import { spokenLanguages } from '../../rules/response.ts';
import { listCountryCodes } from '../../store/response.ts';
import { countryChoices, pageLanguageChoices, spokenChoices } from '../choices.ts';

const schema = z.object({
  title: text(150),
  what: text(2000),
  language: choice(languages),
  country: text(2),
  city: optionalId(),
  languages: choices(spokenLanguages),
  startsOn: date(),
});

export async function showOpening(visit: Visit): Promise<Response> {
  const startsOn = dayInUtc(visit.world.now());
  return await openingPage(visit, freshForm(visit.world, { startsOn, language: visit.language }));
}

/** The picker's Search button: the same page with the cities found and all answers kept. */
export async function searchFirstCity(visit: Visit): Promise<Response> {
  const { state } = await readForm(visit, z.object({ citySearch: optionalText(100) }));
  return await openingPage(visit, { ...state, problems: [] }, state.answers['citySearch'] ?? '');
}

export async function sendOpening(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema,
    act: async ({ city, ...said }, once) => {
      const id = await openResponse(visit.world, visit.actor, { ...said, cityId: city }, once);
      return `/workspace/emergencies/${id}/preview`;
    },
    again: (state) => openingPage(visit, state),
  });
}

async function openingPage(visit: Visit, form: FormState, search?: string): Promise<Response> {
  const { language, world, actor } = visit;
  const seen = await reading(world, actor, async (tx) => ({
    codes: await listCountryCodes(tx),
    ...(await cityChoice(tx, language, { cityId: form.answers['city'] ?? '', search })),
  }));
  return visit.show({
    title: words(language)('open-emergency'),
    body: <OpeningForm visit={visit} form={form} {...seen} />,
    script: true,
  });
}

interface OpeningFormProps {
  readonly visit: Visit;
  readonly form: FormState;
  readonly codes: readonly string[];
  readonly chosen: CityOption | undefined;
  readonly found: readonly CityOption[] | undefined;
}

/** Seven answers; more cities, languages and resources come after the page is out. */
function OpeningForm({ visit, form, codes, chosen, found }: OpeningFormProps) {
  const { language } = visit;
  const t = words(language);
  const at = '/workspace/emergencies';
  return (
    <>
      <Breadcrumb crumbs={[{ href: visit.href(at), label: t('emergencies') }]} />
      <PageHead title={t('open-emergency')} lead={t('open-emergency-lead')} />
      <Form
        action={visit.href(at)}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
      >
        <TextField name="title" label={t('title')} hint={t('title-hint')} maxLength={150} />
        <TextareaField name="what" label={t('what-happened')} hint={t('what-happened-hint')} rows={5} />
        <SelectField
          name="language"
          label={t('written-language')}
          choices={pageLanguageChoices(language)}
          none={false}
        />
        <DateField name="startsOn" label={t('from-when')} />
        <SelectField name="country" label={t('country')} choices={countryChoices(language, codes)} />
        <CityPicker
          name="city"
          label={t('first-city')}
          hint={t('first-city-hint')}
          searchAction={visit.href(`${at}/new/city-search`)}
          chosen={chosen}
          found={found}
          optional
        />
        <CheckboxesField
          name="languages"
          label={t('spoken')}
          hint={t('spoken-hint')}
          choices={spokenChoices(language)}
          optional
        />
        <SubmitButton>{t('see-preview')}</SubmitButton>
      </Form>
    </>
  );
}
