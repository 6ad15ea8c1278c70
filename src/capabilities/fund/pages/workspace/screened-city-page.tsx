import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { RadiosField } from '../../../../design/form/choice-fields.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { type Language, languages } from '../../../../kernel/language.ts';
import type { Reason } from '../../../../kernel/refusal.ts';
import type { FormState } from '../../../../platform/forms/form.ts';
import { formatMoney, languageName } from '../../../../platform/languages/format.ts';
import { type City, cityName } from '../../../city-registry/index.ts';
import { words } from '../../messages/index.ts';
import type { DonorAnswer } from '../../rules/donor.ts';
import type { Eligibility } from '../../rules/eligibility.ts';
import type { KeptWindow } from '../../rules/prepared-window.ts';
import type { Screening } from '../../store/screenings.ts';
import { Findings } from '../public/findings.tsx';
import type { RegionNames } from '../say-finding.ts';
import { ScreeningHistory } from './screening-history.tsx';
import { pathOf } from './step.tsx';

export interface ScreenedCityPageProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly city: City;
  readonly window: KeptWindow;
  readonly eligibility: Eligibility;
  readonly donors: readonly DonorAnswer[];
  readonly regions: RegionNames;
  readonly screenings: readonly Screening[];
  readonly form: FormState;
  readonly letter: string;
  /** The letter's language. */
  readonly spoken: Language;
  readonly mayScreen: boolean;
  readonly mayAgree: (screening: Screening) => Reason | undefined;
  readonly newKey: () => string;
}

/** What the rules say of one city, what each donor's conditions say, and what staff make of it. */
export function ScreenedCityPage(props: ScreenedCityPageProps) {
  const { language, href, city, window, eligibility } = props;
  const t = words(language);
  const path = pathOf(window.id, '/cities');
  const { verdict } = eligibility;
  return (
    <>
      <Breadcrumb
        crumbs={[
          { href: href(pathOf(window.id)), label: window.name[language] || window.name.en },
          { href: href(path), label: t('screening') },
        ]}
      />
      <PageHead kind={t('screening')} title={cityName(language, city)} />
      <Notice
        tone={verdict === 'eligible' ? 'done' : verdict === 'not-eligible' ? 'stopped' : 'signal'}
        title={t(`verdict.${verdict}`)}
      >
        {t('rules-say-so')}
      </Notice>
      <Findings language={language} findings={eligibility.findings} regions={props.regions} />
      <ScreeningHistory {...props} />
      {props.mayScreen && <ScreeningForm {...props} />}
      <DonorsTable {...props} />
      {verdict !== 'eligible' && <Letter {...props} />}
    </>
  );
}

function ScreeningForm({ language, href, window, city, eligibility, form }: ScreenedCityPageProps) {
  const t = words(language);
  return (
    <section>
      <h2>{t('what-you-find')}</h2>
      <p>{t('what-you-find-lead')}</p>
      <Form
        action={href(pathOf(window.id, `/cities/${city.id}/screening`))}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
      >
        <RadiosField
          name="outcome"
          label={t('is-it-eligible')}
          initial={eligibility.verdict === 'needs-a-look' ? undefined : eligibility.verdict}
          choices={(['eligible', 'not-eligible'] as const).map((value) => ({
            value,
            label: t(`verdict.${value}`),
            hint: value === eligibility.verdict ? t('as-the-rules-say') : undefined,
          }))}
        />
        <TextareaField
          name="reason"
          label={t('why-so')}
          hint={t('screening-reason-hint')}
          rows={3}
          maxLength={2000}
          optional
        />
        <SubmitButton>{t('record-screening')}</SubmitButton>
      </Form>
    </section>
  );
}

function DonorsTable({ language, donors }: ScreenedCityPageProps) {
  const t = words(language);
  if (donors.length === 0) return null;
  return (
    <Table
      caption={t('which-donors-may')}
      rows={donors}
      rowKey={({ donor }) => donor.id}
      columns={[
        {
          key: 'donor',
          title: t('donors'),
          rowHeader: true,
          cell: ({ donor }) => donor.name[language] || donor.name.en,
        },
        {
          key: 'amount',
          title: t('amount'),
          figure: true,
          cell: ({ donor }) => formatMoney(language, donor.amount),
        },
        {
          key: 'may',
          title: t('may-pay'),
          cell: ({ may }) => (
            <Tag tone={may === 'yes' ? 'done' : may === 'no' ? 'stopped' : 'signal'}>{t(`may.${may}`)}</Tag>
          ),
        },
      ]}
    />
  );
}

/** A draft in the city's language, to copy: which rule, what we know, what would change it. */
function Letter({ language, href, window, city, letter, spoken }: ScreenedCityPageProps) {
  const t = words(language);
  return (
    <section>
      <h2>{t('letter')}</h2>
      <p>
        {t('letter-lead')}{' '}
        {languages
          .filter((one) => one !== spoken)
          .map((one) => (
            <>
              <a href={href(pathOf(window.id, `/cities/${city.id}?letter=${one}`))}>
                {languageName(language, one)}
              </a>{' '}
            </>
          ))}
      </p>
      <textarea readOnly rows={12} lang={spoken} dir="auto" aria-label={t('letter')}>
        {letter}
      </textarea>
    </section>
  );
}
