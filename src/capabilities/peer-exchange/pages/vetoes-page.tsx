import { Breadcrumb } from '../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../design/button.tsx';
import { type CityOption, CityPicker } from '../../../design/city-picker.tsx';
import { EmptyState } from '../../../design/empty-state.tsx';
import { Form } from '../../../design/form/form.tsx';
import { SelectField } from '../../../design/form/select-field.tsx';
import { TextField } from '../../../design/form/text-field.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import { Table } from '../../../design/table.tsx';
import type { FormState } from '../../../platform/forms/form.ts';
import { type City, cityName } from '../../city-registry/index.ts';
import { words } from '../messages/index.ts';
import type { Veto } from '../store/city-standing.ts';
import type { OrganisationChoice } from '../store/rounds.ts';
import type { Frame, NamedCities } from './desk.ts';

interface VetoesPageProps extends Frame {
  readonly city: City;
  readonly vetoes: readonly Veto[];
  readonly cities: NamedCities;
  readonly organisations: readonly OrganisationChoice[];
  readonly form: FormState;
  readonly chosen: CityOption | undefined;
  readonly found: readonly CityOption[] | undefined;
}

export function VetoesPage({
  language,
  href,
  base,
  city,
  vetoes,
  cities,
  organisations,
  form,
  ...picker
}: VetoesPageProps) {
  const t = words(language);
  const path = `${base}/cities/${city.id}`;
  const against = ({ againstCity, againstOrganisation }: Veto) =>
    againstCity
      ? cities.name(againstCity)
      : (organisations.find(({ id }) => id === againstOrganisation)?.name ?? '');
  return (
    <>
      <Breadcrumb
        crumbs={[
          { href: href(base), label: t('exchange') },
          { href: href(path), label: cityName(language, city) },
        ]}
      />
      <PageHead title={t('vetoes')} kind={cityName(language, city)} lead={t('vetoes-lead')} />
      <Table
        caption={t('vetoes')}
        captionHidden
        rows={vetoes}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('no-vetoes')}>{t('no-vetoes-why')}</EmptyState>}
        columns={[
          {
            key: 'against',
            title: t('not-with'),
            rowHeader: true,
            cell: (veto) => <bdi>{against(veto)}</bdi>,
          },
          { key: 'why', title: t('your-note'), cell: ({ why }) => <span dir="auto">{why}</span> },
          {
            key: 'lift',
            title: t('lift'),
            cell: (veto) => (
              <form method="post" action={href(`${path}/vetoes/${veto.id}/lifting`)}>
                <input type="hidden" name="key" value={`${form.idempotencyKey}-${veto.id.slice(-12)}`} />
                <SubmitButton look="plain">
                  {t('lift')}
                  <span class="unseen"> {against(veto)}</span>
                </SubmitButton>
              </form>
            ),
          },
        ]}
      />
      <section>
        <h2>{t('add-veto')}</h2>
        <Form
          action={href(`${path}/vetoes`)}
          problems={form.problems}
          answers={form.answers}
          idempotencyKey={form.idempotencyKey}
        >
          <CityPicker
            name="city"
            label={t('city')}
            searchAction={href(`${path}/vetoes/city-search`)}
            optional
            {...picker}
          />
          <SelectField
            name="organisation"
            label={t('or-organisation')}
            hint={t('organisation-hint')}
            choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
            optional
          />
          <TextField name="why" label={t('your-note')} hint={t('your-note-hint')} maxLength={600} optional />
          <SubmitButton>{t('add-veto')}</SubmitButton>
        </Form>
      </section>
    </>
  );
}
