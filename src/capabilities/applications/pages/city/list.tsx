import { z } from 'zod';
import { ButtonLink, SubmitButton } from '../../../../design/button.tsx';
import { Deadline } from '../../../../design/deadline.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { citiesOf } from '../../../../kernel/actor.ts';
import { type Language, languages } from '../../../../kernel/language.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { choice, id } from '../../../../platform/forms/fields.ts';
import { submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { SelectField } from '../../../../design/form/select-field.tsx';
import {
  type ApplicationState,
  listWindows,
  type OpenWindow,
  stateLabel,
  type WindowStage,
} from '../../../fund/index.ts';
import { applyingCity, type ApplyingCity } from '../../actions/city-of.ts';
import { startApplication } from '../../actions/start-application.ts';
import { words } from '../../messages/index.ts';
import type { Application } from '../../rules/application.ts';
import { databaseNow, listOfCities } from '../../store/applications.ts';
import { stateTone } from '../state-tone.ts';

interface Shown {
  readonly applications: readonly Application[];
  readonly cities: readonly ApplyingCity[];
  readonly windows: readonly OpenWindow[];
  readonly now: Date;
}

export async function showApplications(visit: Visit): Promise<Response> {
  const { actor, language, world } = visit;
  const shown = await reading(world, actor, async (tx): Promise<Shown> => {
    const now = await databaseNow(tx);
    const ids = citiesOf(actor);
    const cities: ApplyingCity[] = [];
    for (const cityId of ids) cities.push(await applyingCity(tx, cityId, language, now));
    return { applications: await listOfCities(tx, ids), cities, windows: await listWindows(tx), now };
  });
  return visit.show({
    title: words(language)('applications'),
    body: <ListPage visit={visit} shown={shown} />,
    script: true,
  });
}

function ListPage({ visit, shown: { applications, cities, windows, now } }: { visit: Visit; shown: Shown }) {
  const { language } = visit;
  const t = words(language);
  const windowOf = (one: Application) => windows.find(({ id: of }) => of === one.windowId);
  const open = windows.flatMap((window) => {
    const first = window.stages[0];
    const isOpen = window.state === 'open' && first && first.opensAt <= now && now < first.closesAt;
    return isOpen ? [{ window, first }] : [];
  });
  const startable = cities.flatMap((city) =>
    open
      .filter(
        ({ window }) => !applications.some((one) => one.cityId === city.id && one.windowId === window.id),
      )
      .map((one) => ({ ...one, city })),
  );
  return (
    <>
      <PageHead title={t('applications')} lead={t('applications-lead')} />
      <Table
        caption={t('your-applications')}
        rows={applications}
        rowKey={({ id: key }) => key}
        empty={<EmptyState title={t('no-application')}>{t('no-application-why')}</EmptyState>}
        columns={[
          {
            key: 'window',
            title: t('window'),
            rowHeader: true,
            cell: (one) => (
              <a href={visit.href(`/portal/applications/${one.id}`)}>
                {windowOf(one)?.name[language] ?? one.id}
              </a>
            ),
          },
          {
            key: 'city',
            title: t('city'),
            cell: (one) => <bdi>{cities.find(({ id: of }) => of === one.cityId)?.name}</bdi>,
          },
          { key: 'stage', title: t('stage'), cell: (one) => t(`stage.${one.stage}`) },
          {
            key: 'state',
            title: t('state'),
            cell: (one) => (
              <Tag tone={stateTone(one.state)}>
                {stateLabel(one.state as ApplicationState, 'applicant', windowOf(one)?.labels)[language]}
              </Tag>
            ),
          },
        ]}
      />
      <section>
        <h2>{t('open-windows')}</h2>
        {startable.length === 0 && <p>{t('no-open-window')}</p>}
        {startable.map((one) => (
          <StartForm key={`${one.window.id} ${one.city.id}`} visit={visit} now={now} {...one} />
        ))}
      </section>
    </>
  );
}

interface StartProps {
  readonly visit: Visit;
  readonly now: Date;
  readonly window: OpenWindow;
  readonly first: WindowStage;
  readonly city: ApplyingCity;
}

function StartForm({ visit, now, window, first, city }: StartProps) {
  const { language } = visit;
  const t = words(language);
  const offered = languages.filter((one) => window.languages.includes(one));
  return (
    <section>
      <h3>
        {window.name[language]} {window.isExample && <Tag>{t('example')}</Tag>}
      </h3>
      <p>
        {t('closes')}:{' '}
        <Deadline at={first.closesAt} now={now} timeZone={city.timeZone} placeName={city.name} />
      </p>
      <p>{t('takes-expected', { minutes: window.minutesExpected })}</p>
      <Form
        action={visit.href('/portal/applications')}
        idempotencyKey={visit.world.newId()}
        id={`start-${window.slug}-${city.id}`}
        aside
      >
        <input type="hidden" name="window" value={window.id} />
        <input type="hidden" name="city" value={city.id} />
        <SelectField
          name="language"
          label={t('answer-in')}
          choices={(offered.length > 0 ? offered : languages).map((value) => ({
            value,
            label: languageName(language, value),
          }))}
          initial={offered.includes(language) ? language : offered[0]}
        />
        <SubmitButton>{t('start-for', { city: city.name })}</SubmitButton>{' '}
        <ButtonLink href={visit.href(`/fund/windows/${window.slug}`)}>{t('about-window')}</ButtonLink>
      </Form>
    </section>
  );
}

/** A second try for the same city and window leads to the first. */
export async function sendStart(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: z.object({ window: id(), city: id(), language: choice<Language>(languages) }),
    act: async ({ window, city, language }, once) => {
      const begun = { windowId: window, cityId: city, language };
      return `/portal/applications/${await startApplication(visit.world, visit.actor, begun, once)}`;
    },
    again: () => showApplications(visit),
  });
}
