import { z } from 'zod';
import { ButtonLink, SubmitButton } from '../../../../design/button.tsx';
import { type CityOption, CityPicker } from '../../../../design/city-picker.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { id, optionalText } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, readForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { formatDate } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { listExchanges } from '../../store/exchanges.ts';
import { exchangeFigures } from '../../store/figures.ts';
import { listRounds, type Round } from '../../store/rounds.ts';
import { frameOf, namedCities } from '../desk.ts';
import { ExchangesTable } from '../exchanges-table.tsx';
import { searchedCities } from '../vetoes.tsx';
import { FiguresOfExchange } from './figures.tsx';
import { RoundTag } from './round-tag.tsx';

export async function showOverview(visit: Visit): Promise<Response> {
  return await overview(visit, freshForm(visit.world));
}

export async function searchCityToHelp(visit: Visit): Promise<Response> {
  const { state } = await readForm(visit, z.object({ citySearch: optionalText(100) }));
  return await overview(visit, state, await searchedCities(visit, state.answers['citySearch'] ?? ''));
}

/** Opens the page of a city that may not have said anything yet. */
export async function chooseCity(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: z.object({ city: id() }),
    act: async ({ city }) => `/workspace/exchange/cities/${city}`,
    again: (state) => overview(visit, state),
  });
}

async function overview(visit: Visit, form: FormState, found?: readonly CityOption[]): Promise<Response> {
  const { language, world, actor } = visit;
  const t = words(language);
  const frame = frameOf(visit);
  const { rounds, figures, exchanges, cities } = await reading(world, actor, async (tx) => {
    const exchanges = await listExchanges(tx, { limit: 25 });
    return {
      rounds: await listRounds(tx),
      figures: await exchangeFigures(tx),
      exchanges,
      cities: await namedCities(
        visit,
        tx,
        exchanges.flatMap(({ cityIds }) => cityIds),
      ),
    };
  });
  return visit.show({
    title: t('exchange'),
    body: (
      <>
        <PageHead
          title={t('exchange')}
          lead={t('workspace-lead')}
          next={
            <>
              <ButtonLink look="main" href={visit.href('/workspace/exchange/rounds/new')}>
                {t('open-round')}
              </ButtonLink>{' '}
              <ButtonLink href={visit.href('/workspace/exchange/pool')}>{t('pool')}</ButtonLink>
            </>
          }
        />
        <FiguresOfExchange language={language} figures={figures} today={dayInUtc(world.now())} />
        <section>
          <h2>{t('rounds')}</h2>
          <RoundsTable visit={visit} rounds={rounds} />
        </section>
        <section>
          <h2>{t('newest-exchanges')}</h2>
          <ExchangesTable {...frame} exchanges={exchanges} cities={cities} />
        </section>
        <section>
          <h2>{t('on-behalf')}</h2>
          <Form
            action={visit.href('/workspace/exchange/cities')}
            problems={form.problems}
            answers={form.answers}
            idempotencyKey={form.idempotencyKey}
          >
            <CityPicker
              name="city"
              label={t('city')}
              searchAction={visit.href('/workspace/exchange/cities/city-search')}
              found={found}
            />
            <SubmitButton look="plain">{t('open-city')}</SubmitButton>
          </Form>
        </section>
      </>
    ),
    script: true,
  });
}

function RoundsTable({ visit, rounds }: { visit: Visit; rounds: readonly Round[] }) {
  const t = words(visit.language);
  return (
    <Table
      caption={t('rounds')}
      captionHidden
      rows={rounds}
      rowKey={(round) => round.id}
      empty={<EmptyState title={t('no-rounds')}>{t('no-rounds-why')}</EmptyState>}
      columns={[
        {
          key: 'name',
          title: t('round'),
          rowHeader: true,
          cell: (round) => (
            <a href={visit.href(`/workspace/exchange/rounds/${round.id}`)}>
              <bdi>{round.name}</bdi>
            </a>
          ),
        },
        { key: 'shape', title: t('shape'), cell: ({ shape }) => t(`shape.${shape}`) },
        { key: 'opened', title: t('opened'), cell: ({ day }) => formatDate(visit.language, day) },
        {
          key: 'stage',
          title: t('stage'),
          cell: ({ stage }) => <RoundTag language={visit.language} stage={stage} />,
        },
      ]}
    />
  );
}
