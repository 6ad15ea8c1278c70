import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { CityPicker, type CityOption } from '../../../../design/city-picker.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { MomentAgo } from '../../../../design/moment-ago.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { isUuid } from '../../../../kernel/id.ts';
import { because } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { csvResponse } from '../../../../platform/exports/csv.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { countryName } from '../../../../platform/languages/format.ts';
import { type City, cityName, listCitiesByIds, searchCities } from '../../../city-registry/index.ts';
import { words } from '../../messages/index.ts';
import { listScreenings, type Screening } from '../../store/screenings.ts';
import { cityOption } from '../city-option.ts';
import { idAsked, pathOf, windowAsked } from './step.tsx';

interface Screened extends Screening {
  readonly city: City;
}

/** Cities that were looked at in the window, and another to look at. With a city chosen it goes on to that city's page. */
export async function showScreening(visit: Visit): Promise<Response> {
  const chosen = visit.query('city');
  if (chosen && isUuid(chosen)) return visit.redirect(pathOf(idAsked(visit), `/cities/${chosen}`));
  return await page(visit, visit.query('citySearch'));
}

async function screenedCities(visit: Visit): Promise<Screened[]> {
  const windowId = idAsked(visit);
  return await reading(visit.world, visit.actor, async (tx) => {
    const screenings = await listScreenings(tx, windowId);
    const cities = await listCitiesByIds(
      tx,
      screenings.map(({ cityId }) => cityId),
    );
    const byId = new Map(cities.map((city) => [city.id, city]));
    return screenings.flatMap((screening) => {
      const city = byId.get(screening.cityId);
      return city ? [{ ...screening, city }] : [];
    });
  });
}

/** The screening as a file, one line a city. */
export async function screeningFile(visit: Visit): Promise<Response> {
  const window = await windowAsked(visit);
  const rows = await screenedCities(visit);
  const response = csvResponse<Screened>(
    `${window.slug}-screening`,
    [
      { head: 'city', cell: ({ city }) => city.name },
      { head: 'geonames_id', cell: ({ city }) => city.geonamesId },
      { head: 'country', cell: ({ city }) => city.country },
      { head: 'rules_say', cell: ({ computed }) => computed },
      { head: 'staff_say', cell: ({ outcome }) => outcome },
      { head: 'override', cell: ({ isOverride }) => isOverride },
      { head: 'stands', cell: ({ decision }) => decision === 'stands' },
      { head: 'reason', cell: ({ reason }) => reason },
      {
        head: 'rules_not_met',
        cell: ({ findings }) =>
          findings
            .filter(({ outcome }) => outcome !== 'met')
            .map(({ rule, outcome }) => `${rule.key}: ${outcome}`)
            .join('; '),
      },
      { head: 'proposed_at', cell: ({ proposedAt }) => proposedAt },
      { head: 'decided_at', cell: ({ decidedAt }) => decidedAt },
    ],
    rows,
  );
  response.headers.set('cache-control', 'no-store');
  return response;
}

async function page(visit: Visit, search: string | undefined): Promise<Response> {
  const { language, world, actor } = visit;
  const t = words(language);
  const window = await windowAsked(visit);
  const rows = await screenedCities(visit);
  const found =
    search === undefined
      ? undefined
      : await reading(world, actor, (tx) => searchCities(tx, { words: search, limit: 8 }));
  const path = pathOf(window.id, '/cities');
  const body = (
    <>
      <Breadcrumb
        crumbs={[
          { href: visit.href('/workspace/fund/windows'), label: t('windows') },
          { href: visit.href(pathOf(window.id)), label: window.name[language] || window.name.en },
        ]}
      />
      <PageHead title={t('screening')} lead={t('screening-lead')} />
      <ScreenedTable {...{ visit, rows, path }} />
      <section>
        <h2>{t('look-at-a-city')}</h2>
        <PickCity {...{ visit, path, search }} found={found?.map((one) => cityOption(language, one))} />
      </section>
    </>
  );
  return visit.show({ title: t('screening'), body, script: true });
}

function ScreenedTable({ visit, rows, path }: { visit: Visit; rows: readonly Screened[]; path: string }) {
  const { language } = visit;
  const t = words(language);
  return (
    <Table
      caption={t('screened-cities')}
      rows={rows}
      rowKey={({ id }) => id}
      csv={visit.href(`${path}.csv`)}
      empty={<EmptyState title={t('nobody-screened')}>{t('nobody-screened-why')}</EmptyState>}
      columns={[
        {
          key: 'city',
          title: t('city'),
          rowHeader: true,
          cell: ({ city }) => (
            <a href={visit.href(`${path}/${city.id}`)}>
              <bdi>{cityName(language, city)}</bdi>
            </a>
          ),
        },
        { key: 'country', title: t('country'), cell: ({ city }) => countryName(language, city.country) },
        { key: 'rules', title: t('rules-say'), cell: ({ computed }) => t(`verdict.${computed}`) },
        {
          key: 'staff',
          title: t('staff-say'),
          cell: ({ outcome, decision }) =>
            decision === null ? (
              <Tag tone="signal">{t('waits-for-second')}</Tag>
            ) : (
              <Tag tone={outcome === 'eligible' ? 'done' : 'stopped'}>{t(`verdict.${outcome}`)}</Tag>
            ),
        },
        {
          key: 'when',
          title: t('date'),
          cell: ({ proposedAt }) => <MomentAgo at={proposedAt} />,
        },
      ]}
    />
  );
}

interface PickCityProps {
  readonly visit: Visit;
  readonly path: string;
  readonly search: string | undefined;
  readonly found: readonly CityOption[] | undefined;
}

function PickCity({ visit, path, search, found }: PickCityProps) {
  const t = words(visit.language);
  // Searched, and nothing found or chosen: the picker says so itself; the empty search is a problem of the form.
  const problems = search === '' ? [{ field: 'city', reason: because('fund:choose-a-city') }] : [];
  return (
    <Form action={visit.href(path)} method="get" problems={problems} answers={{ citySearch: search }}>
      <CityPicker name="city" searchAction={visit.href(path)} found={found} />
      <SubmitButton>{t('look-at-it')}</SubmitButton>
    </Form>
  );
}
