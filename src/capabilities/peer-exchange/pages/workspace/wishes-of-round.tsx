import { ButtonLink, SubmitButton } from '../../../../design/button.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { Table } from '../../../../design/table.tsx';
import { words } from '../../messages/index.ts';
import type { RoundPageProps } from './round-page.tsx';

/** Pairs that staff pinned or forbade, each with the reason. */
export function WishesOfRound({ language, href, base, round, wishes, cities, form }: RoundPageProps) {
  const t = words(language);
  const path = `${base}/rounds/${round.id}`;
  const list = new Intl.ListFormat(language);
  return (
    <section>
      <h2>{t('wishes')}</h2>
      <Table
        caption={t('wishes')}
        captionHidden
        rows={wishes}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('no-wishes')}>{t('no-wishes-why')}</EmptyState>}
        columns={[
          {
            key: 'pair',
            title: t('pair'),
            rowHeader: true,
            cell: (wish) => list.format(wish.cities.map(cities.name)),
          },
          { key: 'kind', title: t('wish'), cell: ({ kind }) => t(`wish-kind.${kind}`) },
          { key: 'why', title: t('why'), cell: ({ why }) => <span dir="auto">{why}</span> },
          {
            key: 'remove',
            title: t('remove'),
            cell: (wish) => (
              <form method="post" action={href(`${path}/wishes/${wish.id}/removal`)}>
                <input type="hidden" name="key" value={`${form.idempotencyKey}-${wish.id.slice(-12)}`} />
                <SubmitButton look="plain">
                  {t('remove')}
                  <span class="unseen"> {list.format(wish.cities.map(cities.name))}</span>
                </SubmitButton>
              </form>
            ),
          },
        ]}
      />
      <p>
        <ButtonLink href={href(`${path}/wishes/new`)}>{t('add-wish')}</ButtonLink>
      </p>
    </section>
  );
}
