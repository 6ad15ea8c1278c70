import { EmptyState } from '../../../../design/empty-state.tsx';
import { Pagination } from '../../../../design/pagination.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { countryName, formatNumber } from '../../../../platform/languages/format.ts';
import { groundsInWords } from '../../actions/grounds-in-words.ts';
import { words } from '../../messages/index.ts';
import { sharedLanguages } from '../../rules/languages.ts';
import type { Proposal } from '../../rules/matching/problem.ts';
import type { RunResult } from '../../rules/run-result.ts';
import type { RoundPageProps } from './round-page.tsx';

const perPage = 25;
const leftPerPage = 50;

type WithResult = RoundPageProps & { readonly result: RunResult };

/** The pairs or groups found, each with its reasons in sentences and the way to forbid it. */
export function Proposals({ language, href, base, round, result, cities, page, leftPage }: WithResult) {
  const t = words(language);
  const path = `${base}/rounds/${round.id}`;
  const list = new Intl.ListFormat(language);
  const from = (page - 1) * perPage;
  const at = (n: number) => href(`${path}?page=${n}&left=${leftPage}`);
  const forbid = ([a, b]: readonly string[]) => href(`${path}/wishes/new?kind=forbid&city=${a}&other=${b}`);
  return (
    <section>
      <h2>{t(`proposed.${round.shape}`, { n: result.proposals.length })}</h2>
      <Table
        caption={t('proposals')}
        captionHidden
        csv={href(`${path}/matches.csv`)}
        rows={result.proposals.slice(from, from + perPage)}
        rowKey={({ cities: ids }) => ids.join()}
        empty={<EmptyState title={t('no-proposals')}>{t('no-proposals-why')}</EmptyState>}
        columns={[
          {
            key: 'cities',
            title: t('cities'),
            rowHeader: true,
            cell: ({ cities: ids, pinned }) => (
              <>
                {list.format(
                  ids.map(
                    (id) => `${cities.name(id)} (${countryName(language, cities.city(id)?.country ?? 'ZZ')})`,
                  ),
                )}{' '}
                {pinned && <Tag tone="signal">{t('wish-kind.pin')}</Tag>}
              </>
            ),
          },
          {
            key: 'why',
            title: t('grounds'),
            cell: (proposal) => (
              <ul>
                {groundsInWords(
                  language,
                  { grounds: proposal.grounds, languages: spokenBy(proposal) },
                  cities.name,
                ).map((line) => (
                  <li key={line}>{line}</li>
                ))}
                <UnderServed language={language} proposal={proposal} />
              </ul>
            ),
          },
          {
            key: 'points',
            title: t('points'),
            figure: true,
            cell: ({ points }) => formatNumber(language, points),
          },
          {
            key: 'forbid',
            title: t('wish'),
            cell: ({ cities: ids }) => <a href={forbid(ids)}>{t('forbid')}</a>,
          },
        ]}
      />
      <Pagination
        previousHref={page > 1 ? at(page - 1) : undefined}
        nextHref={from + perPage < result.proposals.length ? at(page + 1) : undefined}
        position={t('page-of', { page, pages: Math.max(1, Math.ceil(result.proposals.length / perPage)) })}
      />
    </section>
  );
}

/** What all of a proposal share: the languages of every pair in it. */
export function spokenBy({ grounds }: Proposal): string[] {
  return sharedLanguages(grounds.map(({ languages }) => languages));
}

function UnderServed({ language, proposal }: { language: RoundPageProps['language']; proposal: Proposal }) {
  const t = words(language);
  const [most] = proposal.grounds.toSorted(
    (a, b) => b.globalSouth + b.secondary - a.globalSouth - a.secondary,
  );
  if (!most || most.globalSouth + most.secondary === 0) return null;
  return <li>{t('ground.under-served', { south: most.globalSouth, secondary: most.secondary })}</li>;
}

/** Who is left over, and the first thing that stood in the way. */
export function Unmatched({ language, href, base, round, result, cities, page, leftPage }: WithResult) {
  const t = words(language);
  const from = (leftPage - 1) * leftPerPage;
  const at = (n: number) => href(`${base}/rounds/${round.id}?page=${page}&left=${n}`);
  return (
    <section>
      <h2>{t('unmatched', { n: result.unmatched.length })}</h2>
      <Table
        caption={t('unmatched', { n: result.unmatched.length })}
        captionHidden
        rows={result.unmatched.slice(from, from + leftPerPage)}
        rowKey={({ city }) => city}
        empty={<EmptyState title={t('all-matched')}>{t('all-matched-why')}</EmptyState>}
        columns={[
          {
            key: 'city',
            title: t('city'),
            rowHeader: true,
            cell: ({ city }) => <a href={href(`${base}/cities/${city}`)}>{cities.name(city)}</a>,
          },
          { key: 'why', title: t('why'), cell: ({ why }) => t(`unmatched.${why}`) },
        ]}
      />
      <Pagination
        previousHref={leftPage > 1 ? at(leftPage - 1) : undefined}
        nextHref={from + leftPerPage < result.unmatched.length ? at(leftPage + 1) : undefined}
        position={t('page-of', {
          page: leftPage,
          pages: Math.max(1, Math.ceil(result.unmatched.length / leftPerPage)),
        })}
      />
    </section>
  );
}
