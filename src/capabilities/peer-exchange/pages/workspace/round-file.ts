import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { type CsvColumn, csvResponse } from '../../../../platform/exports/csv.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { groundsInWords } from '../../actions/grounds-in-words.ts';
import { words } from '../../messages/index.ts';
import type { Grounds } from '../../rules/score.ts';
import { listExchanges } from '../../store/exchanges.ts';
import { findRound } from '../../store/rounds.ts';
import { findLatestRun } from '../../store/runs.ts';
import { idIn, namedCities } from '../desk.ts';
import { spokenBy } from './proposals.tsx';

interface Line {
  readonly kind: string;
  readonly cities: readonly string[];
  readonly host: string | null;
  readonly topics: readonly string[];
  readonly points: number | null;
  readonly pinned: boolean | null;
  readonly stage: string;
  readonly metOn: string | null;
  readonly why: string;
}

/** A round as a file: each pair or group with its reasons, then each city left over with why. */
export async function roundFile(visit: Visit): Promise<Response> {
  const { world, actor, language } = visit;
  const t = words(language);
  const seen = await reading(world, actor, async (tx) => {
    const round = await findRound(tx, idIn(visit, 'id'));
    if (!round) throw notFound();
    const result = (await findLatestRun(tx, round.id))?.result;
    const exchanges = await listExchanges(tx, { roundId: round.id, limit: 5000 });
    const ids = [
      ...exchanges.flatMap(({ cityIds }) => cityIds),
      ...(result?.proposals.flatMap(({ cities }) => cities) ?? []),
      ...(result?.unmatched.map(({ city }) => city) ?? []),
    ];
    return { round, result, exchanges, cities: await namedCities(visit, tx, ids) };
  });
  const { round, result, exchanges, cities } = seen;
  const kind = round.shape === 'pairs' ? 'pair' : 'group';
  const stages = new Map(exchanges.map((exchange) => [exchange.cityIds.join(), exchange]));
  const lines: Line[] = [
    ...(result?.proposals ?? []).map((proposal): Line => {
      const exchange = stages.get(proposal.cities.join());
      const said = { grounds: proposal.grounds, languages: spokenBy(proposal) };
      return {
        kind,
        cities: proposal.cities,
        host: proposal.host,
        topics: topicsOf(proposal.grounds),
        points: proposal.points,
        pinned: proposal.pinned,
        stage: exchange?.stage ?? 'proposed',
        metOn: exchange?.metOn ?? null,
        why: groundsInWords(language, said, cities.name).join(' '),
      };
    }),
    ...(result?.unmatched ?? []).map(
      ({ city, why }): Line => ({
        kind: 'unmatched',
        cities: [city],
        host: null,
        topics: [],
        points: null,
        pinned: null,
        stage: 'unmatched',
        metOn: null,
        why: t(`unmatched.${why}`),
      }),
    ),
  ];
  const columns: CsvColumn<Line>[] = [
    { head: 'kind', cell: (line) => line.kind },
    { head: 'cities', cell: (line) => line.cities.map(cities.name).join('; ') },
    { head: 'geonames_ids', cell: (line) => line.cities.map((id) => cities.city(id)?.geonamesId).join('; ') },
    { head: 'countries', cell: (line) => line.cities.map((id) => cities.city(id)?.country).join('; ') },
    { head: 'host', cell: (line) => line.host && cities.name(line.host) },
    { head: 'topics', cell: (line) => line.topics.join('; ') },
    { head: 'points', cell: (line) => line.points },
    { head: 'pinned', cell: (line) => line.pinned },
    { head: 'stage', cell: (line) => line.stage },
    { head: 'first_met_on', cell: (line) => line.metOn },
    { head: 'why', cell: (line) => line.why },
  ];
  return csvResponse('peer-exchange-round', columns, lines);
}

function topicsOf(grounds: readonly Grounds[]): string[] {
  return [...new Set(grounds.flatMap(({ lessons }) => lessons.map(({ topic }) => topic)))];
}
