import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { type CityOption, CityPicker } from '../../../../design/city-picker.tsx';
import { RadiosField } from '../../../../design/form/choice-fields.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { Language } from '../../../../kernel/language.ts';
import type { FormState } from '../../../../platform/forms/form.ts';
import { words } from '../../messages/index.ts';
import { type ClaimKind, claimKinds, kindRules } from '../../rules/claim-kinds.ts';
import { EvidenceFields, MeasureFields } from './claim-fields.tsx';

interface NewClaimPageProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly kind: ClaimKind;
  readonly form: FormState;
  readonly chosen: CityOption | undefined;
  readonly found: readonly CityOption[] | undefined;
  /** The claim that this one tells again. */
  readonly duplicateOf: string | undefined;
}

/** First the kind: it decides what is asked. */
export function ChooseKindPage({ language, href }: Pick<NewClaimPageProps, 'language' | 'href'>) {
  const t = words(language);
  return (
    <>
      <Breadcrumb crumbs={[{ href: href('/workspace/impact'), label: t('ledger') }]} />
      <PageHead title={t('propose-a-claim')} lead={t('propose-lead')} />
      <Form action={href('/workspace/impact/claims/new')} method="get">
        <RadiosField
          name="kind"
          label={t('kind-of-claim')}
          choices={claimKinds.map((value) => ({
            value,
            label: t(`kind.${value}`),
            hint: t(`kind-hint.${value}`),
          }))}
        />
        <SubmitButton>{t('go-on')}</SubmitButton>
      </Form>
    </>
  );
}

export function NewClaimPage({ language, href, kind, form, chosen, found, duplicateOf }: NewClaimPageProps) {
  const t = words(language);
  const { subjects, objective } = kindRules[kind];
  const named = subjects.filter((subject) => subject !== 'city');
  return (
    <>
      <Breadcrumb
        crumbs={[
          { href: href('/workspace/impact'), label: t('ledger') },
          { href: href('/workspace/impact/claims/new'), label: t('propose-a-claim') },
        ]}
      />
      <PageHead kind={t('propose-a-claim')} title={t(`kind.${kind}`)} lead={t(`kind-hint.${kind}`)} />
      {duplicateOf && (
        <Notice tone="signal" title={t('duplicate-title')}>
          <p>
            <a href={href(`/workspace/impact/claims/${duplicateOf}`)}>{t('see-the-first')}</a>
          </p>
        </Notice>
      )}
      <Form
        action={href('/workspace/impact/claims')}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
      >
        <input type="hidden" name="kind" value={kind} />
        {subjects.length > 1 && (
          <RadiosField
            name="subjectKind"
            label={t('about-what')}
            initial={subjects[0]}
            choices={subjects.map((value) => ({ value, label: t(`subject.${value}`) }))}
          />
        )}
        {subjects.includes('city') && (
          <CityPicker
            name="city"
            label={t('subject.city')}
            searchAction={href('/workspace/impact/claims/city-search')}
            chosen={chosen}
            found={found}
            optional={named.length > 0}
          />
        )}
        {named.length > 0 && (
          <TextField
            name="subjectName"
            label={t('subject-name')}
            hint={t('subject-name-hint')}
            optional={subjects.includes('city')}
          />
        )}
        <MeasureFields kind={kind} />
        <SelectField
          name="objective"
          label={t('objective')}
          initial={String(objective)}
          none={false}
          choices={([1, 2, 3, 4] as const).map((n) => ({ value: String(n), label: t(`objective.${n}`) }))}
        />
        <EvidenceFields />
        <p class="quiet">{t('duplicate-rule')}</p>
        <SubmitButton>{t('propose-this-claim')}</SubmitButton>
      </Form>
    </>
  );
}
