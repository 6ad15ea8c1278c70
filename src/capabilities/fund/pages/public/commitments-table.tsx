import { DateText } from '../../../../design/date-text.tsx';
import { useLanguage } from '../../../../design/language-context.ts';
import { Table } from '../../../../design/table.tsx';
import { SourceList } from '../../../library/index.ts';
import { localeTag } from '../../../../platform/languages/catalogue.ts';
import { words } from '../../messages/index.ts';
import type { DonorCommitment } from '../../rules/donor-commitment.ts';
import { AmountText } from './amount-text.tsx';

interface CommitmentsTableProps {
  readonly commitments: readonly DonorCommitment[];
  readonly href: (path: string) => string;
}

/** Every public promise of money, also those without an amount and those that a later one replaced. */
export function CommitmentsTable({ commitments, href }: CommitmentsTableProps) {
  const language = useLanguage();
  const t = words(language);
  const listed = new Intl.ListFormat(localeTag(language));
  return (
    <Table
      caption={t('donor-commitments')}
      captionHidden
      rows={commitments}
      rowKey={(one) => one.id}
      columns={[
        {
          key: 'donors',
          title: t('donors'),
          rowHeader: true,
          cell: (one) => <bdi>{listed.format(one.donors.map((donor) => donor[language]))}</bdi>,
        },
        {
          key: 'window',
          title: t('window'),
          cell: (one) =>
            one.window ? (
              <a href={href(`/fund/windows/${one.window.slug}`)}>{one.window.name[language]}</a>
            ) : (
              t('whole-fund')
            ),
        },
        {
          key: 'amount',
          title: t('amount'),
          figure: true,
          cell: (one) => <AmountText amount={one.amount} />,
        },
        {
          key: 'date',
          title: t('date'),
          cell: (one) => (
            <>
              <DateText date={one.date} />
              {one.until && (
                <>
                  {' – '}
                  <DateText date={one.until} />
                </>
              )}
            </>
          ),
        },
        {
          key: 'sources',
          title: t('sources'),
          cell: (one) => (
            <>
              {one.superseded && <p class="quiet">{t('superseded')}</p>}
              {one.within && <p class="quiet">{t('within')}</p>}
              {one.remark && <p class="quiet">{one.remark[language]}</p>}
              <SourceList sources={one.sources} href={href} />
            </>
          ),
        },
      ]}
    />
  );
}
