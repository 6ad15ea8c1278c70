import { Breadcrumb } from '../../../design/breadcrumb.tsx';
import { EmptyState } from '../../../design/empty-state.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import { Timeline } from '../../../design/timeline.tsx';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { notFound } from '../../../kernel/refusal.ts';
import type { Visit } from '../../../platform/http/route.ts';
import { formatDate, formatInstant } from '../../../platform/languages/format.ts';
import { cityName } from '../../city-registry/index.ts';
import { roleName } from '../../people/index.ts';
import { isRole } from './is-role.ts';
import { factLabel } from '../actions/fact-label.ts';
import { words } from '../messages/index.ts';
import type { FactKey } from '../rules/fact-kinds.ts';
import { hasItem } from '../rules/fact-kinds.ts';
import { listStatements, type Statement } from '../store/history.ts';
import { atCity, baseOf, factOfPath } from './place.ts';
import { Line, ValueView } from './value-view.tsx';

/** Every statement of one fact, for the city and the council. */
export async function showHistory(visit: Visit): Promise<Response> {
  const { kind, item } = factOfPath(visit);
  if (!hasItem(kind, item)) throw notFound();
  const { city, statements } = await atCity(visit, async (tx, { id }) => ({
    statements: await listStatements(tx, { cityId: id, kind: kind.key, item }),
  }));
  const { language } = visit;
  const t = words(language);
  const base = baseOf(visit, city.id);
  const value = statements.find((one) => one.value !== null)?.value;
  const title = t('history-of', { fact: factLabel(language, kind.key, item, value) });
  return visit.show({
    title,
    body: (
      <>
        <Breadcrumb
          crumbs={[{ href: visit.href(base), label: `${cityName(language, city)}: ${t('record')}` }]}
        />
        <PageHead title={title} lead={t('history-lead')} />
        {statements.length === 0 && <EmptyState title={t('no-history')}>{t('no-history-why')}</EmptyState>}
        <Timeline
          entries={statements.map((statement) => ({
            key: String(statement.number),
            date: dayInUtc(statement.saidAt),
            title: t(`act-of.${statement.act}`),
            children: <StatementView visit={visit} kind={kind.key} statement={statement} />,
          }))}
        />
      </>
    ),
  });
}

function StatementView({
  visit: { language },
  kind,
  statement,
}: {
  visit: Visit;
  kind: FactKey;
  statement: Statement;
}) {
  const t = words(language);
  const { value, source, asOf, audience, saidBy, saidAs, onBehalf, basis, reason, saidAt } = statement;
  return (
    <>
      {value && (
        <div>
          <ValueView language={language} kind={kind} value={value} />
        </div>
      )}
      <Line
        parts={[
          saidBy && <bdi>{saidBy}</bdi>,
          isRole(saidAs) ? roleName(language, saidAs) : t('from-import'),
          t(onBehalf ? 'by-council' : 'by-city'),
          formatInstant(language, saidAt),
        ]}
      />
      <Line
        parts={[
          asOf && t('of-day', { date: formatDate(language, asOf) }),
          source && t('source-is', { source }),
          t('seen-by', { audience: t(`audience.${audience}`) }),
          basis && t('basis-given', { basis }),
          reason && t('reason-given', { reason }),
        ]}
      />
    </>
  );
}
