import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { type CityOption, CityPicker } from '../../../../design/city-picker.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import { reading } from '../../../../platform/database/atomically.ts';
import { id, optionalText } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, readForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { countryName } from '../../../../platform/languages/format.ts';
import { cityChoice } from '../../../support-desk/index.ts';
import { addCity, removeCity } from '../../actions/change-places.ts';
import { words } from '../../messages/index.ts';
import { wordingFor } from '../../rules/response.ts';
import { type Frame, frameOf, idIn, named, recordFor } from '../frame.ts';
import { Press, Refused } from '../press.tsx';

export async function showPlaces(visit: Visit): Promise<Response> {
  return await placesPage(visit, freshForm(visit.world));
}

/** The picker's Search button: the same page with the cities found. */
export async function searchPlace(visit: Visit): Promise<Response> {
  const { state } = await readForm(visit, z.object({ citySearch: optionalText(100) }));
  return await placesPage(visit, { ...state, problems: [] }, state.answers['citySearch'] ?? '');
}

export async function sendPlace(visit: Visit): Promise<Response> {
  const responseId = idIn(visit, 'id');
  return await submitForm(visit, {
    schema: z.object({ city: id() }),
    act: async ({ city }, once) => {
      await addCity(visit.world, visit.actor, { id: responseId, cityId: city }, once);
      return `/workspace/emergencies/${responseId}/places`;
    },
    again: (state) => placesPage(visit, state),
  });
}

export async function sendPlaceRemoval(visit: Visit): Promise<Response> {
  const [responseId, cityId] = [idIn(visit, 'id'), idIn(visit, 'city')];
  return await submitForm(visit, {
    schema: z.object({}),
    act: async (_said, once) => {
      await removeCity(visit.world, visit.actor, { id: responseId, cityId }, once);
      return `/workspace/emergencies/${responseId}/places`;
    },
    again: (state) => placesPage(visit, state),
  });
}

async function placesPage(visit: Visit, form: FormState, search?: string): Promise<Response> {
  const { language, world, actor } = visit;
  const record = await recordFor(visit, { id: idIn(visit, 'id') });
  const choice = await reading(world, actor, (tx) =>
    cityChoice(tx, language, { cityId: form.answers['city'] ?? '', search }),
  );
  return visit.show({
    title: words(language)('cities'),
    body: <PlacesPage {...frameOf(visit, record)} {...choice} form={form} />,
    script: true,
  });
}

interface PlacesPageProps extends Frame {
  readonly form: FormState;
  readonly chosen: CityOption | undefined;
  readonly found: readonly CityOption[] | undefined;
}

function PlacesPage({ language, href, record, form, chosen, found }: PlacesPageProps) {
  const t = words(language);
  const at = `/workspace/emergencies/${record.id}`;
  const isPress = form.problems.some(({ field }) => field === '');
  return (
    <>
      <Breadcrumb crumbs={[{ href: href(at), label: wordingFor(record.wordings, language).title }]} />
      {isPress && <Refused language={language} form={form} />}
      <PageHead title={t('cities')} lead={t('places-lead')} />
      <Table
        caption={t('cities')}
        captionHidden
        rows={record.cities}
        rowKey={(city) => city.id}
        columns={[
          {
            key: 'city',
            title: t('city'),
            rowHeader: true,
            cell: (city) => <bdi>{named(language, city)}</bdi>,
          },
          { key: 'country', title: t('country'), cell: (city) => countryName(language, city.country) },
          {
            key: 'act',
            title: t('to-do'),
            cell: (city) => (
              <Press action={href(`${at}/places/${city.id}/removal`)} form={form}>
                {t('remove-city')}
                <span class="unseen"> {named(language, city)}</span>
              </Press>
            ),
          },
        ]}
        empty={<p class="quiet">{t('no-cities')}</p>}
      />
      <section>
        <h2>{t('add-city')}</h2>
        <Form
          action={href(`${at}/places`)}
          problems={isPress ? [] : form.problems}
          answers={form.answers}
          idempotencyKey={form.idempotencyKey}
        >
          <CityPicker
            name="city"
            label={t('city')}
            searchAction={href(`${at}/places/city-search`)}
            chosen={chosen}
            found={found}
          />
          <SubmitButton>{t('add-city')}</SubmitButton>
        </Form>
      </section>
    </>
  );
}
