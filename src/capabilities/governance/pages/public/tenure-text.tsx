import { DateText } from '../../../../design/date-text.tsx';
import { useLanguage } from '../../../../design/language-context.ts';
import type { Tenure } from '../../../../kernel/tenure.ts';
import { words } from '../../messages/index.ts';

/** Since when, as exactly as a source says. */
export function Since({ tenure }: { tenure: Tenure }) {
  const t = words(useLanguage());
  if (!tenure.from) return <span class="quiet">{t('not-published')}</span>;
  if (tenure.fromCertainty === 'stated') return <DateText date={tenure.from} />;
  return <>{t.rich('seen-by', { date: () => tenure.from && <DateText date={tenure.from} /> })}</>;
}

/** Until when: stated, over by a day, or last listed and then not known. */
export function Until({ tenure }: { tenure: Tenure }) {
  const t = words(useLanguage());
  const { to, lastListed } = tenure;
  if (to && tenure.toCertainty === 'stated') return <DateText date={to} />;
  const listed = lastListed && (
    <span class="quiet">{t.rich('last-listed', { date: () => <DateText date={lastListed} /> })}</span>
  );
  if (to) {
    return (
      <>
        {t.rich('over-by', { date: () => <DateText date={to} /> })} {listed}
      </>
    );
  }
  return listed ?? <span class="quiet">{t('no-end-published')}</span>;
}
