import { DateText } from '../../../../design/date-text.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { cityName } from '../../../city-registry/index.ts';
import { words } from '../../messages/index.ts';
import type { Grant } from '../../rules/grant.ts';
import { AmountText } from '../public/amount-text.tsx';
import { StateTag } from '../public/state-tag.tsx';

interface GrantsToKeepProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly grants: readonly Grant[];
}

/** Grants for those who keep the record: those without a known amount first, for they want looking after. */
export function GrantsToKeep({ language, href, grants }: GrantsToKeepProps) {
  const t = words(language);
  const unknown = grants.filter((grant) => !grant.amount).length;
  return (
    <>
      <PageHead title={t('grants')} lead={t('keep-lead', { n: unknown })} />
      <Table
        caption={t('grants')}
        captionHidden
        rows={grants.toSorted((a, b) => Number(a.amount !== null) - Number(b.amount !== null))}
        rowKey={(grant) => grant.id}
        columns={[
          {
            key: 'city',
            title: t('city'),
            rowHeader: true,
            cell: (grant) => (
              <a href={href(`/workspace/fund/grants/${grant.id}`)}>
                <bdi>{cityName(language, grant.city)}</bdi>
              </a>
            ),
          },
          {
            key: 'window',
            title: t('window'),
            cell: ({ window }) => window?.name[language] ?? t('window-not-named'),
          },
          { key: 'announced', title: t('announced'), cell: ({ announced }) => <DateText date={announced} /> },
          {
            key: 'amount',
            title: t('amount'),
            figure: true,
            cell: ({ amount, ceiling }) => <AmountText amount={amount} ceiling={ceiling} />,
          },
          { key: 'state', title: t('state'), cell: ({ state }) => <StateTag state={state} /> },
        ]}
      />
    </>
  );
}
