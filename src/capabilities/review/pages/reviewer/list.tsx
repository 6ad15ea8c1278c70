import { DateText } from '../../../../design/date-text.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import type { StageKey } from '../../../fund/index.ts';
import { words } from '../../messages/index.ts';
import { myReviews } from '../../store/assignments.ts';
import { cityNames } from '../named.ts';

/** What was given to the reader to review, what waits first. */
export async function showMine(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const { mine, names } = await reading(world, actor, async (tx) => {
    const given = actor.personId ? await myReviews(tx, actor.personId) : [];
    const cities = given.flatMap(({ hidesCity, cityId }) => (hidesCity ? [] : [cityId]));
    return { mine: given, names: await cityNames(visit, tx, cities) };
  });
  const t = words(language);
  const numbered = mine.map((one, index) => ({ ...one, n: index + 1 }));
  return visit.show({
    title: t('my-reviews'),
    body: (
      <>
        <PageHead title={t('my-reviews')} lead={t('my-reviews-lead')} />
        <Table
          caption={t('my-reviews')}
          captionHidden
          rows={numbered}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('nothing-to-review')}>{t('nothing-to-review-why')}</EmptyState>}
          columns={[
            {
              key: 'application',
              title: t('application'),
              rowHeader: true,
              cell: ({ id, cityId, hidesCity, n }) => (
                <a href={visit.href(`/portal/reviews/${id}`)}>
                  {hidesCity ? t('application-n', { n }) : <bdi>{names.get(cityId)}</bdi>}
                </a>
              ),
            },
            { key: 'stage', title: t('stage'), cell: ({ stage }) => t(`stage.${stage as StageKey}`) },
            { key: 'language', title: t('languages'), cell: (one) => languageName(language, one.language) },
            {
              key: 'state',
              title: t('state'),
              cell: ({ state }) => (
                <Tag tone={state === 'assigned' ? 'signal' : 'done'}>{t(`mine.${state}`)}</Tag>
              ),
            },
            { key: 'due', title: t('due'), cell: ({ dueOn }) => <DateText date={dueOn} /> },
          ]}
        />
      </>
    ),
  });
}
