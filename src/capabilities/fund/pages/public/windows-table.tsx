import { DateText } from '../../../../design/date-text.tsx';
import { useLanguage } from '../../../../design/language-context.ts';
import { Table } from '../../../../design/table.tsx';
import { formatNumber } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import type { Grant } from '../../rules/grant.ts';
import type { FundingWindow } from '../../store/fund.ts';
import { AmountText } from './amount-text.tsx';

interface WindowsTableProps {
  readonly windows: readonly FundingWindow[];
  readonly grants: readonly Grant[];
  readonly href: (path: string) => string;
}

export function WindowsTable({ windows, grants, href }: WindowsTableProps) {
  const language = useLanguage();
  const t = words(language);
  const named = (window: FundingWindow) =>
    grants.filter((grant) => grant.window?.slug === window.slug).length;
  return (
    <Table
      caption={t('windows')}
      captionHidden
      rows={windows}
      rowKey={(window) => window.id}
      columns={[
        {
          key: 'name',
          title: t('window'),
          rowHeader: true,
          cell: (window) => (
            <>
              <a href={href(`/fund/windows/${window.slug}`)}>{window.name[language]}</a>
              <br />
              <span class="quiet">{window.theme[language]}</span>
            </>
          ),
        },
        {
          key: 'announced',
          title: t('announced'),
          cell: (window) => (window.announced ? <DateText date={window.announced} /> : t('not-published')),
        },
        {
          key: 'ceiling',
          title: t('ceiling'),
          figure: true,
          cell: (window) => <AmountText amount={window.ceiling} />,
        },
        {
          key: 'term',
          title: t('term'),
          cell: (window) => (window.termMonths ? t('months', { n: window.termMonths }) : t('not-published')),
        },
        {
          key: 'grants',
          title: t('grantees-named'),
          figure: true,
          cell: (window) =>
            named(window) === 0 && window.expected
              ? t('expected', { ...window.expected })
              : formatNumber(language, named(window)),
        },
      ]}
    />
  );
}
