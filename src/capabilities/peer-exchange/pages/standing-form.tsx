import { Breadcrumb } from '../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../design/button.tsx';
import { CheckboxField } from '../../../design/form/checkbox-field.tsx';
import { CheckboxesField, RadiosField } from '../../../design/form/choice-fields.tsx';
import { Form } from '../../../design/form/form.tsx';
import { SelectField } from '../../../design/form/select-field.tsx';
import { StaleTexts } from '../../../design/form/stale-texts.tsx';
import { TextField } from '../../../design/form/text-field.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import { languages } from '../../../kernel/language.ts';
import type { FormState } from '../../../platform/forms/form.ts';
import { compareNames, languageName } from '../../../platform/languages/format.ts';
import { BasisField, cityLanguages } from '../../city-record/index.ts';
import { type City, cityName } from '../../city-registry/index.ts';
import { words } from '../messages/index.ts';
import type { Frame } from './desk.ts';

interface StandingFormProps extends Frame {
  readonly city: City;
  readonly form: FormState;
  /** What the city said before, or what we guess. */
  readonly stored: Readonly<Record<string, string>>;
  readonly version: number;
  readonly isGuess: boolean;
  readonly asCity: boolean;
  readonly zones: readonly string[];
}

export function StandingForm({
  language,
  href,
  base,
  city,
  form,
  stored,
  version,
  isGuess,
  asCity,
  zones,
}: StandingFormProps) {
  const t = words(language);
  const path = `${base}/cities/${city.id}`;
  const named = (codes: readonly string[]) =>
    codes.map((code) => ({ value: code, label: languageName(language, code) }));
  const others = named(cityLanguages.slice(5)).toSorted((a, b) => compareNames(language, a.label, b.label));
  return (
    <>
      <Breadcrumb
        crumbs={[
          { href: href(base), label: t('exchange') },
          { href: href(path), label: cityName(language, city) },
        ]}
      />
      <PageHead title={t('standing')} kind={cityName(language, city)} lead={t('standing-lead')} />
      <Form
        action={href(`${path}/standing`)}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
        version={form.stale?.version ?? version}
      >
        {form.stale && (
          <StaleTexts
            current={form.stale.current}
            answers={form.answers}
            labels={{
              partners: t('partners'),
              timeZone: t('time-zone'),
              contactName: t('contact-name'),
              contactEmail: t('contact-email'),
            }}
          />
        )}
        <RadiosField
          name="partners"
          label={t('partners')}
          hint={t('partners-hint')}
          initial={stored['partners']}
          choices={['1', '2', '3', '4', '5'].map((n) => ({
            value: n,
            label: t('n-partners', { n: Number(n) }),
          }))}
        />
        <CheckboxesField
          name="languages"
          label={t('languages')}
          hint={t('languages-hint')}
          initial={stored['languages']?.split('\n')}
          choices={[...named(cityLanguages.slice(0, 5)), ...others]}
        />
        <SelectField
          name="timeZone"
          label={t('time-zone')}
          hint={isGuess ? t('time-zone-guess') : undefined}
          initial={stored['timeZone']}
          none={false}
          choices={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        />
        <TextField
          name="contactName"
          label={t('contact-name')}
          hint={t('contact-hint')}
          initial={stored['contactName']}
        />
        <TextField
          name="contactEmail"
          type="email"
          label={t('contact-email')}
          initial={stored['contactEmail']}
        />
        <RadiosField
          name="contactLanguage"
          label={t('contact-language')}
          initial={stored['contactLanguage']}
          choices={named(languages)}
        />
        <CheckboxField
          name="paused"
          question={t('pause-question')}
          label={t('pause')}
          hint={t('pause-hint')}
          initial={stored['paused'] === 'yes'}
        />
        {!asCity && <BasisField language={language} optional />}
        <p class="quiet">{t('standing-in-record')}</p>
        <SubmitButton>{t('save-standing')}</SubmitButton>
      </Form>
    </>
  );
}
