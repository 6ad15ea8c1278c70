import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { type CityOption, CityPicker } from '../../../../design/city-picker.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { Language } from '../../../../kernel/language.ts';
import type { FormState } from '../../../../platform/forms/form.ts';
import { words } from '../../messages/index.ts';
import type { ShownBody } from '../../store/bodies.ts';
import { HoldingFields, SourceFields } from './seat-fields.tsx';

interface NewSeatPageProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly body: ShownBody;
  readonly form: FormState;
  readonly chosen: CityOption | undefined;
  readonly found: readonly CityOption[] | undefined;
}

export function NewSeatPage({ language, href, body, form, chosen, found }: NewSeatPageProps) {
  const t = words(language);
  const path = `/workspace/governance/bodies/${body.slug}`;
  return (
    <>
      <Breadcrumb
        crumbs={[
          { href: href('/workspace/governance/bodies'), label: t('bodies') },
          { href: href(path), label: body.name[language] },
        ]}
      />
      <PageHead title={t('add-seat')} lead={t('add-seat-lead')} />
      <Form
        action={href(`${path}/seats`)}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
      >
        <CityPicker
          name="city"
          label={t('city')}
          hint={t('city-of-seat-hint')}
          searchAction={href(`${path}/seats/city-search`)}
          chosen={chosen}
          found={found}
          optional
        />
        <HoldingFields />
        <SourceFields />
        <SubmitButton>{t('record-seat')}</SubmitButton>
      </Form>
    </>
  );
}
