import type { Language } from '../../../kernel/language.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { formatDate } from '../../../platform/languages/format.ts';
import { words } from '../messages/index.ts';
import type { Fact } from '../rules/fact.ts';
import { Line } from './value-view.tsx';

/** Who said it and when, of what day, and from where: beside every fact, wherever it is shown. */
export function SaidView({ language, fact }: { language: Language; fact: Fact }) {
  const t = words(language);
  const [said, confirmed] = [dayInUtc(fact.saidAt), dayInUtc(fact.confirmedAt)];
  const by = fact.saidAs === 'import' ? t('from-import') : t(fact.onBehalf ? 'by-council' : 'by-city');
  return (
    <>
      {t('said-on', { date: formatDate(language, said) })} {by}
      {confirmed > said && `, ${t('confirmed-on', { date: formatDate(language, confirmed) })}`}
      <Line
        parts={[
          fact.asOf && t('of-day', { date: formatDate(language, fact.asOf) }),
          fact.source && <SourceOf fact={fact} />,
        ]}
      />
    </>
  );
}

function SourceOf({ fact }: { fact: Fact }) {
  return fact.sourceAddress ? (
    <a href={fact.sourceAddress} rel="nofollow noreferrer" dir="auto">
      {fact.source}
    </a>
  ) : (
    <span dir="auto">{fact.source}</span>
  );
}
